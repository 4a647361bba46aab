using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Portal.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace Enforcement.Silo.Access;

/// <summary>Finds the bureau that owns what a request is about; <see langword="null"/> for nothing in particular, or nothing that exists.</summary>
public delegate ValueTask<string?> AccessTarget(HttpContext context);

/// <summary>Where the bureau of a request stands.</summary>
public static class AccessTargets
{
    /// <summary>In the path: <c>/api/v1/bureaus/{bureau}/…</c>.</summary>
    public static AccessTarget Route(string name) => context => new(context.GetRouteValue(name) as string);

    /// <summary>It is the city's own, not a bureau's.</summary>
    public static AccessTarget Municipality { get; } = _ => new(Principal.Municipality);
}

/// <summary>A permission, and on what. Also the entry of an endpoint in the list of who may call it.</summary>
public sealed record AccessRequirement(string Permission, AccessTarget? Target) : IAuthorizationRequirement;

/// <summary>Lets the domain decide, and keeps its words for the answer.</summary>
internal sealed class AccessHandler(AccessDecider access) : AuthorizationHandler<AccessRequirement>
{
    private static readonly object Key = new();

    /// <summary>Why a request was refused.</summary>
    public static Violation? ReasonFor(HttpContext context) => context.Items.TryGetValue(Key, out var reason) ? (Violation)reason! : null;

    private static bool IsPageBut(HttpContext http, string page) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && !http.Request.Path.Equals(page, StringComparison.OrdinalIgnoreCase);

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            return; // nothing is looked up for somebody who is not known
        }

        var http = context.Resource as HttpContext;
        var bureau = http is not null && requirement.Target is { } target ? await target(http) : null;
        if (http is not null && AccessDecider.MustChangePassword(context.User) && IsPageBut(http, "/password"))
        {
            http.Items[Key] = AccessViolations.PasswordMustChange;
            return;
        }

        switch (access.Decide(context.User, requirement.Permission, bureau))
        {
            case AccessDecision.Allowed:
                context.Succeed(requirement);
                break;
            case AccessDecision.Refused { Violation: var reason } when http is not null:
                http.Items[Key] = reason;
                break;
        }
    }
}

/// <summary>Turns the policy name of a page into its requirement.</summary>
internal sealed class AccessPolicyProvider(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(PageAccessAttribute.PolicyPrefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(PolicyFor(new AccessRequirement(policyName[PageAccessAttribute.PolicyPrefix.Length..], null)))
            : base.GetPolicyAsync(policyName);

    public static AuthorizationPolicy PolicyFor(AccessRequirement requirement) => new AuthorizationPolicyBuilder().AddRequirements(requirement).Build();
}
