using System.Runtime.InteropServices;

namespace Enforcement.Grains.Media;

/// <summary>Originals under the hash of their content: written once, never rewritten, the same content stored twice is one file.</summary>
public interface IMediaStore
{
    /// <summary>What is stored under this hash, or <see langword="null"/>.</summary>
    /// <exception cref="MediaCorruptedException">The list of leaf hashes is damaged.</exception>
    Task<StoredMedia?> FindAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Opens an original for verified reading, or gives <see langword="null"/> when there is none.</summary>
    /// <param name="sha256">The hash of the whole file.</param>
    /// <param name="expectedLeafRoot">The root that the ledger holds, or <see langword="null"/>; another root is a corruption.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MediaCorruptedException">The leaf hashes are damaged or have another root, or the file is missing or has another size.</exception>
    Task<IVerifiedMedia?> OpenAsync(string sha256, string? expectedLeafRoot, CancellationToken cancellationToken);

    /// <summary>Reads the whole original again and compares every hash. Empty: nothing is wrong.</summary>
    /// <param name="sha256">The hash of the whole file.</param>
    /// <param name="pace">Called after each leaf with the bytes just read, so that a background reader can hold itself back.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<MediaFinding>> VerifyAsync(string sha256, Func<int, CancellationToken, ValueTask>? pace, CancellationToken cancellationToken);

    /// <summary>The hashes of everything kept, ascending, from the first one after <paramref name="after"/>.</summary>
    IAsyncEnumerable<string> ListAsync(string? after, CancellationToken cancellationToken);

    /// <summary>How much is kept, without reading it.</summary>
    Task<MediaAmount> MeasureAsync(CancellationToken cancellationToken);
}

/// <summary>How much a store keeps.</summary>
/// <param name="Files">Originals.</param>
/// <param name="Bytes">Their bytes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MediaAmount(long Files, long Bytes);

/// <summary>One original, open. No byte leaves before the leaf that holds it has been compared with its stored hash.</summary>
public interface IVerifiedMedia : IAsyncDisposable
{
    /// <summary>What is read.</summary>
    StoredMedia Media { get; }

    /// <summary>The bytes of a range in pieces of at most one leaf. A piece is valid until the next one is asked for.</summary>
    /// <exception cref="MediaCorruptedException">A leaf does not match; none of its bytes were given out.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(long from, long length, CancellationToken cancellationToken);
}
