using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Microsoft.AspNetCore.Localization;

namespace Enforcement.Silo.Api;

/// <summary>One problem, written in the language of the request.</summary>
internal sealed class Problem(
    int status, string code, Words title, Words detail, IReadOnlyList<BrokenRule> rules, IReadOnlyDictionary<string, object?>? members = null)
    : IResult, IStatusCodeHttpResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public int? StatusCode => status;

    /// <summary>Title and detail for the reader of this request.</summary>
    public (string Title, string Detail) WordsFor(HttpContext context) => (InLanguageOf(context, title), InLanguageOf(context, detail));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        Dictionary<string, object?> body = new()
        {
            ["type"] = Problems.TypePrefix + code,
            ["title"] = InLanguageOf(httpContext, title),
            ["status"] = status,
            ["detail"] = InLanguageOf(httpContext, detail),
            ["instance"] = httpContext.Request.Path.Value,
            ["code"] = code,
            ["correlation"] = Correlation.Of(httpContext),
        };
        if (rules.Count > 0)
        {
            body["violations"] = rules;
        }

        foreach (var (name, value) in members ?? new Dictionary<string, object?>())
        {
            body[name] = value;
        }

        return response.WriteAsJsonAsync(body, Json, "application/problem+json", httpContext.RequestAborted);
    }

    // The feature, not the thread's culture: an error is written outside of the part of the pipeline that sets it.
    private static string InLanguageOf(HttpContext context, Words words)
    {
        var culture = context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.CurrentUICulture;
        return culture.TwoLetterISOLanguageName == "en" ? words.En : words.Zh;
    }
}
