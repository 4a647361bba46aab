using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>Errors as RFC 9457 problem details: the <c>type</c> is stable and for programs, title and detail are for people.</summary>
public static class Problems
{
    public const string TypePrefix = "urn:enforcement:problem:";

    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Stable, lower case, hyphens: <c>upload-offset</c>. Never reused for another meaning.</param>
    /// <param name="title">What kind of problem this is; the same for every occurrence.</param>
    /// <param name="detail">What happened this time, and what to do next.</param>
    /// <param name="members">Further members of the problem, for programs.</param>
    public static IResult Of(int status, string code, string title, string detail, IReadOnlyDictionary<string, object?>? members = null) =>
        new Problem(status, code, new Words(title, title), new Words(detail, detail), [], members);

    /// <summary>A problem in the language of the reader.</summary>
    public static IResult Of(int status, string code, Words title, Words detail, IReadOnlyDictionary<string, object?>? members = null) =>
        new Problem(status, code, title, detail, [], members);

    /// <summary>A command that the law or a rule of the system refuses: every broken rule, with its article and what to do next.</summary>
    public static IResult Refused(IReadOnlyList<Violation> broken) => Broken([.. broken.Select(Rule)]);

    /// <summary>The same, as the grains answer it: with the text of each article.</summary>
    public static IResult Broken(ImmutableArray<BrokenRule> broken) => new Problem(
        StatusCodes.Status422UnprocessableEntity,
        "refused",
        new Words("不符合规定，未予办理", "Refused: rules are broken"),
        new Words(string.Join(' ', broken.Select(rule => rule.Text.Zh)), string.Join(' ', broken.Select(rule => rule.Text.En))),
        broken);

    /// <summary>One rule of the edge that is broken; its code is the type.</summary>
    public static IResult Refused(int status, Violation reason) => new Problem(status, reason.Code, reason.Text, reason.Next, [Rule(reason)]);

    /// <summary>Signed in, but this is not for them.</summary>
    public static IResult Forbidden(Violation reason) => Refused(StatusCodes.Status403Forbidden, reason);

    /// <summary>Nobody is signed in.</summary>
    public static IResult Unauthenticated() => Refused(StatusCodes.Status401Unauthorized, AccessViolations.SignInFirst);

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string code, Words detail) =>
        Of(StatusCodes.Status404NotFound, code, new Words("未找到", "Not found"), detail);

    /// <summary>The body is larger than the edge takes.</summary>
    public static IResult TooLarge() => Of(
        StatusCodes.Status413PayloadTooLarge,
        "request.too-large",
        new Words("请求过大", "Request too large"),
        new Words("请求正文超出上限，请拆分后重试。", "The body is larger than allowed. Split it and try again."));

    /// <summary>A rule as it is sent, where no text of its article is at hand.</summary>
    public static BrokenRule Rule(Violation rule) =>
        new(rule.Code, rule.Article, null, new Wording(rule.Text.Zh, rule.Text.En), new Wording(rule.Next.Zh, rule.Next.En), rule.Member);
}
