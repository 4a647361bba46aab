using System.Text;

namespace Enforcement.Domain;

/// <summary>Text as searches compare it: what a clerk types and what stands in a case number look alike, whatever width and brackets were used.</summary>
/// <remarks>The lists keep text in this form; a change of it needs a migration that folds what is kept.</remarks>
public static class SearchText
{
    /// <summary>Lower case; full-width letters, digits and spaces half-width; every kind of bracket round; every dash a hyphen.</summary>
    /// <param name="text">Any text.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            folded.Append(Fold(c));
        }

        return folded.ToString();
    }

    /// <summary>The words of a search, folded, without repetition.</summary>
    /// <param name="text">What was typed; <see langword="null"/>: nothing.</param>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. Fold(text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static char Fold(char c) => c switch
    {
        '\u3000' => ' ',
        '[' or '{' or '〔' or '【' or '（' or '［' or '〈' or '《' => '(',
        ']' or '}' or '〕' or '】' or '）' or '］' or '〉' or '》' => ')',
        '－' or '—' or '–' or '‐' or '−' => '-',
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'a'),
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'a'),
        _ => char.ToLowerInvariant(c),
    };
}
