using System.Globalization;
using System.Text.Encodings.Web;

namespace Enforcement.Silo.Api;

/// <summary>A failure for somebody who looks at it in a browser: a plain page that needs nothing that might have failed too.</summary>
internal sealed class ErrorPage(IResult problem) : IResult
{
    public static bool Wanted(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = (problem as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status500InternalServerError;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        var (title, detail) = problem is Problem known ? known.WordsFor(httpContext) : ("", "");
        await httpContext.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html><head><meta charset="utf-8"><title>{Encode(title)}</title></head>
            <body><h1>{Encode(title)}</h1><p>{Encode(detail)}</p><p>{Encode(Correlation.Of(httpContext))}</p><p><a href="/">↩</a></p></body></html>
            """), httpContext.RequestAborted);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
