namespace Enforcement.Engine.Bench;

/// <summary>A grain with a small state that takes reports of a recorder.</summary>
internal interface IRecorderGrain : IGrainWithStringKey
{
    Task<long> Report(Telemetry telemetry);
}

/// <summary>A grain whose every call writes to the store.</summary>
internal interface IWriterGrain : IGrainWithStringKey
{
    Task Write(Telemetry telemetry);
}

/// <summary>A report of the size that a body-worn recorder sends.</summary>
[GenerateSerializer]
[Immutable]
[Alias("bench.telemetry")]
internal sealed record Telemetry(
    [property: Id(0)] string Recorder,
    [property: Id(1)] long Sequence,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] double Latitude,
    [property: Id(4)] double Longitude,
    [property: Id(5)] int Battery,
    [property: Id(6)] long FreeBytes,
    [property: Id(7)] bool IsRecording,
    [property: Id(8)] string? Fault);

[GrainType("bench.recorder")]
internal sealed class RecorderGrain : Grain, IRecorderGrain
{
    private Telemetry? _last;
    private long _count;

    public Task<long> Report(Telemetry telemetry)
    {
        if (_last is null || telemetry.Sequence > _last.Sequence)
        {
            _last = telemetry;
        }

        return Task.FromResult(++_count);
    }
}

/// <summary>What a writer keeps.</summary>
[GenerateSerializer]
[Alias("bench.kept")]
internal sealed class Kept
{
    [Id(0)]
    public Telemetry? Last { get; set; }

    [Id(1)]
    public long Count { get; set; }
}

[GrainType("bench.writer")]
internal sealed class WriterGrain([PersistentState("kept")] IPersistentState<Kept> state) : Grain, IWriterGrain
{
    public Task Write(Telemetry telemetry)
    {
        state.State.Last = telemetry;
        state.State.Count++;
        return state.WriteStateAsync();
    }
}
