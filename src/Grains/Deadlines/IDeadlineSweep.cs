namespace Enforcement.Grains.Deadlines;

/// <summary>Walks over what is due by the legal clock and has each aggregate check its deadlines. The guarantee behind the reminders.</summary>
public interface IDeadlineSweep
{
    /// <summary>Handles what is due now.</summary>
    /// <param name="cancellationToken">Leaves between two aggregates.</param>
    /// <returns>How many due instants were handled; zero when nothing is due any more.</returns>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
