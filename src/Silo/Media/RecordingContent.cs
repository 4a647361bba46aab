namespace Enforcement.Silo.Media;

/// <summary>Which original a request for a recording's content means.</summary>
/// <param name="Sha256">Its hash.</param>
/// <param name="FileName">As it was declared; made fit to be shown before it is sent.</param>
/// <param name="ContentType">As it was declared; only types that browsers play or show harmlessly are passed on.</param>
/// <param name="LeafRoot">The root that the ledger holds. Another one in the store is a corruption.</param>
/// <param name="AsDownload">Offer it for saving rather than play it.</param>
public sealed record RecordingContent(string Sha256, string FileName, string ContentType, string? LeafRoot, bool AsDownload = false);

/// <summary>The answer of whoever decides about access and writes the view down: the content, or the response that is sent instead.</summary>
public abstract record RecordingAccess
{
    private RecordingAccess()
    {
    }

    public sealed record Granted(RecordingContent Content) : RecordingAccess;

    public sealed record Denied(IResult Response) : RecordingAccess;
}
