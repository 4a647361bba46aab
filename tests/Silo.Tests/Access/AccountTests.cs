using System.Net;
using Enforcement.Domain.Access;
using Enforcement.Silo.Tests.Api;

namespace Enforcement.Silo.Tests.Access;

public sealed class AccountTests
{
    private static object Person(string name, string role = "officer", string bureau = "CM") =>
        new { name, displayName = "王𠮷", certificate = "CM-0077", seats = new[] { new { role, bureau } } };

    [Fact]
    public async Task A_new_account_gets_a_password_once_and_can_do_nothing_but_change_it()
    {
        await using var silo = await SiloFixture.StartAsync(training: false);
        using var administrator = await FirstAdministratorAsync(silo);

        Assert.Equal(["access.unknown-bureau"], (await administrator.PostAsync("/api/v1/accounts", Person("wang.ji"))).Rules);
        (await administrator.CommandAsync(HttpMethod.Put, "/bureaus/CM", new { nameZh = "城管局", nameEn = "City Management", mark = "城管", profileCode = "CM", district = "东" })).Ok();
        var made = await administrator.PostAsync("/api/v1/accounts", Person("wang.ji"));
        Assert.Equal(HttpStatusCode.Created, made.Status);
        using var officer = silo.Anonymous();
        var session = (await officer.SignInAsync("wang.ji", made.Body.GetProperty("password").GetString()!)).Ok();
        Assert.True(session.GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal("session.password-must-change", (await officer.GetAsync("/api/v1/accounts")).Problem);
        Assert.Equal("/password", (await officer.GetAsync("/")).Response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/password")).Status);

        var changed = await officer.PutAsync("/api/v1/session/password", new { currentPassword = made.Body.GetProperty("password").GetString(), newPassword = "Another-Word-7" });
        Assert.False(changed.Ok().GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal("access.permission", (await officer.GetAsync("/api/v1/accounts")).Problem);
        Assert.Equal("王𠮷", (await administrator.GetAsync("/api/v1/accounts/wang.ji")).Ok().GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Every_fault_of_a_new_account_is_named_at_once()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        Assert.Equal(
            ["access.unknown-bureau", "account.name", "account.display-name"],
            (await administrator.PostAsync("/api/v1/accounts", new { name = "../x", displayName = " ", seats = new[] { new { role = "officer", bureau = "XX" } } })).Rules);
        Assert.Equal(["access.unknown-role"], (await administrator.PostAsync("/api/v1/accounts", Person("somebody", role: "king"))).Rules);
        Assert.Equal(["access.seat"], (await administrator.PostAsync("/api/v1/accounts", Person("somebody", bureau: "CITY"))).Rules);
        Assert.Equal(["account.no-role"], (await administrator.PostAsync("/api/v1/accounts", new { name = "somebody", displayName = "x", seats = Array.Empty<object>() })).Rules);
        Assert.Equal(["account.exists"], (await administrator.PostAsync("/api/v1/accounts", Person("cm-officer"))).Rules);
    }

    [Fact]
    public async Task An_administrator_of_a_bureau_keeps_the_accounts_of_that_bureau_only()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, "CM");

        var names = (await administrator.GetAsync("/api/v1/accounts")).Ok().EnumerateArray().Select(a => a.GetProperty("name").GetString()!).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.StartsWith("cm-", name, StringComparison.Ordinal));
        Assert.Equal("access.foreign-bureau", (await administrator.GetAsync("/api/v1/accounts/ta-officer")).Problem);
        Assert.Equal("access.foreign-bureau", (await administrator.PostAsync("/api/v1/accounts/ta-officer/password-reset")).Problem);
        Assert.Equal("access.foreign-bureau", (await administrator.PostAsync("/api/v1/accounts", Person("somebody", bureau: "TA"))).Problem);
        Assert.Equal(
            "access.foreign-bureau",
            (await administrator.PatchAsync("/api/v1/accounts/cm-officer", new { seats = new[] { new { role = "auditor", bureau = "CITY" } } })).Problem);
        Assert.Equal(HttpStatusCode.Created, (await administrator.PostAsync("/api/v1/accounts", Person("somebody"))).Status);
    }

    [Fact]
    public async Task Nobody_disables_the_own_account_or_changes_the_own_roles()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        Assert.Equal(["account.own"], (await administrator.PatchAsync("/api/v1/accounts/city-administrator", new { disabled = true })).Rules);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/api/v1/session")).Status);
    }

    [Fact]
    public async Task A_reset_lifts_the_lock_and_asks_for_a_new_password()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await client.SignInAsync("cm-officer", "wrong");
        }

        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);
        var reset = (await administrator.PostAsync("/api/v1/accounts/cm-officer/password-reset")).Ok();

        var session = (await client.SignInAsync("cm-officer", reset.GetProperty("password").GetString()!)).Ok();
        Assert.True(session.GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task No_answer_of_the_api_holds_a_hash()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        var list = await administrator.GetAsync("/api/v1/accounts");

        Assert.True(list.Body.GetArrayLength() > 40);
        Assert.DoesNotContain("hash", list.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", list.Text, StringComparison.OrdinalIgnoreCase);
    }

    internal static async Task<ApiClient> FirstAdministratorAsync(SiloFixture silo)
    {
        var (name, password) = silo.SignIns.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is ["admin", _]).Select(words => (words[0], words[1])).Single();
        var client = silo.Anonymous();
        (await client.SignInAsync(name, password)).Ok();
        client.Keep(await client.PutAsync("/api/v1/session/password", new { currentPassword = password, newPassword = "First-Word-9" }));
        return client;
    }
}
