namespace Enforcement.Silo.Media;

/// <summary>Serves the content of recordings with range requests.</summary>
public static class RecordingContentEndpoints
{
    /// <summary>Maps GET and HEAD.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="pattern">The route; its values are read by <paramref name="resolve"/>.</param>
    /// <param name="resolve">Decides about access, writes the view down and says which original is meant. Called once per request, so also once per range.</param>
    public static IEndpointConventionBuilder MapRecordingContent(
        this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<RecordingAccess>> resolve) =>
        routes.MapMethods(
            pattern,
            [HttpMethods.Get, HttpMethods.Head],
            async (HttpContext context) => await resolve(context) switch
            {
                RecordingAccess.Granted granted => new RecordingContentResult(granted.Content),
                RecordingAccess.Denied denied => denied.Response,
                var other => throw new System.Diagnostics.UnreachableException($"Unknown answer {other.GetType().Name}."),
            });
}
