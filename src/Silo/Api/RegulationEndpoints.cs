using System.Text;
using Enforcement.Domain;
using Enforcement.Domain.Deadlines;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>The law at hand: profiles, articles, and the forms that follow from them.</summary>
internal static class RegulationEndpoints
{
    private static readonly EndpointDoc List = new("List regulation profiles", "Every profile at hand with its code, first day in force and the SHA-256 of its text; the newest first within a code.");

    private static readonly EndpointDoc Articles = new("Read the articles of a regulation", "All articles of a regulation or national law by its code (CM, CZ, TA, FS, GC, 行政处罚法 …), in order. isGist marks those of which only the gist is at hand.");

    private static readonly EndpointDoc Article = new("Read an article", "One article by its cite, such as CM-08 or 行政处罚法-58.");

    private static readonly EndpointDoc Text = new("Read the text of a profile", "The exact text: its SHA-256 is the hash that every case started under it names.");

    private static readonly EndpointDoc Acts = new(
        "Read the acts of a profile", "Every act [执法行为] with its form: fields, officers, documents, signatures, recordings, roles, each with its article.");

    private static readonly EndpointDoc Openings = new(
        "Read what may open a case", "The kinds of case and the opening acts with their forms under the profile of a regulation that is in force today.");

    public static void MapRegulations(this IEndpointRouteBuilder app)
    {
        var regulations = app.MapGroup("/api/v1/regulations").WithTags("Regulations");
        regulations.MapGet("", (IRegulationReader reader) => reader.Profiles()).RequireAccess(Permissions.RegulationsRead).Describe(List);
        regulations.MapGet("/{code}/articles", ArticlesOf).RequireAccess(Permissions.RegulationsRead).Produces<IReadOnlyList<ArticleView>>().Describe(Articles);
        regulations.MapGet("/{code}/openings", OpeningsOf).RequireAccess(Permissions.RegulationsRead).Produces<OpeningsView>().Describe(Openings);
        regulations.MapGet("/articles/{cite}", ArticleOf).RequireAccess(Permissions.RegulationsRead).Produces<ArticleView>().Describe(Article);
        regulations.MapGet("/profiles/{code}/{version}/text", TextOf).RequireAccess(Permissions.RegulationsRead).Describe(Text);
        regulations.MapGet("/profiles/{code}/{version}/acts", ActsOf).RequireAccess(Permissions.RegulationsRead).Produces<IReadOnlyList<ActFormView>>().Describe(Acts);
    }

    private static IResult ArticlesOf(string code, IRegulationReader reader) =>
        reader.Articles(code) is { IsEmpty: false } articles ? Results.Ok(articles) : None("regulation.unknown", code);

    private static IResult ArticleOf(string cite, IRegulationReader reader) => reader.Article(cite) is { } article ? Results.Ok(article) : None("article.unknown", cite);

    private static IResult TextOf(string code, string version, IRegulationReader reader) =>
        reader.Text($"{code}/{version}") is { } text ? Results.Text(text, "application/json", Encoding.UTF8) : None("profile.unknown", $"{code}/{version}");

    private static IResult ActsOf(string code, string version, IRegulationReader reader) =>
        reader.Acts($"{code}/{version}") is { IsEmpty: false } acts ? Results.Ok(acts) : None("profile.unknown", $"{code}/{version}");

    private static IResult OpeningsOf(string code, IRegulationReader reader, LegalClock clock)
    {
        var today = ChinaTime.DayOf(clock.Display);
        return reader.ActTypes(code, today) is { IsEmpty: false } types
            ? Results.Ok(new OpeningsView(types, reader.Openings(code, today)))
            : None("regulation.unknown", code);
    }

    private static IResult None(string code, string name) => Problems.NotFound(code, new Words($"没有“{name}”。", $"There is no \"{name}\"."));
}

/// <summary>What may open a case under a regulation today.</summary>
public sealed record OpeningsView(IReadOnlyList<NamedValue> ActTypes, IReadOnlyList<ActFormView> Acts);
