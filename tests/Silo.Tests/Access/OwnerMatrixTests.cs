using System.Net;
using System.Text;
using Enforcement.Domain.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Tests.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Access;

/// <summary>Every endpoint about a thing of a bureau, asked for a real thing of CM by every role of CM, of another bureau and of the municipality.</summary>
public sealed class OwnerMatrixTests
{
    [Fact]
    public async Task Each_endpoint_about_a_thing_of_a_bureau_lets_in_exactly_whom_the_matrix_names_there()
    {
        await using var city = await City.StartAsync(startAt: new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await city.OpenAsync("cm-case-0001");
        await city.AnnounceAsync("cm-rec-0001");
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/CM-JLY-01", new { bureau = "CM", model = "DSJ-X9", serial = "SN-1" })).Ok();
        (await city.Administrator.PostAsync("/api/v1/clock/advance", new { to = (await city.NowAsync()).AddDays(5) })).Ok();
        var finding = (await city.Supervisor.GetAsync("/api/v1/findings?stream=recording/cm-rec-0001")).Ok().GetProperty("items")[0].GetProperty("findingId").GetString()!.Split('/')[2];
        Dictionary<AccessTarget, string> ids = new()
        {
            [Subjects.Case] = "cm-case-0001",
            [Subjects.Recording] = "cm-rec-0001",
            [Subjects.Recorder] = "CM-JLY-01",
            [Subjects.Finding] = "",
        };
        var endpoints = city.Silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Endpoint: endpoint, Requirement: endpoint.Metadata.GetMetadata<AccessRequirement>()))
            .Where(pair => pair.Requirement?.Target is { } target && ids.ContainsKey(target))
            .ToList();
        Assert.True(endpoints.Count >= 15, $"{endpoints.Count} endpoints");

        List<string> wrong = [];
        foreach (var (role, bureau) in from bureau in new[] { "CM", "TA", Principal.Municipality } from role in RoleNames.All where AccessRules.CheckSeat(role, bureau) is null select (role, bureau))
        {
            using var program = city.Silo.Bearer(role, bureau);
            foreach (var (endpoint, requirement) in endpoints)
            {
                var path = endpoint.RoutePattern.RawText!
                    .Replace("{kind}/{subject}/{finding}", $"recording/cm-rec-0001/{finding}", StringComparison.Ordinal)
                    .Replace("{id}", ids[requirement!.Target!], StringComparison.Ordinal)
                    .Replace("{recording}", "cm-rec-0001", StringComparison.Ordinal)
                    .Replace("{clock}", "none", StringComparison.Ordinal)
                    .Replace("{finding}", "none", StringComparison.Ordinal)
                    .Replace("{alarm}", "none", StringComparison.Ordinal);
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                {
                    using HttpRequestMessage request = new(new HttpMethod(method), path);
                    if (method is "POST" or "PUT")
                    {
                        request.Content = new StringContent("{ \"no-such-member\": 1 }", Encoding.UTF8, "application/json");
                    }

                    using var response = await program.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    var letIn = response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
                    var expected = AccessRules.Decide(new Principal("x", role, bureau), Permission.Parse(requirement.Permission)!, "CM") is AccessDecision.Allowed;
                    if (letIn != expected)
                    {
                        wrong.Add($"{RoleNames.Wire(role)} of {bureau}: {method} {path} gave {(int)response.StatusCode}");
                    }
                }
            }
        }

        Assert.Equal([], wrong);
    }
}
