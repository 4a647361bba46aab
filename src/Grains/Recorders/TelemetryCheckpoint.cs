using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Domain.Recorders.Telemetry;

namespace Enforcement.Grains.Recorders;

/// <summary>What a recorder's grain needs to go on after a restart: which reports came, the last that is known, the alarms that stand.</summary>
internal sealed record TelemetryCheckpoint(PulseState Pulse, AlarmBook Alarms)
{
    public static TelemetryCheckpoint Empty { get; } = new(new PulseState(), AlarmBook.Empty);

    public static TelemetryCheckpoint Read(byte[]? json) =>
        json is null ? Empty : JsonSerializer.Deserialize(json, TelemetryCheckpointJson.Default.TelemetryCheckpoint) ?? Empty;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TelemetryCheckpointJson.Default.TelemetryCheckpoint);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(TelemetryCheckpoint))]
internal sealed partial class TelemetryCheckpointJson : JsonSerializerContext;
