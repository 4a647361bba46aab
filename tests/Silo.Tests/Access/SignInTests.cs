using System.Net;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task A_person_signs_in_is_known_and_signs_out()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");

        var session = (await officer.GetAsync("/api/v1/session")).Ok();
        Assert.Equal("cm-officer", session.GetProperty("account").GetString());
        Assert.Equal("officer", session.GetProperty("role").GetString());
        Assert.Equal("CM", session.GetProperty("bureau").GetString());
        Assert.Equal("CM-0001", session.GetProperty("certificate").GetString());
        Assert.True(session.GetProperty("training").GetBoolean());
        Assert.Contains("cases.start", session.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));

        var cookie = officer.Cookies["enforcement.session"]!;
        Assert.True(cookie.HttpOnly);

        Assert.Equal(HttpStatusCode.NoContent, (await officer.DeleteAsync("/api/v1/session")).Status);
        Assert.Equal("session.none", (await officer.GetAsync("/api/v1/session")).Problem);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        var wrong = await client.SignInAsync("cm-officer", "wrong");
        var unknown = await client.SignInAsync("nobody", "wrong");

        Assert.Equal((HttpStatusCode.Unauthorized, "session.wrong-password"), (wrong.Status, wrong.Problem));
        Assert.Equal((wrong.Status, wrong.Problem), (unknown.Status, unknown.Problem));
        Assert.Empty(client.Cookies);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_fifteen_minutes_even_for_the_right_one()
    {
        TestClock machine = new(TimeProvider.System.GetUtcNow());
        await using var silo = await SiloFixture.StartAsync(machine: machine);
        using var client = silo.Anonymous();
        var (name, password) = silo.Person(Role.Officer, "CM");

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Equal("session.wrong-password", (await client.SignInAsync(name, "wrong")).Problem);
        }

        Assert.Equal("session.locked", (await client.SignInAsync(name, "wrong")).Problem);
        var locked = await client.SignInAsync(name, password);
        Assert.Equal((HttpStatusCode.Locked, "session.locked"), (locked.Status, locked.Problem));

        machine.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal("session.locked", (await client.SignInAsync(name, password)).Problem);
        machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync(name, password)).Status);
    }

    [Fact]
    public async Task The_lock_survives_a_restart_and_four_failures_are_forgotten_after_a_success()
    {
        await using var silo = await SiloFixture.StartAsync();
        using (var client = silo.Anonymous())
        {
            var (name, password) = silo.Person(Role.Officer, "CM");
            for (var round = 0; round < 2; round++)
            {
                for (var attempt = 1; attempt <= 4; attempt++)
                {
                    Assert.Equal("session.wrong-password", (await client.SignInAsync(name, "wrong")).Problem);
                }

                Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync(name, password)).Status);
            }

            for (var attempt = 1; attempt <= 5; attempt++)
            {
                await client.SignInAsync("ta-officer", "wrong");
            }
        }

        await silo.RestartAsync();

        using var again = silo.Anonymous();
        var person = silo.Person(Role.Officer, "TA");
        Assert.Equal("session.locked", (await again.SignInAsync(person.Name, person.Password)).Problem);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_are_turned_away_with_the_time_to_wait()
    {
        await using var silo = await SiloFixture.StartAsync(settings: new Dictionary<string, string?> { ["SignIn:AttemptsPerMinute"] = "3" });
        using var client = silo.Anonymous();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal("session.wrong-password", (await client.SignInAsync($"person-{attempt}", "wrong")).Problem);
        }

        var refused = await client.SignInAsync("person-4", "wrong");

        Assert.Equal((HttpStatusCode.TooManyRequests, "session.too-many-attempts"), (refused.Status, refused.Problem));
        Assert.True(refused.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_of_the_program()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        var cookie = officer.Cookies["enforcement.session"]!;

        await silo.RestartAsync();

        using var again = silo.Anonymous();
        again.Http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        Assert.Equal("cm-officer", (await again.GetAsync("/api/v1/session")).Ok().GetProperty("account").GetString());
    }

    [Fact]
    public async Task The_form_of_the_page_signs_in_and_leads_back_to_our_own_pages_only()
    {
        await using var silo = await SiloFixture.StartAsync();
        var (name, password) = silo.Person(Role.Officer, "CM");
        foreach (var (wanted, expected) in new[] { ("/cases?page=2", "/cases?page=2"), ("//elsewhere.example", "/"), ("https://elsewhere.example", "/"), ("/\\elsewhere.example", "/") })
        {
            using var browser = silo.Anonymous();
            var answer = await PostFormAsync(browser, name, password, wanted);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.Equal(expected, answer.Response.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
        }
    }

    [Fact]
    public async Task The_form_without_its_token_is_refused()
    {
        await using var silo = await SiloFixture.StartAsync();
        var (name, password) = silo.Person(Role.Officer, "CM");
        using var browser = silo.Anonymous();

        var answer = await browser.PostAsync("/session/sign-in", new FormUrlEncodedContent([new("name", name), new("password", password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(browser.Cookies["enforcement.session"]);
    }

    [Fact]
    public async Task A_wrong_password_in_the_form_leads_back_to_the_page_with_words()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var browser = silo.Anonymous();

        var answer = await PostFormAsync(browser, "cm-officer", "wrong", "/");
        var page = await browser.GetAsync(answer.Response.Headers.Location!.OriginalString);

        Assert.Contains("账户名或密码不正确", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    private static async Task<ApiAnswer> PostFormAsync(ApiClient browser, string name, string password, string returnUrl)
    {
        var page = (await browser.GetAsync("/sign-in")).Text;
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        return await browser.PostAsync(
            "/session/sign-in",
            new FormUrlEncodedContent([new("name", name), new("password", password), new("returnUrl", returnUrl), new("__RequestVerificationToken", token)]));
    }
}
