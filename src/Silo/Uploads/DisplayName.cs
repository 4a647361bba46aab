using System.Globalization;
using System.Text;

namespace Enforcement.Silo.Uploads;

/// <summary>Makes a file name from outside fit to be shown. It never becomes a part of a path.</summary>
public static class DisplayName
{
    public const int MaxLength = 120;
    private const string Unnamed = "recording";

    public static string Of(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var shown = new StringBuilder(last.Length);
        foreach (var rune in last.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // Format characters hold the bidirectional controls, with which "exe.4pm" reads as "mp4.exe".
            var unfit = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
            if (!unfit && !"<>:\"|?*".Contains((char)(rune.IsBmp ? rune.Value : 'x')))
            {
                shown.Append(rune);
            }
        }

        var fit = shown.ToString().Trim().TrimStart('.');
        return fit.Length == 0 ? Unnamed : Shortened(fit);
    }

    private static string Shortened(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
        {
            extension = "";
        }

        var kept = MaxLength - extension.Length;
        return name[..(char.IsHighSurrogate(name[kept - 1]) ? kept - 1 : kept)] + extension;
    }
}
