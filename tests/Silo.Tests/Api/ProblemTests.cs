using System.Net;
using System.Text;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("{", "json.malformed")]
    [InlineData("", "json.malformed")]
    [InlineData("[]", "json.malformed")]
    [InlineData("null", "json.malformed")]
    [InlineData("""{"name":"x"}""", "json.malformed")]
    [InlineData("""{"name":null,"password":"x"}""", "json.malformed")]
    [InlineData("""{"name":7,"password":"x"}""", "json.malformed")]
    [InlineData("""{"name":"x","name":"y","password":"x"}""", "json.malformed")]
    [InlineData("""{"name":"x","password":"x","pasword":"x"}""", "json.unknown-member")]
    public async Task A_bad_body_gets_its_stable_type_and_the_next_good_request_succeeds(string body, string code)
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var refused = await client.PostAsync("/api/v1/session", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.Status, refused.Problem));
        Assert.Equal("application/problem+json", refused.Response.Content.Headers.ContentType!.MediaType);
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/api/v1/session")).Status);
    }

    [Fact]
    public async Task An_unknown_member_is_named_with_its_place()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var refused = await client.PostAsync("/api/v1/session", "{\n  \"name\": \"x\",\n  \"pasword\": \"y\"\n}");

        Assert.Equal("$.pasword", refused.Body.GetProperty("path").GetString());
        Assert.Equal(3, refused.Body.GetProperty("line").GetInt64());
    }

    [Fact]
    public async Task A_body_over_one_mebibyte_is_refused_and_the_process_lives_on()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var refused = await client.PostAsync("/api/v1/session", new { name = new string('x', 1024 * 1024), password = "x" });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request.too-large"), (refused.Status, refused.Problem));
        using var next = silo.Anonymous();
        Assert.Equal("session.wrong-password", (await next.SignInAsync("x", "x")).Problem);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var refused = await client.PostAsync("/api/v1/session", string.Concat(Enumerable.Repeat("[", 100_000)));

        Assert.Equal((HttpStatusCode.BadRequest, "json.malformed"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task Another_content_type_an_unknown_address_and_a_wrong_method_have_types_of_their_own()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var xml = await client.PostAsync("/api/v1/session", new StringContent("<x/>", Encoding.UTF8, "application/xml"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "request.media-type"), (xml.Status, xml.Problem));
        var nowhere = await client.GetAsync("/api/v1/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, "request.no-such-address"), (nowhere.Status, nowhere.Problem));
        var patch = await client.PatchAsync("/api/v1/session", new { });
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "request.method"), (patch.Status, patch.Problem));
    }

    [Theory]
    [InlineData(null, "您尚未登录")]
    [InlineData("en-GB,en;q=0.8", "You are not signed in")]
    [InlineData("fr", "您尚未登录")]
    public async Task The_title_speaks_the_language_of_the_caller_and_the_rules_speak_both(string? language, string words)
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();
        if (language is not null)
        {
            client.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        }

        var refused = await client.GetAsync("/api/v1/session");

        Assert.StartsWith(words, refused.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
        var rule = refused.Body.GetProperty("violations")[0];
        Assert.StartsWith("您尚未登录", rule.GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("You are not signed in", rule.GetProperty("text").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(rule.GetProperty("next").GetProperty("en").GetString()!);
    }

    [Fact]
    public async Task A_correlation_id_is_taken_over_when_it_is_one_and_made_otherwise()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();
        client.Http.DefaultRequestHeaders.Add("X-Correlation-Id", "call-20260302-1");
        var kept = await client.GetAsync("/api/v1/session");
        Assert.Equal("call-20260302-1", kept.Response.Headers.GetValues("X-Correlation-Id").Single());
        Assert.Equal("call-20260302-1", kept.Body.GetProperty("correlation").GetString());

        client.Http.DefaultRequestHeaders.Remove("X-Correlation-Id");
        client.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Correlation-Id", "<script>alert(1)</script>");
        var made = await client.GetAsync("/api/v1/session");
        Assert.DoesNotContain("script", made.Text, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", made.Body.GetProperty("correlation").GetString()!);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/api/v1/session")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var headers = (await client.GetAsync(path)).Response.Headers;

        Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task A_browser_that_asks_for_no_page_gets_a_page_that_says_so()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var browser = silo.Anonymous();
        browser.Http.DefaultRequestHeaders.Add("Accept", "text/html");

        var answer = await browser.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("没有此页面", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
    }
}
