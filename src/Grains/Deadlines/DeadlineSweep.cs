using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;
using Microsoft.Extensions.Logging;

namespace Enforcement.Grains.Deadlines;

/// <summary>Wakes every aggregate that has a term due by now. The guarantee that no deadline is lost: reminders may be, this cannot.</summary>
public sealed partial class DeadlineSweep(IDueTable due, IGrainFactory grains, ILegalClock clock, ILogger<DeadlineSweep> logger) : IDeadlineSweep
{
    private const int Batch = 200;
    private const int AtOnce = 16;

    /// <inheritdoc/>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var missed = 0;
        HashSet<(string, DateTimeOffset)> seen = [];
        while (true)
        {
            // A term in hours is missed only after its due instant; a stream that stays due is asked once a sweep and again in the next.
            var streams = await due.DueBeforeAsync(clock.Now, Batch + seen.Count, cancellationToken);
            var fresh = streams.Where(s => seen.Add((s.Stream, s.DueAt))).ToArray();
            if (fresh.Length == 0)
            {
                return missed;
            }

            await Parallel.ForEachAsync(fresh, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (stream, _) =>
                Interlocked.Add(ref missed, await CheckAsync(stream.Stream)));
        }
    }

    private async Task<int> CheckAsync(string stream)
    {
        var (kind, key) = StreamNames.Split(stream);
        try
        {
            return kind switch
            {
                "case" => await grains.GetGrain<ICaseGrain>(key).CheckDeadlinesAsync(),
                "recording" => await grains.GetGrain<IRecordingGrain>(key).CheckDeadlinesAsync(),
                _ => throw new InvalidOperationException($"Stream {stream} has a due instant but no deadlines."),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One damaged stream must not keep the others from being found: it stays due and is reported at every sweep.
            LogFailed(logger, stream, e);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadlines of {Stream} could not be checked")]
    private static partial void LogFailed(ILogger logger, string stream, Exception exception);
}
