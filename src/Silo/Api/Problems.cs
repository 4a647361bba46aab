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
        Results.Problem(detail, statusCode: status, title: title, type: TypePrefix + code, extensions: members?.ToDictionary());
}
