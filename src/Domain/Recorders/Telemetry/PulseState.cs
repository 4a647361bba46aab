namespace Enforcement.Domain.Recorders.Telemetry;

/// <summary>A value and the number of the report it came with: the higher number wins, whenever it arrives.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sequence">The report.</param>
/// <typeparam name="T">The value.</typeparam>
public sealed record Reading<T>(T Value, long Sequence);

/// <summary>When something happened, as well as a device without a trustworthy clock can tell.</summary>
/// <param name="At">The server's time of a live report, or the device's own time of a kept one.</param>
/// <param name="ReceivedAt">When a kept report arrived: it cannot have happened later. <see langword="null"/>: <paramref name="At"/> needs no correction.</param>
public readonly record struct Moment(DateTimeOffset At, DateTimeOffset? ReceivedAt)
{
    /// <summary>The instant on the server's clock.</summary>
    /// <param name="driftMs">How far the device's clock is ahead.</param>
    public DateTimeOffset On(long driftMs)
    {
        if (ReceivedAt is not { } received)
        {
            return At;
        }

        var corrected = At.AddMilliseconds(-driftMs);
        return corrected < received ? corrected : received;
    }
}

/// <summary>Where a recorder was.</summary>
/// <param name="Place">The place.</param>
/// <param name="Moment">When.</param>
public sealed record Fix(Place Place, Moment Moment);

/// <summary>The last that was said about recording: started or stopped.</summary>
/// <param name="Index">The place of the event in its report, to tell two of one report apart.</param>
/// <param name="Open">Started rather than stopped.</param>
/// <param name="File">The file.</param>
/// <param name="Moment">When.</param>
public sealed record RecordingMark(int Index, bool Open, string File, Moment Moment);

/// <summary>What is known of a recorder from its reports. The same reports in any order, any number of times, end in the same state.</summary>
public sealed record PulseState
{
    /// <summary>The generation of the key under which the numbers count; a new key begins a new count.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>Which reports have come.</summary>
    public SequenceWindow Seen { get; init; } = SequenceWindow.Empty;

    /// <summary>When the youngest live report arrived, on the server's clock; the only thing that makes a recorder online.</summary>
    public Reading<DateTimeOffset>? Contact { get; init; }

    /// <summary>Per cent.</summary>
    public Reading<int>? Battery { get; init; }

    /// <summary>Whether it charges.</summary>
    public Reading<bool>? Charging { get; init; }

    /// <summary>Whether it stands in a docking station.</summary>
    public Reading<bool>? Docked { get; init; }

    /// <summary>Free bytes.</summary>
    public Reading<long>? StorageFree { get; init; }

    /// <summary>All bytes.</summary>
    public Reading<long>? StorageTotal { get; init; }

    /// <summary>The version of its program.</summary>
    public Reading<string>? Firmware { get; init; }

    /// <summary>Where it was last.</summary>
    public Reading<Fix>? Position { get; init; }

    /// <summary>How far its clock was ahead at the youngest live report, in milliseconds.</summary>
    public Reading<long>? Drift { get; init; }

    /// <summary>The least by which its clock must have been ahead, shown by a kept report from the future; counts only without <see cref="Drift"/>.</summary>
    public Reading<long>? Ahead { get; init; }

    /// <summary>The last that was said about recording.</summary>
    public Reading<RecordingMark>? Recording { get; init; }

    /// <summary>Since when it is taken for lost while it recorded, or <see langword="null"/>.</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>The best estimate of how far its clock is ahead, in milliseconds, or <see langword="null"/> when nothing shows it.</summary>
    public long? DriftMs => (Drift ?? Ahead)?.Value;

    /// <summary>The file that is being recorded, or <see langword="null"/>.</summary>
    public string? RecordingFile => Recording is { Value: { Open: true } mark } ? mark.File : null;

    /// <summary>Since when it records, or <see langword="null"/>.</summary>
    public DateTimeOffset? RecordingSince => Recording is { Value: { Open: true } mark } ? On(mark.Moment) : null;

    /// <summary>An instant on the server's clock.</summary>
    /// <param name="moment">The moment.</param>
    public DateTimeOffset On(Moment moment) => moment.On(DriftMs ?? 0);
}
