using System.Globalization;
using Enforcement.Domain.Recorders.Telemetry;

namespace Enforcement.Domain.Tests.Recorders.Telemetry;

/// <summary>Reports in few words.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero);

    public static PulseReport Report(long sequence, DateTimeOffset? at = null, int? battery = null, bool live = true, params PulseEvent[] events) =>
        new(sequence, at ?? Now, battery, null, null, null, null, null, null, [.. events], live);

    public static PulseEvent Started(string file, DateTimeOffset? at = null) => new(PulseKinds.Started, at ?? Now, file, "video", null, null, null, null);

    public static PulseEvent Stopped(string file, DateTimeOffset? at = null) => new(PulseKinds.Stopped, at ?? Now, file, null, 1000, null, null, null);

    public static PulseEvent Fault(string code) => new(PulseKinds.Fault, Now, null, null, null, null, code, null);

    public static PulseEvent Sos { get; } = new(PulseKinds.Sos, Now, null, null, null, null, null, null);

    /// <summary>The state after reports that all arrive now.</summary>
    public static PulseState After(params PulseReport[] reports) => reports.Aggregate(new PulseState(), static (state, report) => Pulse.Apply(state, report, Now).State);

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse("2026-03-05T" + time + "Z", CultureInfo.InvariantCulture);
}
