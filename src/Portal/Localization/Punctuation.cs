namespace Enforcement.Portal.Localization;

/// <summary>Signs that differ between the two languages.</summary>
public static class Punctuation
{
    /// <summary>Between a label and what it labels.</summary>
    public static string Colon => Phrase.English ? ": " : "：";

    /// <summary>Between the members of a list.</summary>
    public static string Comma => Phrase.English ? ", " : "、";

    /// <summary>Something added in parentheses.</summary>
    public static string Aside(object? text) => Phrase.English ? $" ({text})" : $"（{text}）";
}
