namespace Enforcement.Grains.Ledger;

/// <summary>Every profile text that an entry ever named, by the hash of its content, kept for ever.</summary>
public interface IProfileArchive
{
    /// <summary>Keeps a text. To be done before the first entry that names it.</summary>
    /// <param name="contentHash">SHA-256 over the UTF-8 text, 64 lower-case hexadecimal digits.</param>
    /// <param name="profileId">The profile's id, for people.</param>
    /// <param name="text">The file as it is.</param>
    /// <param name="now">Now, by the legal clock.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>Done when it is on disk; a text that is already kept is left as it is.</returns>
    /// <exception cref="ArgumentException">The hash is not that of the text.</exception>
    Task KeepAsync(string contentHash, string profileId, string text, DateTimeOffset now, CancellationToken ct);

    /// <summary>Finds a text.</summary>
    /// <param name="contentHash">The hash an entry names.</param>
    /// <param name="ct">Frees the caller.</param>
    /// <returns>The text, or <see langword="null"/> if it was never kept.</returns>
    Task<string?> FindAsync(string contentHash, CancellationToken ct);

    /// <summary>Every text that is kept, oldest first.</summary>
    Task<System.Collections.Immutable.ImmutableArray<string>> AllAsync(CancellationToken ct);
}
