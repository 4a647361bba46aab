using System.Text.RegularExpressions;
using Enforcement.Domain;

namespace Enforcement.Silo.Api;

/// <summary>Ids that clients choose.</summary>
internal static partial class Ids
{
    private const string RegisterZh = "编号须为 2 至 64 个字母、数字或连字符，以字母或数字开头。";
    private const string RegisterEn = "An id has 2 to 64 letters, digits and hyphens and begins with a letter or digit.";

    /// <summary>The id in the path is one of a case or a recording: lower-case letters, digits and hyphens, 8 to 64.</summary>
    public static RouteHandlerBuilder WithChosenId(this RouteHandlerBuilder endpoint) => endpoint.Checked(
        Chosen(), "编号须为 8 至 64 个小写字母、数字或连字符。", "An id has 8 to 64 lower-case letters, digits and hyphens.");

    /// <summary>The id in the path is one of a register: letters, digits and hyphens, 2 to 64.</summary>
    public static RouteHandlerBuilder WithRegisterId(this RouteHandlerBuilder endpoint) => endpoint.Checked(
        Register(), RegisterZh, RegisterEn);

    /// <summary>Whether an id may stand in a register.</summary>
    public static bool IsRegisterId(string id) => Register().IsMatch(id);

    /// <summary>An id that cannot stand in a register.</summary>
    public static Violation NoRegisterId { get; } = new(
        "id.malformed", null, new Words("编号格式错误", "The id is malformed"), new Words(RegisterZh, RegisterEn), "id");

    private static RouteHandlerBuilder Checked(this RouteHandlerBuilder endpoint, Regex shape, string zh, string en) =>
        endpoint.AddEndpointFilter(async (context, next) => shape.IsMatch(context.HttpContext.GetRouteValue("id") as string ?? "")
            ? await next(context)
            : Problems.Of(StatusCodes.Status400BadRequest, "id.malformed", new Words("编号格式错误", "The id is malformed"), new Words(zh, en)));

    [GeneratedRegex("^[a-z0-9-]{8,64}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Chosen();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{1,63}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Register();
}
