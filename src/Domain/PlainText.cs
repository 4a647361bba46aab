using System.Globalization;

namespace Enforcement.Domain;

/// <summary>Text that people read later must show what was written: no control characters, nothing invisible, nothing that turns the direction of other text.</summary>
public static class PlainText
{
    /// <summary>Whether a line of text is clean and says something: not blank, within the length, without control and format characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">Longest, in UTF-16 code units.</param>
    public static bool IsLine(string? text, int max) => !string.IsNullOrWhiteSpace(text) && text.Length <= max && IsClean(text);

    /// <summary>Whether text holds no control or format characters; line breaks and tabs only where allowed.</summary>
    /// <param name="text">The text; <see langword="null"/> is clean.</param>
    /// <param name="lines">Whether line breaks and tabs may stand in it.</param>
    public static bool IsClean(string? text, bool lines = false)
    {
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            var hidden = System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (hidden && !(lines && (rune.Value is '\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }
}
