using Orleans.Runtime;

namespace Orleans;

/// <summary>The store of reminders.</summary>
public interface IReminderTable
{
    /// <summary>Opens the store.</summary>
    Task StartAsync(CancellationToken cancellationToken = default);

    /// <summary>All reminders of a grain.</summary>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>All reminders of a range of grains; one process owns the whole range, so both ends are ignored here.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <summary>One reminder, or <see langword="null"/>.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Writes a reminder whatever was there; the answer is its new version.</summary>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <summary>Removes a reminder of this version. <see langword="false"/>: there is none.</summary>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    /// <summary>Closes the store.</summary>
    Task StopAsync(CancellationToken cancellationToken = default);
}

/// <summary>A stored reminder.</summary>
[GenerateSerializer]
public sealed class ReminderEntry
{
    /// <summary>Whom it wakes.</summary>
    [Id(0)]
    public GrainId GrainId { get; set; }

    /// <summary>Its name within the grain.</summary>
    [Id(1)]
    public string ReminderName { get; set; } = "";

    /// <summary>When the first tick is due, in UTC.</summary>
    [Id(2)]
    public DateTime StartAt { get; set; }

    /// <summary>From tick to tick.</summary>
    [Id(3)]
    public TimeSpan Period { get; set; }

    /// <summary>The version.</summary>
    [Id(4)]
    public string? ETag { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"{GrainId}.{ReminderName} from {StartAt:O} every {Period}";
}

/// <summary>Rows of an <see cref="IReminderTable"/>.</summary>
[GenerateSerializer]
public sealed class ReminderTableData
{
    /// <summary>No rows.</summary>
    public ReminderTableData() => Reminders = [];

    /// <summary>One row.</summary>
    public ReminderTableData(ReminderEntry entry) => Reminders = [entry];

    /// <summary>Some rows.</summary>
    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    /// <summary>The rows.</summary>
    [Id(0)]
    public IList<ReminderEntry> Reminders { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Reminders.Count} reminders";
}
