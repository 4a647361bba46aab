using System.Globalization;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>Puts wordings together in both languages at once.</summary>
internal static class WordList
{
    public static Words Join(IEnumerable<Words> words) => Join(words, "、", ", ");

    public static Words Sentences(params IEnumerable<Words?> parts) => Join(parts.OfType<Words>().Where(p => p.Zh.Length > 0), "；", "; ");

    public static Words Labelled(Words label, Words text) => new($"{label.Zh}：{text.Zh}", $"{label.En}: {text.En}");

    public static Words Plain(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));

    /// <summary>What holds only in some circumstances is marked so.</summary>
    public static Words Mark(Words word, bool conditional) => conditional ? new($"{word.Zh}（视情形）", $"{word.En} (in some circumstances)") : word;

    private static Words Join(IEnumerable<Words> words, string zh, string en)
    {
        var all = words.ToList();
        return new(string.Join(zh, all.Select(w => w.Zh)), string.Join(en, all.Select(w => w.En)));
    }
}
