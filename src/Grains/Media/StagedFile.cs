using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Enforcement.Grains.Media;

/// <summary>A file that is about to arrive.</summary>
/// <param name="UploadId">32 lower-case hex digits, made by the server from random bits; it is the only thing that names files in staging.</param>
/// <param name="Length">Declared length in bytes, positive.</param>
/// <param name="Owner">Who sends it.</param>
/// <param name="Metadata">What the sender said of it. Never part of a path.</param>
/// <param name="DeclaredSha256">The hash that the sender says it has, 64 lower-case hex digits, or <see langword="null"/>.</param>
/// <param name="CreatedAt">Now, by the machine clock.</param>
/// <param name="ExpiresAt">When it may be swept away.</param>
public sealed record NewStagedFile(
    string UploadId,
    long Length,
    string Owner,
    ImmutableSortedDictionary<string, string> Metadata,
    string? DeclaredSha256,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt);

/// <summary>How far a staged file has come.</summary>
public enum StagedPhase
{
    /// <summary>Bytes are still missing, or all are there and it was not completed yet.</summary>
    Receiving,

    /// <summary>The hashes are known; the move into the store began and may have to be repeated.</summary>
    Moving,

    /// <summary>It is an original in the store; nobody has settled it yet.</summary>
    Stored,

    /// <summary>The content was not what was declared; it is kept apart.</summary>
    Rejected,

    /// <summary>It is over; <see cref="StagedFile.Settlement"/> says how.</summary>
    Settled,
}

/// <summary>A file in staging.</summary>
/// <param name="Created">What was declared.</param>
/// <param name="Offset">Bytes that have arrived and are on disk.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="ExpiresAt">When it may be swept away.</param>
/// <param name="Media">The original that it became, from <see cref="StagedPhase.Moving"/> on.</param>
/// <param name="Settlement">The text given at the settlement, or the reason of a rejection.</param>
public sealed record StagedFile(
    NewStagedFile Created,
    long Offset,
    StagedPhase Phase,
    DateTimeOffset ExpiresAt,
    StoredMedia? Media,
    string? Settlement)
{
    public string UploadId => Created.UploadId;

    public long Length => Created.Length;

    public bool HasArrived => Offset == Length;
}

/// <summary>How an append ended.</summary>
/// <param name="Ending">The kind of end.</param>
/// <param name="Offset">Bytes that have arrived now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendResult(AppendEnding Ending, long Offset);

/// <summary>How an append ended.</summary>
public enum AppendEnding
{
    /// <summary>The stream came to its end.</summary>
    Complete,

    /// <summary>The stream broke off. Without a checksum what arrived is kept, with one the offset is where it was.</summary>
    Cut,

    /// <summary>The checksum does not match; the offset is where it was.</summary>
    ChecksumMismatch,

    /// <summary>The stream holds more than the declared length; the offset is where it was.</summary>
    TooLong,
}

/// <summary>The checksum of one chunk, as the sender computed it.</summary>
/// <param name="Algorithm">Which hash.</param>
/// <param name="Value">Its bytes.</param>
public sealed record ChunkChecksum(ChunkAlgorithm Algorithm, ImmutableArray<byte> Value);

/// <summary>Hashes that a chunk may be protected by.</summary>
public enum ChunkAlgorithm
{
    Sha1,
    Sha256,
}
