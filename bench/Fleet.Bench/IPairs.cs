namespace Enforcement.Fleet.Bench;

/// <summary>The same work done in two ways, one after the other, so that both meet the same machine.</summary>
internal interface IPairs : IAsyncDisposable
{
    /// <summary>As the program does it.</summary>
    /// <returns>How much of it in one second.</returns>
    Task<double> OursAsync();

    /// <summary>The bare bones to compare with: what <see cref="OursAsync"/> did last.</summary>
    /// <returns>How much of it in one second.</returns>
    Task<double> BareAsync();
}
