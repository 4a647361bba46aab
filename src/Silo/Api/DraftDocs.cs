namespace Enforcement.Silo.Api;

/// <summary>The words about drafts in the description of the API.</summary>
internal static class DraftDocs
{
    public static readonly EndpointDoc List = new("List one's own drafts", "The draft saved last comes first. Nobody sees the drafts of another person.");

    public static readonly EndpointDoc Read = new("Read a draft", "The form as it was typed, with its version.");

    public static readonly EndpointDoc Save = new(
        "Save a draft",
        "On disk before the answer. The later save wins; overtook tells that another window had saved in between. A draft is no record: nothing of it stands in the ledger. At most 256 KB, 200 drafts a person, kept for 30 days after the last save. For a new case the id is the one that the case is to have and the kind is new-case; a correction names the entry with corrects, a decision the one that it is about with about.",
        """{ "base": 0, "label": "城管罚〔2026〕1号 · 现场检查", "content": { "fields": { "site": "幸福路 12 号" }, "occurredAt": "2026-11-21T09:00" } }""");

    public static readonly EndpointDoc Remove = new("Discard a draft", "One that is not there is no fault.");
}
