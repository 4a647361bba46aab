using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Enforcement.Silo.Api;

/// <summary>One id per request, in the answer, in problems and in the log, so that a screenshot leads to the log line.</summary>
internal static partial class Correlation
{
    public const string Header = "X-Correlation-Id";

    private static readonly object Key = new();

    public static string Of(HttpContext context) => context.Items.TryGetValue(Key, out var id) ? (string)id! : context.TraceIdentifier;

    public static void UseCorrelation(this WebApplication app) => app.Use(async (context, next) =>
    {
        var given = context.Request.Headers[Header].ToString();
        var id = Wellformed().IsMatch(given) ? given : Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        context.Items[Key] = id;
        context.Response.Headers[Header] = id;
        using (context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Enforcement.Request").BeginScope("{CorrelationId}", id))
        {
            await next(context);
        }
    });

    [GeneratedRegex("^[A-Za-z0-9-]{8,64}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Wellformed();
}
