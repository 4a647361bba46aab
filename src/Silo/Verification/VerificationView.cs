using System.Collections.Immutable;
using Enforcement.Domain.Ledger;

namespace Enforcement.Silo.Verification;

/// <summary>Where the verification of everything that is kept stands.</summary>
/// <param name="Status"><c>never</c>, <c>running</c>, <c>sound</c>, <c>unsound</c>, or <c>failed</c> when it could not be carried out.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Entries">Entries that proved sound so far.</param>
/// <param name="EntriesTotal">How many there were when it began.</param>
/// <param name="Files">Files that were read again so far.</param>
/// <param name="FilesTotal">How many there are; known once the ledger is through.</param>
/// <param name="Root">The computed Merkle root over the entries; known once the ledger is through.</param>
/// <param name="Faults">What is wrong, the first bad entry first; at most a hundred.</param>
public sealed record VerificationView(
    string Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    long Entries,
    long EntriesTotal,
    long Files,
    long FilesTotal,
    string? Root,
    ImmutableArray<LedgerFault> Faults)
{
    public const string Never = "never";
    public const string Running = "running";
    public const string Sound = "sound";
    public const string Unsound = "unsound";
    public const string Failed = "failed";

    private const int MostFaults = 100;

    public static VerificationView None { get; } = new(Never, null, null, 0, 0, 0, 0, null, []);

    public VerificationView With(IEnumerable<LedgerFault> more) => this with { Faults = [.. Faults.Concat(more).Take(MostFaults)] };
}
