using Enforcement.Silo.Api;
using Microsoft.AspNetCore.Antiforgery;

namespace Enforcement.Silo.Access;

/// <summary>A request that changes something and is known by its cookie alone must prove that one of our own pages made it.</summary>
internal static class AntiforgeryGate
{
    public const string Header = "X-XSRF-TOKEN";

    public static void UseAntiforgeryGate(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (NeedsProof(context) && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await Problems.Refused(StatusCodes.Status400BadRequest, AccessViolations.Antiforgery).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool NeedsProof(HttpContext context) =>
        !IsSafe(context.Request.Method)
        && context.User.Identity is { IsAuthenticated: true, AuthenticationType: Sessions.Scheme }
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<AccessRequirement>() is not null
        && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }; // a form: the framework asks it

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
