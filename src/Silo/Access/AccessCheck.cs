using Enforcement.Portal.Access;
using Microsoft.AspNetCore.StaticAssets;

namespace Enforcement.Silo.Access;

/// <summary>Looks at every endpoint before the first request: none may be open because somebody forgot to say who may call it.</summary>
public static class AccessCheck
{
    public static void Demand(IEndpointRouteBuilder app)
    {
        var forgotten = Forgotten(app.DataSources.SelectMany(source => source.Endpoints)).ToList();
        if (forgotten.Count > 0)
        {
            throw new InvalidOperationException(
                $"These endpoints say neither who may call them (RequireAccess, [PageAccess]) nor stand in AnonymousEndpoints: {string.Join(", ", forgotten)}");
        }
    }

    public static IEnumerable<string> Forgotten(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints
        where endpoint.Metadata.GetMetadata<AccessRequirement>() is null
            && endpoint.Metadata.GetMetadata<PageAccessAttribute>() is null
            && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null // styles, scripts, fonts: part of the program, the same for everyone
            && !(endpoint is RouteEndpoint route && AnonymousEndpoints.Lists(route))
        select endpoint.DisplayName ?? "an endpoint without a name";
}
