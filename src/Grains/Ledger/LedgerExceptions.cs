namespace Enforcement.Grains.Ledger;

/// <summary>The stream has moved on since the decision was made. The grain replays and decides again.</summary>
[GenerateSerializer, Alias("ledger.sequence-conflict")]
public sealed class SequenceConflictException(string stream, long expected, long actual)
    : Exception($"stream {stream} stands at {actual}, not at {expected}")
{
    /// <summary>The stream.</summary>
    [Id(0)]
    public string Stream { get; } = stream;

    /// <summary>Where the decision thought it stood.</summary>
    [Id(1)]
    public long Expected { get; } = expected;

    /// <summary>Where it stands.</summary>
    [Id(2)]
    public long Actual { get; } = actual;
}

/// <summary>The client used one command id for two different commands.</summary>
[GenerateSerializer, Alias("ledger.command-conflict")]
public sealed class CommandConflictException(string stream, string commandId)
    : Exception($"command id {commandId} was used in stream {stream} with another payload")
{
    /// <summary>The stream.</summary>
    [Id(0)]
    public string Stream { get; } = stream;

    /// <summary>The id.</summary>
    [Id(1)]
    public string CommandId { get; } = commandId;
}

/// <summary>The ledger is not what was written. The stream is served no more until people have looked at it.</summary>
[GenerateSerializer, Alias("ledger.corrupted")]
public sealed class LedgerCorruptedException(string stream, long sequence, string reason)
    : Exception($"stream {stream}, entry {sequence}: {reason}")
{
    /// <summary>The stream, empty when the ledger as a whole is meant.</summary>
    [Id(0)]
    public string Stream { get; } = stream;

    /// <summary>The first bad entry.</summary>
    [Id(1)]
    public long Sequence { get; } = sequence;

    /// <summary>What is wrong with it.</summary>
    [Id(2)]
    public string Reason { get; } = reason;
}

/// <summary>The store cannot serve now. Nothing of the batch was written; the process lives on and later calls may succeed.</summary>
[GenerateSerializer, Alias("ledger.store-unavailable")]
public sealed class StoreUnavailableException(string reason, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Another process holds the database.</summary>
    public const string Locked = "locked";

    /// <summary>The file is damaged.</summary>
    public const string Corrupt = "corrupt";

    /// <summary>The disk is full.</summary>
    public const string Full = "full";

    /// <summary>The file was written by a newer program.</summary>
    public const string Newer = "newer";

    /// <summary>A migration that was applied reads otherwise in this program.</summary>
    public const string Changed = "changed";

    /// <summary>The disk or the folder failed in another way.</summary>
    public const string Failed = "failed";

    /// <summary>The store is closed or closing.</summary>
    public const string Closed = "closed";

    /// <summary>One of the words above, stable for programs.</summary>
    [Id(0)]
    public string Reason { get; } = reason;
}

/// <summary>A row of the batch cannot stand beside another one, because a number that must be unique is taken. Nothing of the batch was written.</summary>
[GenerateSerializer, Alias("ledger.row-conflict")]
public class RowConflictException(string message) : Exception(message);
