using System.Net;
using System.Text.RegularExpressions;
using Enforcement.Domain.Access;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Access;

/// <summary>Every role of every bureau against every endpoint and page, by direct calls. What is expected comes from the matrix of the domain alone.</summary>
public sealed partial class MatrixTests
{
    private static readonly string[] Seats = ["CM", "CZ", "TA", "FS", "GC", Principal.Municipality];

    [Fact]
    public async Task Each_endpoint_lets_in_exactly_whom_the_matrix_names()
    {
        await using var silo = await SiloFixture.StartAsync();
        var endpoints = Endpoints(silo).Where(e => e.Metadata.GetMetadata<AccessRequirement>() is not null).ToList();
        Assert.True(endpoints.Count > 10);

        List<string> wrong = [];
        var asked = 0;
        foreach (var (role, bureau) in Everybody())
        {
            using var program = silo.Bearer(role, bureau);
            foreach (var endpoint in endpoints)
            {
                var requirement = endpoint.Metadata.GetMetadata<AccessRequirement>()!;
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                {
                    using HttpRequestMessage request = new(new HttpMethod(method), PathOf(endpoint, bureau));
                    if (method is not ("GET" or "HEAD" or "DELETE" or "OPTIONS"))
                    {
                        // Nothing valid: whoever is let in gets as far as the shape of the body and changes nothing.
                        request.Content = new StringContent("{ \"no-such-member\": 1 }", System.Text.Encoding.UTF8, "application/json");
                    }

                    using var response = await program.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    asked++;
                    var letIn = response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
                    var expected = AccessRules.Decide(
                        new Principal("x", role, bureau),
                        Permission.Parse(requirement.Permission)!,
                        requirement.Target == AccessTargets.Municipality ? Principal.Municipality : null) is AccessDecision.Allowed;
                    if (letIn != expected)
                    {
                        wrong.Add($"{RoleNames.Wire(role)} of {bureau}: {method} {endpoint.RoutePattern.RawText} gave {(int)response.StatusCode}");
                    }
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.True(asked > 500);
    }

    [Fact]
    public async Task Each_page_opens_for_exactly_whom_the_matrix_names()
    {
        await using var silo = await SiloFixture.StartAsync();
        var pages = Endpoints(silo).Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.Metadata.GetMetadata<PageAccessAttribute>() is not null).ToList();
        Assert.NotEmpty(pages);

        List<string> wrong = [];
        foreach (var (role, bureau) in Everybody())
        {
            using var person = await silo.SignInAsync(role, bureau);
            foreach (var page in pages)
            {
                var permission = page.Metadata.GetMetadata<PageAccessAttribute>()!.Permission;
                var answer = await person.GetAsync(PathOf(page, bureau));
                var expected = AccessRules.Decide(new Principal("x", role, bureau), Permission.Parse(permission)!, bureau: null) is AccessDecision.Allowed;
                var sentAway = answer.Status is HttpStatusCode.Redirect && answer.Response.Headers.Location!.OriginalString.StartsWith("/denied", StringComparison.Ordinal);
                if (expected == sentAway)
                {
                    wrong.Add($"{RoleNames.Wire(role)} of {bureau}: {page.RoutePattern.RawText} gave {(int)answer.Status}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Without_a_sign_in_the_api_says_401_and_a_page_leads_to_the_sign_in()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var nobody = silo.Anonymous();
        foreach (var endpoint in Endpoints(silo))
        {
            if (endpoint.Metadata.GetMetadata<AccessRequirement>() is not null)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                {
                    var answer = await nobody.SendAsync(new HttpMethod(method), PathOf(endpoint, "CM"), null);
                    Assert.Equal((endpoint.DisplayName, HttpStatusCode.Unauthorized), (endpoint.DisplayName, answer.Status));
                }
            }
            else if (endpoint.Metadata.GetMetadata<PageAccessAttribute>() is not null)
            {
                var answer = await nobody.GetAsync(PathOf(endpoint, "CM"));
                Assert.Equal(HttpStatusCode.Redirect, answer.Status);
                Assert.StartsWith("/sign-in?returnUrl=", answer.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<(Role Role, string Bureau)> Everybody() =>
        from bureau in Seats
        from role in RoleNames.All
        where AccessRules.CheckSeat(role, bureau) is null
        select (role, bureau);

    private static IEnumerable<RouteEndpoint> Endpoints(SiloFixture silo) =>
        silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>An address that the pattern matches; nothing in it exists but the bureau.</summary>
    private static string PathOf(RouteEndpoint endpoint, string bureau) => "/" + Parameter().Replace(
        endpoint.RoutePattern.RawText!.TrimStart('/'),
        match => match.Groups["name"].Value switch
        {
            "bureau" => bureau,
            _ => match.Value.Contains(":int", StringComparison.Ordinal) || match.Value.Contains(":long", StringComparison.Ordinal) ? "1"
                : match.Value.Contains(":guid", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000001"
                : match.Value.Contains("date", StringComparison.OrdinalIgnoreCase) ? "2026-01-01" : "none",
        });

    [GeneratedRegex(@"\{\*{0,2}(?<name>[a-zA-Z]+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
