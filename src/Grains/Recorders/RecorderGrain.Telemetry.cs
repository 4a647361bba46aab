using System.Diagnostics;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders;

/// <summary>Telemetry of the recorder.</summary>
internal sealed partial class RecorderGrain
{
    public Task<TelemetryReply> ReportAsync(TelemetryBatch batch, string via) => throw new UnreachableException();

    public Task<CommandReply> AcknowledgeAsync(AcknowledgeAlarm request, Caller caller) => throw new UnreachableException();

    public Task<int> CheckLeaseAsync() => throw new UnreachableException();
}
