using System.Collections.Immutable;
using Enforcement.Domain.Recorders.Telemetry;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>What came out of a batch: the state after it, the answer, and what is to be kept.</summary>
internal sealed record TelemetryTaking(PulseState Pulse, TelemetryReply Reply, ImmutableArray<PulseNote> Notes, ImmutableArray<PulsePoint> History, ImmutableArray<TrackPoint> Track)
{
    /// <summary>Folds a batch, by the numbers of the device whatever the order of arrival. Changes nothing: the caller keeps the result when it has been written.</summary>
    /// <param name="pulse">The state before.</param>
    /// <param name="batch">The reports.</param>
    /// <param name="trail">The way so far, which tells whether a point is worth keeping.</param>
    /// <param name="now">The server's clock.</param>
    public static TelemetryTaking Of(PulseState pulse, TelemetryBatch batch, Trail trail, DateTimeOffset now)
    {
        var (taken, repeated) = (0, 0);
        var refused = ImmutableArray.CreateBuilder<RefusedReport>();
        var notes = ImmutableArray.CreateBuilder<PulseNote>();
        var history = ImmutableArray.CreateBuilder<PulsePoint>();
        var track = ImmutableArray.CreateBuilder<TrackPoint>();
        var reports = batch.Reports.IsDefault ? [] : batch.Reports;
        foreach (var index in reports.Length == 1 ? [0] : Enumerable.Range(0, reports.Length).OrderBy(i => reports[i].Sequence).ToArray())
        {
            var step = Domain.Recorders.Telemetry.Pulse.Apply(pulse, reports[index].ToPulse(), now);
            pulse = step.State;
            switch (step.Verdict)
            {
                case PulseVerdict.Taken:
                    taken++;
                    notes.AddRange(step.Notes);
                    Keep(step.Sample!, trail, history, track);
                    break;
                case PulseVerdict.Repeated:
                    repeated++;
                    break;
                default:
                    refused.Add(new RefusedReport(index, reports[index].Sequence, step.Broken!.ToRule()));
                    break;
            }
        }

        refused.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return new TelemetryTaking(pulse, new TelemetryReply(taken, repeated, refused.ToImmutable(), now), notes.ToImmutable(), history.ToImmutable(), track.ToImmutable());
    }

    private static void Keep(PulseSample sample, Trail trail, ImmutableArray<PulsePoint>.Builder history, ImmutableArray<TrackPoint>.Builder track)
    {
        if (sample is not { Battery: null, StorageFree: null, StorageTotal: null, DriftMs: null })
        {
            history.Add(sample.ToPoint());
        }

        if (sample.Position is { } place && trail.IsWorth(place, sample.At))
        {
            track.Add(new TrackPoint(sample.At, place.LatitudeE7, place.LongitudeE7, sample.Recording));
        }
    }
}

/// <summary>Decides which points of a way are kept: where something moved, and now and then where nothing did. Forgotten with the activation, which costs one point.</summary>
internal sealed class Trail
{
    private static readonly TimeSpan Standing = TimeSpan.FromMinutes(5);

    /// <summary>About 15 m of latitude; of longitude at 35 degrees about 12 m.</summary>
    private const int Step = 1350;

    private Place _place;
    private DateTimeOffset _at = DateTimeOffset.MinValue;

    public bool IsWorth(Place place, DateTimeOffset at)
    {
        var moved = Math.Abs((long)place.LatitudeE7 - _place.LatitudeE7) > Step || Math.Abs((long)place.LongitudeE7 - _place.LongitudeE7) > Step;
        if (!moved && (at - _at).Duration() < Standing)
        {
            return false;
        }

        (_place, _at) = (place, at);
        return true;
    }
}
