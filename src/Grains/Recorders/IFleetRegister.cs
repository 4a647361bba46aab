using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>The fleet's own lists, as far as the register fills them: told after each append, and all over again at start.</summary>
public interface IFleetRegister
{
    /// <summary>Takes a line of the register. Safe to repeat; a line with a lower <see cref="RecorderEntry.Sequence"/> than the known one changes nothing.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="ct">Frees the caller.</param>
    Task PutAsync(RecorderEntry entry, CancellationToken ct);
}
