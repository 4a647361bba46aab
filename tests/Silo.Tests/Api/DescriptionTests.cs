using System.Net;
using System.Text.Json;
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
    public async Task Every_operation_has_a_summary_a_text_a_tag_and_an_example_for_what_it_takes()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var document = (await client.GetAsync("/openapi/v1.json")).Ok();

        List<string> bare = [];
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(o => o.Value.ValueKind is JsonValueKind.Object).Select(o => (Name: $"{o.Name} {path.Name}", Operation: o.Value)))
            .ToList();
        foreach (var (name, operation) in operations)
        {
            if (!operation.TryGetProperty("summary", out var summary) || summary.GetString()!.Length < 5
                || !operation.TryGetProperty("description", out var description) || description.GetString()!.Length < 10
                || !operation.TryGetProperty("tags", out var tags) || tags.GetArrayLength() == 0)
            {
                bare.Add($"{name}: no words");
            }

            if (operation.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out var json)
                && !json.TryGetProperty("example", out _))
            {
                bare.Add($"{name}: no example");
            }
        }

        Assert.Empty(bare);
        Assert.True(operations.Count > 60, $"{operations.Count} operations");
        var command = document.GetProperty("paths").GetProperty("/api/v1/cases/{id}/acts").GetProperty("post");
        Assert.Contains("Idempotency-Key", command.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.True(command.GetProperty("responses").TryGetProperty("409", out _));
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
