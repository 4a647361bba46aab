using Enforcement.Domain.Access;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Access;

/// <summary>The only way to declare an endpoint: with the permission that it needs.</summary>
public static class RequireAccessExtensions
{
    /// <summary>Needs a permission, on whatever the target names; without a target the handler narrows its lists by the person's scope.</summary>
    public static TBuilder RequireAccess<TBuilder>(this TBuilder endpoint, string permission, AccessTarget? target = null)
        where TBuilder : IEndpointConventionBuilder
    {
        _ = Permission.Parse(permission) ?? throw new ArgumentException($"There is no permission {permission}.", nameof(permission));
        AccessRequirement requirement = new(permission, target);
        endpoint.RequireAuthorization(AccessPolicyProvider.PolicyFor(requirement));
        endpoint.WithMetadata(requirement);
        return endpoint;
    }

    /// <summary>Needs a permission on the bureau that the body names.</summary>
    /// <typeparam name="TBody">The type of the body, one of the handler's parameters.</typeparam>
    public static RouteHandlerBuilder RequireAccess<TBody>(this RouteHandlerBuilder endpoint, string permission, Func<TBody, string?> bureau)
        where TBody : class =>
        endpoint.RequireAccess(permission).AddEndpointFilter(async (context, next) =>
        {
            var body = context.Arguments.OfType<TBody>().FirstOrDefault();
            var access = context.HttpContext.RequestServices.GetRequiredService<AccessDecider>();
            return body is not null && access.Decide(context.HttpContext.User, permission, bureau(body)) is AccessDecision.Refused { Violation: var reason }
                ? Problems.Forbidden(reason)
                : await next(context);
        });
}
