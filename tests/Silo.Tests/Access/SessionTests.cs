using System.Net;
using Enforcement.Domain.Access;
using Enforcement.Silo.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Access;

public sealed class SessionTests
{
    [Fact]
    public async Task A_change_by_cookie_without_the_proof_is_refused_and_with_it_goes_through()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        using HttpRequestMessage forged = new(HttpMethod.Delete, "/api/v1/session");
        officer.Http.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");

        var refused = await officer.SendAsync(forged);

        Assert.Equal((HttpStatusCode.BadRequest, "session.antiforgery"), (refused.Status, refused.Problem));
        officer.Keep(await officer.GetAsync("/api/v1/session"));
        Assert.Equal(HttpStatusCode.NoContent, (await officer.DeleteAsync("/api/v1/session")).Status);
    }

    [Fact]
    public async Task The_proof_of_another_person_is_no_proof()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        using var other = await silo.SignInAsync(Role.Officer, "TA");
        officer.Keep(await other.GetAsync("/api/v1/session"));

        Assert.Equal("session.antiforgery", (await officer.DeleteAsync("/api/v1/session")).Problem);
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out_at_its_next_request()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        (await administrator.PatchAsync("/api/v1/accounts/cm-officer", new { disabled = true })).Ok();

        Assert.Equal("session.none", (await officer.GetAsync("/api/v1/session")).Problem);
        var (name, password) = silo.Person(Role.Officer, "CM");
        Assert.Equal("session.disabled", (await officer.SignInAsync(name, password)).Problem);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var here = await silo.SignInAsync(Role.Officer, "CM");
        using var elsewhere = await silo.SignInAsync(Role.Officer, "CM");
        var (name, password) = silo.Person(Role.Officer, "CM");

        (await here.PutAsync("/api/v1/session/password", new { currentPassword = password, newPassword = "Another-Word-7" })).Ok();

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/v1/session")).Status);
        Assert.Equal("session.none", (await elsewhere.GetAsync("/api/v1/session")).Problem);
        Assert.Equal("session.wrong-password", (await elsewhere.SignInAsync(name, password)).Problem);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync(name, "Another-Word-7")).Status);
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_every_rule_that_it_breaks()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        var (_, password) = silo.Person(Role.Officer, "CM");

        Assert.Equal(
            ["password.length", "password.kinds", "password.repeats"],
            (await officer.PutAsync("/api/v1/session/password", new { currentPassword = password, newPassword = "aaaa" })).Rules);
        Assert.Equal(
            ["password.name"],
            (await officer.PutAsync("/api/v1/session/password", new { currentPassword = password, newPassword = "Xy1-cm-officer" })).Rules);
        Assert.Equal(
            ["password.current"],
            (await officer.PutAsync("/api/v1/session/password", new { currentPassword = "wrong", newPassword = "Another-Word-7" })).Rules);
    }

    [Fact]
    public async Task A_person_with_two_roles_switches_and_what_may_be_done_switches_too()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);
        (await administrator.PatchAsync(
            "/api/v1/accounts/cm-unit-head",
            new { seats = new[] { new { role = "unit-head", bureau = "CM" }, new { role = "administrator", bureau = "CM" } } })).Ok();
        using var head = await silo.SignInAsync(Role.UnitHead, "CM");

        Assert.Equal("access.permission", (await head.GetAsync("/api/v1/accounts")).Problem);
        (await head.PutAsync("/api/v1/session/seat", new { role = "administrator", bureau = "CM" })).Ok();
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/api/v1/accounts")).Status);
        Assert.Equal(["session.seat"], (await head.PutAsync("/api/v1/session/seat", new { role = "auditor", bureau = "CM" })).Rules);

        (await administrator.PatchAsync("/api/v1/accounts/cm-unit-head", new { seats = new[] { new { role = "unit-head", bureau = "CM" } } })).Ok();
        Assert.Equal("session.none", (await head.GetAsync("/api/v1/accounts")).Problem);
    }

    [Fact]
    public async Task A_session_ends_after_the_idle_time_and_slides_while_it_is_used()
    {
        TestClock machine = new(TimeProvider.System.GetUtcNow());
        await using var silo = await SiloFixture.StartAsync(machine: machine, settings: new Dictionary<string, string?> { ["Session:IdleMinutes"] = "60" });
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        var cookie = officer.Cookies["enforcement.session"]!;

        // The client of this test would drop an expired cookie by the real time, so it is sent by hand.
        using HttpClient browser = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = silo.Address };
        async Task<(HttpStatusCode Status, HttpResponseMessage Response)> AskAsync(string value)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/session");
            request.Headers.Add("Cookie", $"{cookie.Name}={value}");
            var response = await browser.SendAsync(request);
            return (response.StatusCode, response);
        }

        machine.Advance(TimeSpan.FromMinutes(40));
        var renewed = await AskAsync(cookie.Value);
        Assert.Equal(HttpStatusCode.OK, renewed.Status);
        var value = renewed.Response.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith(cookie.Name + "=", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0];

        machine.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(cookie.Value)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(value)).Status);
        machine.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(value)).Status);
    }

    [Fact]
    public async Task An_open_page_learns_that_its_session_is_over()
    {
        await using var silo = await SiloFixture.StartAsync();
        var store = silo.Services.GetRequiredService<AccountStore>();
        var account = store.Find("cm-officer")!;
        var person = Sessions.PrincipalOf(account, account.Seats[0]);
        Assert.NotNull(Sessions.Refresh(store, person));

        silo.Services.GetRequiredService<AccountService>().ResetPassword("cm-officer");

        Assert.Null(Sessions.Refresh(store, person));
    }

    [Fact]
    public async Task The_language_is_kept_in_a_cookie_and_only_known_ones_are()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var browser = silo.Anonymous();

        Assert.Contains("lang=\"zh-CN\"", (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        var set = await browser.GetAsync("/culture/set?culture=en&returnUrl=//elsewhere.example");
        Assert.Equal("/", set.Response.Headers.Location!.OriginalString);
        var page = (await browser.GetAsync("/sign-in")).Text;
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("Sign in", page, StringComparison.Ordinal);
        Assert.Equal("culture.unknown", (await browser.GetAsync("/culture/set?culture=xx")).Problem);
    }
}
