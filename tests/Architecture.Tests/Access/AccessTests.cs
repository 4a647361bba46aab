using System.Reflection;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enforcement.Architecture.Tests.Access;

public sealed class AccessTests
{
    [Fact]
    public void The_names_that_pages_use_are_the_permissions_of_the_domain()
    {
        Assert.Equal(Permission.All.Select(permission => permission.Name), Permissions.All);
        var constants = typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(Permissions.All.Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_of_the_program_says_who_may_call_it_or_is_listed_as_anonymous()
    {
        var folder = Directory.CreateTempSubdirectory("access-").FullName;
        try
        {
            await using var app = Silo.Program.Build(new StartOptions { DataFolder = folder, Training = true, Urls = "http://127.0.0.1:0" });
            var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList();

            Assert.True(endpoints.Count > 20);
            Assert.Empty(AccessCheck.Forgotten(endpoints));

            // The list of anonymous ones holds nothing that no longer exists.
            var patterns = endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.DoesNotContain(AnonymousEndpoints.Patterns.Keys, key => !patterns.Contains(key.Split(' ')[^1]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task An_endpoint_without_an_entry_is_found()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/api/v1/forgotten", () => "open to everyone");
        app.MapGet("/api/v1/guarded", () => "").RequireAccess(Permissions.CasesRead);

        var forgotten = Assert.Single(AccessCheck.Forgotten(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)));

        Assert.Contains("/api/v1/forgotten", forgotten, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => AccessCheck.Demand(app));
    }

    [Fact]
    public void Every_page_names_a_permission_that_exists_or_is_listed_as_anonymous()
    {
        var pages = typeof(PageAccessAttribute).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();
        Assert.NotEmpty(pages);

        foreach (var page in pages)
        {
            if (page.GetCustomAttribute<PageAccessAttribute>() is { } access)
            {
                Assert.NotNull(Permission.Parse(access.Permission));
            }
            else
            {
                Assert.All(page.GetCustomAttributes<RouteAttribute>(), route => Assert.Contains(route.Template, AnonymousEndpoints.Patterns.Keys));
            }
        }
    }

    [Fact]
    public void A_permission_that_does_not_exist_cannot_be_required()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        Assert.Throws<ArgumentException>(() => app.MapGet("/x", () => "").RequireAccess("cases.raed"));
    }

    [Fact]
    public void Nothing_but_the_extension_declares_access()
    {
        // RequireAuthorization and AllowAnonymous would be a second way in; both are used in one file only.
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "src", "Silo"), "*.cs", SearchOption.AllDirectories);
        var others = sources
            .Where(file => !file.EndsWith("RequireAccessExtensions.cs", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains(".RequireAuthorization(", StringComparison.Ordinal) || text.Contains("AllowAnonymous", StringComparison.Ordinal)))
            .Select(Path.GetFileName);
        Assert.Empty(others);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrleansEnforcement.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The test does not run below the repository.");
    }
}
