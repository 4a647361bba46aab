using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Grains.Ledger;

/// <summary>A fact that has no place in the ledger yet.</summary>
/// <param name="Name">The stable event name.</param>
/// <param name="Version">The event's version.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Payload">A JSON object in canonical spelling.</param>
public sealed record NewEntry(string Name, int Version, DateTimeOffset OccurredAt, string Payload);

/// <summary>Everything that one accepted command writes: all of it or nothing.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedSequence">The last sequence the decision was made on, 0 for a new stream.</param>
/// <param name="CommandId">The client's id of the command.</param>
/// <param name="CommandHash">The hash of the command's payload.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="RecordedAt">Now, by the legal clock.</param>
/// <param name="Training">Whether this is a training installation.</param>
/// <param name="Entries">The facts, oldest first; may be empty when only rows move.</param>
/// <param name="Answer">The JSON kept for the same id, or <see langword="null"/> to keep none.</param>
/// <param name="Rows">Read-model rows to insert or replace.</param>
/// <param name="Due">The next due instant of the stream, or <see langword="null"/> to leave it as it is.</param>
public sealed record AppendBatch(
    string Stream,
    long ExpectedSequence,
    string CommandId,
    string CommandHash,
    Actor Actor,
    DateTimeOffset RecordedAt,
    bool Training,
    ImmutableArray<NewEntry> Entries,
    string? Answer,
    ImmutableArray<ReadRow> Rows,
    DueChange? Due);

/// <summary>A new due instant of a stream.</summary>
/// <param name="DueAt">The next instant at which the stream wants to be woken, or <see langword="null"/> when no term runs.</param>
public sealed record DueChange(DateTimeOffset? DueAt);

/// <summary>What was kept of an accepted command.</summary>
/// <param name="CommandHash">The hash of its payload.</param>
/// <param name="Answer">The JSON that was answered.</param>
/// <param name="Sequence">The last sequence of the stream after it.</param>
public sealed record CommandAnswer(string CommandHash, string Answer, long Sequence);

/// <summary>Where a batch was written; given only after the sync.</summary>
/// <param name="FirstPosition">The position of its first entry in the whole ledger, 0 if it had none.</param>
/// <param name="LastSequence">The last sequence of the stream after it.</param>
/// <param name="HeadHash">The hash of the stream's last entry.</param>
/// <param name="Repeated">The same command had been written before; nothing was written now.</param>
public sealed record AppendReceipt(long FirstPosition, long LastSequence, string HeadHash, bool Repeated = false);
