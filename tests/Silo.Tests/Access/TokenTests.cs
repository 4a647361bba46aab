using System.Net;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Access;

public sealed class TokenTests
{
    [Fact]
    public async Task A_program_is_known_by_its_key_until_it_is_revoked()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);
        var made = await administrator.PostAsync("/api/v1/tokens", new { name = "dock 7", role = "fleet-manager", bureau = "CM", days = 30 });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        using var dock = silo.Anonymous();
        dock.Http.DefaultRequestHeaders.Authorization = new("Bearer", made.Body.GetProperty("secret").GetString());

        var session = (await dock.GetAsync("/api/v1/session")).Ok();
        Assert.Equal("fleet-manager", session.GetProperty("role").GetString());
        Assert.StartsWith("token:", session.GetProperty("account").GetString(), StringComparison.Ordinal);

        var id = made.Body.GetProperty("token").GetProperty("id").GetString();
        Assert.DoesNotContain("secret", (await administrator.GetAsync("/api/v1/tokens")).Text, StringComparison.Ordinal);
        (await administrator.DeleteAsync($"/api/v1/tokens/{id}")).Ok();
        var refused = await dock.GetAsync("/api/v1/session");
        Assert.Equal((HttpStatusCode.Unauthorized, "session.none"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task A_key_ends_when_it_was_said_to_end()
    {
        TestClock machine = new(TimeProvider.System.GetUtcNow());
        await using var silo = await SiloFixture.StartAsync(machine: machine);
        using var program = silo.Bearer(Role.FleetManager, "CM");

        machine.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/session")).Status);
        machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("session.none", (await program.GetAsync("/api/v1/session")).Problem);
    }

    [Fact]
    public async Task A_key_outlives_a_restart_and_its_secret_is_not_in_the_file()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var program = silo.Bearer(Role.FleetManager, "CM");
        var secret = program.Http.DefaultRequestHeaders.Authorization!.Parameter!;

        await silo.RestartAsync();

        using var again = silo.Anonymous();
        again.Http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/api/v1/session")).Status);
        foreach (var file in Directory.EnumerateFiles(silo.Folder, "accounts.db*"))
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_needs_no_proof_against_forgery_because_no_browser_sends_it_by_itself()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var program = silo.Bearer(Role.Administrator, Principal.Municipality);

        var made = await program.PostAsync("/api/v1/tokens", new { name = "dock 8", role = "fleet-manager", bureau = "CM" });

        Assert.Equal(HttpStatusCode.Created, made.Status);
    }

    [Fact]
    public async Task A_key_for_a_foreign_bureau_or_an_impossible_seat_is_refused()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var administrator = silo.Bearer(Role.Administrator, "CM");

        Assert.Equal("access.foreign-bureau", (await administrator.PostAsync("/api/v1/tokens", new { name = "x", role = "officer", bureau = "TA" })).Problem);
        Assert.Equal(["token.days"], (await administrator.PostAsync("/api/v1/tokens", new { name = "x", role = "officer", bureau = "CM", days = 0 })).Rules);
        using var city = silo.Bearer(Role.Administrator, Principal.Municipality);
        Assert.Equal(["access.seat"], (await city.PostAsync("/api/v1/tokens", new { name = "x", role = "officer", bureau = "CITY" })).Rules);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer junk")]
    [InlineData("Bearer oe_0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Junk_in_the_header_is_nobody(string header)
    {
        await using var silo = await SiloFixture.StartAsync();
        using var program = silo.Anonymous();
        program.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        var refused = await program.GetAsync("/api/v1/session");

        Assert.Equal((HttpStatusCode.Unauthorized, "session.none"), (refused.Status, refused.Problem));
    }
}
