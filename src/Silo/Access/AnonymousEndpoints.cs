namespace Enforcement.Silo.Access;

/// <summary>Everything that answers without a sign-in, and why. What is neither here nor declared with an access entry keeps the program from starting.</summary>
public static class AnonymousEndpoints
{
    public static readonly IReadOnlyDictionary<string, string> Patterns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["/sign-in"] = "the page on which one signs in",
        ["/session/sign-in"] = "the form of that page; limited per address, guarded against forgery",
        ["POST /api/v1/session"] = "signing in by program; limited per address",
        ["POST /api/v1/telemetry"] = "recorders show keys of their own, gateways a token with telemetry.write; TelemetryDoor decides, and limits both",
        ["/portal-files/{name}"] = "the styles of all pages; the same for everybody",
        ["/culture/set"] = "the language of the sign-in page; changes a cookie only",
        ["/health/live"] = "asked by whoever watches the process",
        ["/health/ready"] = "asked by whoever sends traffic",
        ["/openapi/{documentName}.json"] = "the description of the API holds no data",
        ["/openapi"] = "the page that shows the description",
        ["/not-found"] = "the page for an address that does not exist",
        ["/_blazor"] = "the circuit of a page; it is bound to the session that drew the page",
        ["/_blazor/negotiate"] = "the same",
        ["/_blazor/disconnect"] = "the same",
        ["/_blazor/initializers"] = "names of scripts",
        ["/_framework/opaque-redirect"] = "Blazor's redirect for enhanced navigation; it follows a protected token only",
    };

    public static bool Lists(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText?.Trim('/');
        if (Patterns.ContainsKey(pattern))
        {
            return true;
        }

        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count > 0 && methods.All(method => Patterns.ContainsKey($"{method} {pattern}"));
    }
}
