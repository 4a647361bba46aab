using System.Net;
using Enforcement.Silo.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_description_names_every_address_of_the_api()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var paths = (await client.GetAsync("/openapi/v1.json")).Ok().GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(StringComparer.Ordinal);

        var mapped = silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRequirement>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => pattern.StartsWith("/api/", StringComparison.Ordinal) && !pattern.Contains(':', StringComparison.Ordinal) && !pattern.Contains('*', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(mapped.Except(paths, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_and_its_script_come_from_here()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var page = await client.GetAsync("/openapi");

        Assert.Equal("text/html", page.Response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("://", page.Text, StringComparison.Ordinal);
        foreach (var file in new[] { "/api-browser/browser.js", "/api-browser/browser.css", "/_framework/blazor.web.js" })
        {
            Assert.Equal((file, HttpStatusCode.OK), (file, (await client.GetAsync(file)).Status));
        }
    }
}
