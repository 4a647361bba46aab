namespace Enforcement.Embedded;

/// <summary>How unkind the engine is to the grains of a test.</summary>
public sealed class StrictModeOptions
{
    /// <summary>Where chance begins: the same seed makes the same choices in the same order. Default: 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>One call in so many is refused with <see cref="Orleans.Runtime.OrleansMessageRejectionException"/>; 0: none. Default: 200.</summary>
    public int RefuseOneIn { get; set; } = 200;

    /// <summary>After one call in so many the activation ends; 0: never. Default: 50.</summary>
    public int DeactivateOneIn { get; set; } = 50;

    /// <summary>Whether calls that are on their way at once change places. Default: yes.</summary>
    public bool Reorder { get; set; } = true;
}
