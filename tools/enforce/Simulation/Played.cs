using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders.Simulation;

namespace Enforcement.Tool.Simulation;

/// <summary>A recorder that is played. What the server did not answer is kept and sent again, as a device does: a lost end would leave a recording open for ever.</summary>
/// <param name="recorder">Its life.</param>
/// <param name="key">Its key; none behind a gateway.</param>
internal sealed class Played(SimulatedRecorder recorder, string? key)
{
    /// <summary>Reports that are kept for the next try; of more than that those without events go.</summary>
    private const int MostKept = 100;

    private ImmutableArray<TelemetryReport> _kept = [];

    public SimulatedRecorder Recorder => recorder;

    public string? Key => key;

    /// <summary>What was kept, and what is new.</summary>
    public ImmutableArray<TelemetryReport> Saying(ImmutableArray<TelemetryReport> reports) => reports.IsEmpty ? [] : [.. _kept, .. reports];

    /// <summary>What became of what was said.</summary>
    public void Answered(ImmutableArray<TelemetryReport> said, bool heard)
    {
        if (said.IsEmpty)
        {
            return; // silent: what is kept stays
        }

        ImmutableArray<TelemetryReport> kept = heard ? [] : [.. said.Select(static report => report with { Live = false })];
        _kept = kept.Length <= MostKept ? kept : [.. kept.Where(static report => !report.Events.IsEmpty).TakeLast(MostKept)];
    }
}
