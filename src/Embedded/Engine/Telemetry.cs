using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Enforcement.Embedded;

/// <summary>Traces and meters, under the names that Orleans uses for them.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Calls = new("Microsoft.Orleans.Application");

    private static readonly Meter Meter = new("Microsoft.Orleans");

    public static readonly Counter<long> Activated = Meter.CreateCounter<long>("orleans-catalog-activation-created", description: "Activations begun");
    public static readonly Counter<long> Deactivated = Meter.CreateCounter<long>("orleans-catalog-activation-destroyed", description: "Activations ended");
    public static readonly Counter<long> ActivationFailed = Meter.CreateCounter<long>("orleans-catalog-activation-failed-to-activate", description: "Activations that did not begin");
    public static readonly Counter<long> Requests = Meter.CreateCounter<long>("orleans-app-requests", description: "Calls of grains");
    public static readonly Counter<long> TimedOut = Meter.CreateCounter<long>("orleans-app-requests-timedout", description: "Calls that ran out of time");
    public static readonly Counter<long> Rejected = Meter.CreateCounter<long>("orleans-messaging-rejected", description: "Calls that were refused");
    public static readonly Counter<long> Ticks = Meter.CreateCounter<long>("orleans-reminders-ticks-delivered", description: "Reminder ticks delivered");
    public static readonly Histogram<double> TickLateness = Meter.CreateHistogram<double>("orleans-reminders-tardiness", "s", "Time from due to delivery of a reminder tick");
}
