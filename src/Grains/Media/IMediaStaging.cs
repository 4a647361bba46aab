namespace Enforcement.Grains.Media;

/// <summary>The place where files arrive, in pieces and over days, before they become originals in the <see cref="IMediaStore"/>.</summary>
/// <remarks>Everything that is reported as arrived is on disk: a killed process or a lost power supply does not take it back.</remarks>
public interface IMediaStaging
{
    /// <summary>Makes room for a new file.</summary>
    /// <exception cref="MediaStoreFullException">The disk has no room for it.</exception>
    Task<StagedFile> CreateAsync(NewStagedFile file, CancellationToken cancellationToken);

    /// <summary>How far a file has come, or <see langword="null"/> when it is unknown, was discarded or has expired.</summary>
    Task<StagedFile?> FindAsync(string uploadId, CancellationToken cancellationToken);

    /// <summary>Takes hold of a file for writing. One holder at a time.</summary>
    /// <returns>The lease, or <see langword="null"/> when another holder has it or the file is not there.</returns>
    Task<IStagingLease?> TryLeaseAsync(string uploadId, CancellationToken cancellationToken);

    /// <summary>Everything that is staged, finished or not, expired or not.</summary>
    IAsyncEnumerable<StagedFile> ListAsync(CancellationToken cancellationToken);
}

/// <summary>The only writer of one staged file, until it is disposed.</summary>
public interface IStagingLease : IAsyncDisposable
{
    /// <summary>The file as it stands now.</summary>
    StagedFile File { get; }

    /// <summary>Appends what the stream gives and syncs it. With a checksum it is all or nothing, without one a cut stream keeps what arrived.</summary>
    /// <exception cref="MediaStoreFullException">The disk is full; the file is as long as <see cref="File"/> says.</exception>
    Task<AppendResult> AppendAsync(Stream content, ChunkChecksum? checksum, CancellationToken cancellationToken);

    /// <summary>Turns the complete file into an original, durably. Repeating it, also after a crash, gives the same answer.</summary>
    /// <exception cref="MediaRejectedException">The content is not what was declared; it is kept apart with the reason.</exception>
    Task<StoredMedia> CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Remembers, durably, what became of the completed file. The text is the caller's own.</summary>
    Task SettleAsync(string settlement, CancellationToken cancellationToken);

    /// <summary>Pushes the expiry out to this instant, durably. An earlier instant than the present one changes nothing.</summary>
    Task ProlongAsync(DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Forgets the upload. An original that was made of it stays.</summary>
    Task DiscardAsync(CancellationToken cancellationToken);
}
