namespace Enforcement.Grains.Interfaces;

/// <summary>A wording in the two languages of the portal.</summary>
/// <param name="Zh">Chinese, the language of record.</param>
/// <param name="En">English.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.wording")]
public readonly record struct Wording([property: Id(0)] string Zh, [property: Id(1)] string En)
{
    /// <summary>The wording in a language: English for <c>en</c> and its regions, otherwise Chinese.</summary>
    /// <param name="language">An IETF language tag.</param>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}
