using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Access;

/// <summary>What the people who run the installation look at [系统管理]. Each call asks anew whether the person may.</summary>
public interface ISystemDesk
{
    /// <summary>How the installation stands; <see langword="null"/>: the person may not see it.</summary>
    Task<SystemView?> ViewAsync(ClaimsPrincipal by, CancellationToken cancellationToken);

    /// <summary>Begins the verification of the whole ledger and of every stored file; one that runs is left alone.</summary>
    /// <returns>Whether the person may.</returns>
    bool Verify(ClaimsPrincipal by);

    /// <summary>Checks the file of a calendar year, stores it, and counts provisional terms anew.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Frees the caller.</param>
    Task<CalendarAnswer> ImportCalendarAsync(ClaimsPrincipal by, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

/// <summary>How the installation stands.</summary>
public sealed record SystemView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is for training.</summary>
    public required bool Training { get; init; }

    /// <summary>The version of the program and the name of its engine.</summary>
    public required string Program { get; init; }

    /// <summary>When the program was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What lies in the data folder.</summary>
    public required ImmutableArray<FolderLine> Folder { get; init; }

    /// <summary>Free bytes on its disk.</summary>
    public required long DiskFree { get; init; }

    /// <summary>All bytes of its disk.</summary>
    public required long DiskTotal { get; init; }

    /// <summary>Below this the installation calls itself not ready.</summary>
    public required long DiskReserve { get; init; }

    /// <summary>Entries of the ledger.</summary>
    public required long Entries { get; init; }

    /// <summary>The Merkle root over them.</summary>
    public required string Root { get; init; }

    /// <summary>The last checkpoint, or <see langword="null"/>.</summary>
    public CheckpointLine? Checkpoint { get; init; }

    /// <summary>The present or last verification.</summary>
    public required VerificationLine Verification { get; init; }

    /// <summary>The background reading of stored files, or <see langword="null"/> before the first.</summary>
    public ScrubLine? Scrub { get; init; }
}

/// <summary>A part of the data folder.</summary>
/// <param name="Name">The name of the file or folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Files">How many files it holds.</param>
public sealed record FolderLine(string Name, long Bytes, long Files);

/// <summary>A checkpoint over the whole ledger.</summary>
/// <param name="Count">How many entries it speaks about.</param>
/// <param name="Root">The Merkle root over them.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record CheckpointLine(long Count, string Root, DateTimeOffset MadeAt);

/// <summary>A verification.</summary>
/// <param name="Status">never, running, sound, unsound, failed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Entries">Entries proved so far.</param>
/// <param name="EntriesTotal">Entries in all.</param>
/// <param name="Files">Files read so far.</param>
/// <param name="FilesTotal">Files in all, once known.</param>
/// <param name="Faults">What is wrong, in words.</param>
public sealed record VerificationLine(
    string Status, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, long Entries, long EntriesTotal, long Files, long FilesTotal, ImmutableArray<string> Faults);

/// <summary>The background reading.</summary>
public sealed record ScrubLine(DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, long Files, long Bytes, long Findings, DateTimeOffset? NextAt);

/// <summary>What became of a calendar file.</summary>
/// <param name="Stored">The version that is stored now, or <see langword="null"/>.</param>
/// <param name="Known">Whether the same content had been there before.</param>
/// <param name="Recounted">Cases and recordings that were asked to count anew.</param>
/// <param name="Broken">Every broken rule.</param>
public sealed record CalendarAnswer(string? Stored, bool Known, int Recounted, ImmutableArray<BrokenRule> Broken);
