using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The page that says, article by article, where the profiles carry what the five regulations demand and which tests execute it.</summary>
internal static partial class ConformanceDocument
{
    private static readonly string[] Codes = ["CM", "CZ", "TA", "FS", "GC"];

    internal static string Render()
    {
        var rows = ArticleTable.Read();
        var profiles = ShippedProfiles.Catalog.All.Select(p => p.Profile).ToDictionary(p => p.Code);
        var proofs = Proofs();
        var places = Codes.ToDictionary(c => c, c => Places(profiles[c]));
        var page = new StringBuilder("""
            # Conformance, article by article

            Generated from `docs/articles.tsv`, the profiles in `src/Domain/Regulations/Profiles` and the tests; do not edit.
            `UPDATE_GENERATED=1 dotnet test tests/Domain.Tests` writes it anew; the same test fails when it is not current.

            **Carried by** names the places of the profile that cite the article. *Executed* means that the program acts on it: it demands, refuses, counts or
            gates. *Declared* means that it is stated and shown, and supervised by people. **Tests** are those that execute the article on a case; besides them
            `FormDemandsTests` leaves out every demanded field, document, signature and officer of every act once and expects the refusal with its article.


            """);
        page.Append("| Regulation | Articles | Executed | Declared only | Not carried | With tests of their own |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var code in Codes)
        {
            var own = rows.Where(r => r.Code == code).ToList();
            page.Append(Invariant($"| {Title(profiles[code])} | {own.Count} | {own.Count(r => IsExecuted(places, r))} | {own.Count(r => !IsExecuted(places, r) && IsCarried(places, r))} | {own.Count(r => !IsCarried(places, r))} | {own.Count(r => proofs[r.Cite].Any())} |\n"));
        }

        foreach (var code in Codes)
        {
            page.Append(Invariant($"\n## {Title(profiles[code])}\n\nProfile `{profiles[code].Id}`.\n\n| Article | Demands | Kind | Term | Carried by | How | Tests |\n|---|---|---|---|---|---|---|\n"));
            foreach (var row in rows.Where(r => r.Code == code))
            {
                var carried = IsCarried(places, row) ? Joined(places[code][row.Cite]) : NotCarried(profiles[code], row.Cite);
                var tests = string.Join("; ", proofs[row.Cite].Order(StringComparer.Ordinal));
                page.Append(Invariant($"| {row.Cite} | {Cell(row.Demands)} | {row.Kind} | {Cell(row.Term)} | {Cell(carried)} | {How(places, row)} | {tests} |\n"));
            }
        }

        return page.ToString();
    }

    /// <summary>Names of the tests that prove an article, as sentences.</summary>
    internal static ILookup<string, string> Proofs() => Assembly.GetExecutingAssembly().GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .SelectMany(m => m.GetCustomAttribute<ProvesAttribute>()?.Cites.Select(c => (Cite: c, Name: m.Name.Replace('_', ' '))) ?? [])
        .ToLookup(p => p.Cite, p => p.Name);

    private static ILookup<string, Place> Places(Profile profile) => ProfileCites.All(profile)
        .Where(p => !p.Path.StartsWith("$.notCarried", StringComparison.Ordinal))
        .Select(p => (p.Cite, Place: PlaceOf(profile, p.Path)))
        .ToLookup(p => p.Cite, p => p.Place);

    private static Place PlaceOf(Profile profile, string path)
    {
        if (Indexed().Match(path) is { Success: true } indexed)
        {
            var i = int.Parse(indexed.Groups["i"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return indexed.Groups["what"].Value switch
            {
                "statements" => new("statement", false),
                "gates" => new($"gate `{profile.Gates[i].Gate.Code}`", true),
                "duties" => new($"duty `{profile.Duties[i].Id}`", false),
                "access" => new($"access rule ({Kebab.Of(profile.Access[i].Right)}, {Kebab.Of(profile.Access[i].State)})", false),
                _ => new("recording description", true),
            };
        }

        if (Named().Match(path) is { Success: true } named)
        {
            var (kind, part, id) = (named.Groups["id"].Value, named.Groups["part"].Value, named.Groups["sub"].Value);
            return named.Groups["what"].Value switch
            {
                "acts" when part is "fields" && !profile.Act(kind)!.Fields.Single(f => f.Id == id).Required => new($"act `{kind}`", false, "optional field"),
                "acts" => new($"act `{kind}`", true, part is "gates" ? $"gate `{id}`" : PartOf(part)),
                "clocks" => new(profile.Clock(kind)!.Advisory ? $"advisory term `{kind}`" : $"term `{kind}`", !profile.Clock(kind)!.Advisory, PartOf(part)),
                _ => new($"recording rule `{kind}`", false),
            };
        }

        return path switch
        {
            "$.scope.article" => new("scope", true),
            "$.archive.article" => new("archive", true),
            "$.archive.transcriptArticle" => new("transcript of sound", true),
            "$.archive.retentionArticle" => new("retention", false),
            "$.recordings.article" => new("recordings in general", false),
            "$.recordings.selfKeepingBanArticle" => new("ban on self-keeping", false),
            _ when path.StartsWith("$.recordings.places", StringComparison.Ordinal) => new($"place `{path.Split('(', ')')[1]}`", false),
            _ => throw new NotSupportedException(path),
        };
    }

    /// <summary>One entry a place, its parts behind it: <c>act `hearing` (fields, recording)</c>.</summary>
    private static string Joined(IEnumerable<Place> carried) => string.Join("; ", carried
        .GroupBy(p => p.Text)
        .Select(g => (Place: g.Key, Parts: g.Select(p => p.Part).Where(p => p.Length > 0).Distinct().ToList()))
        .Select(g => g.Parts is [] ? g.Place : $"{g.Place} ({string.Join(", ", g.Parts)})"));

    private static string PartOf(string part) => part switch
    {
        "article" or "" => "",
        "fields" => "fields",
        "documents" => "documents",
        "signatures" => "signatures",
        "officers" => "officers",
        "av" => "recording",
        "notBy" => "another person",
        "suspend" => "suspension",
        "extend" => "extension",
        "overrideArticle" => "override",
        "remoteWork" => "remote work",
        _ => throw new NotSupportedException(part),
    };

    private static bool IsCarried(Dictionary<string, ILookup<string, Place>> places, ArticleRow row) => places[row.Code][row.Cite].Any();

    private static bool IsExecuted(Dictionary<string, ILookup<string, Place>> places, ArticleRow row) => places[row.Code][row.Cite].Any(p => p.Executed);

    private static string How(Dictionary<string, ILookup<string, Place>> places, ArticleRow row) =>
        IsExecuted(places, row) ? "executed" : IsCarried(places, row) ? "declared" : "not carried";

    private static string NotCarried(Profile profile, string cite) => $"not carried: {profile.NotCarried.Single(n => n.Article == cite).Why.En}";

    private static string Title(Profile profile) => $"{profile.Code} {profile.Title.Zh}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^\$\.(?<what>statements|gates|duties|access|archive\.recordingFields)\[(?<i>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexed();

    [GeneratedRegex(@"^\$\.(?<what>acts|clocks|recordings)\((?<id>[^)]+)\)(\.(?<part>\w+)(\((?<sub>[^)]+)\))?)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    private sealed record Place(string Text, bool Executed, string Part = "");
}
