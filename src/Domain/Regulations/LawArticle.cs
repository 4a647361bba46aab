namespace Enforcement.Domain.Regulations;

/// <summary>One article [条] of a regulation or a national law, as a refusal or a clock cites it.</summary>
/// <param name="Cite">The stable cite: <c>CM-08</c>, <c>行政处罚法-58</c>.</param>
/// <param name="Source">Code or short title of its source: <c>CM</c>, <c>行政处罚法</c>.</param>
/// <param name="Number">The article number, from 1; 0 when the source is cited as a whole because no article is at hand.</param>
/// <param name="Text">
/// The Chinese text, paragraphs parted by line feeds, exactly as in the copy at hand. When <paramref name="IsGist"/>: a short Chinese account in our own words [要旨], never to be shown as the text.
/// </param>
/// <param name="IsGist">Whether <paramref name="Text"/> is a gist, not the text.</param>
/// <param name="Title">The title of the source.</param>
/// <param name="Chapter">The heading of its chapter, or <see langword="null"/> where the source has none.</param>
/// <param name="GistEn">An English gist. Never a translation with legal force.</param>
public sealed record LawArticle(
    string Cite,
    string Source,
    int Number,
    string Text,
    bool IsGist,
    Words Title,
    string? Chapter,
    string GistEn)
{
    /// <summary>Title and number as people write them: <c>《行政处罚法》第五十八条</c>; English <c>Administrative Penalty Law, Art. 58</c>.</summary>
    public Words Label => Number == 0
        ? new Words($"《{Title.Zh}》", Title.En)
        : new Words($"《{Title.Zh}》第{ChineseNumeral.Of(Number)}条", $"{Title.En}, Art. {Number}");
}

/// <summary>A regulation or law of which articles are at hand.</summary>
/// <param name="Source">Code or short title, the part of a cite before the dash.</param>
/// <param name="Title">The full title.</param>
/// <param name="Issuer">Who issued it; <see langword="null"/> for national law.</param>
/// <param name="Document">The document number, or <see langword="null"/> when the copy at hand names none.</param>
/// <param name="EffectiveFrom">In force from; <see langword="null"/> when the copy names no day, read as before this system began.</param>
/// <param name="IsGist">Whether only gists [要旨] are at hand.</param>
/// <param name="Notes">What to know of the copy at hand.</param>
public sealed record LawSource(
    string Source,
    Words Title,
    Words? Issuer,
    string? Document,
    DateOnly? EffectiveFrom,
    bool IsGist,
    IReadOnlyList<string> Notes);
