using System.Net;
using System.Text.RegularExpressions;

namespace Enforcement.Silo.Tests.Pages;

public sealed partial class StaticFileTests
{
    [Fact]
    public async Task Styles_and_scripts_come_packed_and_a_browser_keeps_them_until_they_change()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = Browser(silo);
        var page = await client.GetStringAsync("/sign-in");
        var files = Named().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(files.Length > 10, page);

        foreach (var file in files)
        {
            using var answer = await client.GetAsync("/" + file);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{file}: {answer.StatusCode}");
            Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
            Assert.True(answer.Headers.CacheControl is { MaxAge.TotalDays: > 300 }, $"{file}: {answer.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task Styles_of_another_content_are_not_there()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = Browser(silo);

        using var answer = await client.GetAsync("/portal-files/portal.0123456789abcdef.css");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_is_not_packed_because_it_holds_secrets_beside_what_others_wrote()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = Browser(silo);

        using var answer = await client.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private static HttpClient Browser(SiloFixture silo)
    {
        HttpClient client = new() { BaseAddress = silo.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        return client;
    }

    [GeneratedRegex("(?:href|src)=\"((?:_content|portal-files)/[^\"]+\\.(?:css|js))\"")]
    private static partial Regex Named();
}
