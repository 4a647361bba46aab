using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Enforcement.Domain.Regulations;

/// <summary>The layout of the files in <c>Regulations/Texts</c>. Strict: an unknown, missing or null member stops the program at its first look at the law.</summary>
internal static class LawTextFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public static (LawSource Source, ImmutableArray<LawArticle> Articles) ReadRegulation(Stream json)
    {
        var file = Read<RegulationFile>(json);
        var title = new Words(file.Title.Zh, file.Title.En);
        var source = new LawSource(
            file.Code, title, new Words(file.Issuer.Zh, file.Issuer.En), file.Document, file.EffectiveFrom, IsGist: false, file.Notes);
        return (source, [.. file.Articles.Select(article => new LawArticle(
            string.Create(CultureInfo.InvariantCulture, $"{file.Code}-{article.Number:00}"),
            file.Code, article.Number, article.Text, IsGist: false, title, article.Chapter, article.GistEn))]);
    }

    public static IEnumerable<(LawSource Source, ImmutableArray<LawArticle> Articles)> ReadNational(Stream json)
    {
        var file = Read<NationalFile>(json);
        return file.Laws.Select(law =>
        {
            var title = new Words(law.Title.Zh, law.Title.En);
            var articles = law.Articles.Select(article => new LawArticle(
                string.Create(CultureInfo.InvariantCulture, $"{law.Source}-{article.Number}"),
                law.Source, article.Number, article.Gist.Zh, IsGist: true, title, Chapter: null, article.Gist.En));
            var whole = law.Gist is { } gist
                ? [new LawArticle(law.Source, law.Source, 0, gist.Zh, IsGist: true, title, Chapter: null, gist.En)]
                : Enumerable.Empty<LawArticle>();
            return (
                new LawSource(law.Source, title, Issuer: null, law.Document, law.EffectiveFrom, IsGist: true, [law.Edition, .. file.Notes]),
                whole.Concat(articles).ToImmutableArray());
        });
    }

    private static T Read<T>(Stream json) => JsonSerializer.Deserialize<T>(json, Strict) ?? throw new JsonException("The file holds null.");

    private sealed record RegulationFile(
        string Code, WordsFile Title, WordsFile Issuer, string? Document, DateOnly? EffectiveFrom, string[] Notes, ArticleFile[] Articles);

    private sealed record ArticleFile(int Number, string? Chapter, string Text, string GistEn);

    private sealed record NationalFile(string[] Notes, LawFile[] Laws);

    private sealed record LawFile(
        string Source, WordsFile Title, string? Document, string Edition, DateOnly? EffectiveFrom, WordsFile? Gist, GistFile[] Articles);

    private sealed record GistFile(int Number, string Basis, WordsFile Gist);

    private sealed record WordsFile(string Zh, string En);
}
