namespace Enforcement.Grains.Media;

/// <summary>Remembers which bureau handed in a document file, so that no other bureau can name it by its hash.</summary>
public interface IDocumentSenders
{
    /// <summary>Remembers a bureau's file, durably. Repeating it does nothing.</summary>
    /// <param name="sha256">The hash of the whole file, lower-case hex.</param>
    /// <param name="bureau">The bureau of the sender.</param>
    /// <param name="sender">The account of the sender.</param>
    /// <param name="ct">Frees the caller, does not undo.</param>
    Task AddAsync(string sha256, string bureau, string sender, CancellationToken ct);

    /// <summary>Whether somebody of a bureau handed the file in.</summary>
    /// <param name="sha256">The hash of the whole file, lower-case hex.</param>
    /// <param name="bureau">The bureau.</param>
    /// <param name="ct">Frees the caller.</param>
    Task<bool> HasAsync(string sha256, string bureau, CancellationToken ct);
}
