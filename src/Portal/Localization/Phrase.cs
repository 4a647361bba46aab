using System.Globalization;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Localization;

/// <summary>Words of the portal in its two languages; written out, it takes the language of the reader.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The language of the reader of this circuit or request.</summary>
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static implicit operator string(Phrase phrase) => phrase.ToString();

    /// <summary>The phrase with its places filled.</summary>
    public string With(params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, ToString(), values);

    public override string ToString() => English ? En : Zh;
}

/// <summary>Wordings that come with messages.</summary>
public static class WordingExtensions
{
    /// <summary>The wording in the language of the reader.</summary>
    public static string Here(this Wording wording) => Phrase.English ? wording.En : wording.Zh;
}
