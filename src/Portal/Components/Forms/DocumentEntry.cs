using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Components.Forms;

/// <summary>A document in a form: one that the act asks for, or a free one.</summary>
public sealed class DocumentEntry
{
    /// <summary>A document of the act's rule.</summary>
    public DocumentEntry(FormDocument rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (Rule, Id, Title) = (rule, rule.Id, rule.Name.Zh); // the title of a Chinese document is Chinese whatever the reader's language
    }

    private DocumentEntry(string id, string title) => (Id, Title) = (id, title);

    /// <summary>The rule, or <see langword="null"/> for a free document.</summary>
    public FormDocument? Rule { get; }

    public string Id { get; }

    public bool Included { get; set; }

    public string Title { get; set; }

    /// <summary>The number [文号].</summary>
    public string Number { get; set; } = "";

    public string? Sha256 { get; set; }

    /// <summary>The name of the file that was handed in; empty: none, or not known.</summary>
    public string FileName { get; set; } = "";

    /// <summary>A free document.</summary>
    public static DocumentEntry Free(int number) => Free($"extra-{number}");

    /// <summary>A free document of a given id.</summary>
    public static DocumentEntry Free(string id) => new(id, "") { Included = true };

    /// <summary>A document that an entry carries beyond its rule.</summary>
    public static DocumentEntry Of(DocumentInfo document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentEntry entry = new(document.Id, document.Title ?? "");
        entry.Take(document);
        return entry;
    }

    public void Take(DocumentInfo? document)
    {
        Included = document is not null;
        (Title, Number, Sha256) = document is null ? (Title, Number, Sha256) : (document.Title ?? Title, document.Number ?? "", document.Sha256);
    }

    public DocumentInfo ToMessage() => new(Id, Text(Title), Text(Number), Sha256);

    private static string? Text(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
