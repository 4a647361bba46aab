using Enforcement.Silo.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Enforcement.Silo.Access;

/// <summary>Says no in the way that fits: a page leads to the sign-in or says why, the API answers with a problem.</summary>
internal sealed class AccessResults : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var reason = AccessHandler.ReasonFor(context);
        if (reason is null)
        {
            return page
                ? Redirect(context, $"/sign-in?returnUrl={Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString)}")
                : Problems.Unauthenticated().ExecuteAsync(context);
        }

        if (!page)
        {
            return Problems.Forbidden(reason).ExecuteAsync(context);
        }

        return reason == AccessViolations.PasswordMustChange
            ? Redirect(context, "/password")
            : Redirect(context, $"/denied?permission={Uri.EscapeDataString(policy.Requirements.OfType<AccessRequirement>().First().Permission)}");
    }

    private static Task Redirect(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }
}
