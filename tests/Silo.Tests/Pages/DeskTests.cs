using System.Security.Claims;
using System.Text;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Pages;

/// <summary>What the pages of administrators do, by the same rules as the API.</summary>
public sealed class DeskTests
{
    private const string Year = """
        { "year": 2031, "version": "2031.1", "notices": [ { "number": null, "title": "试验用通知" } ], "origin": "made up for a test",
          "holidays": [ { "name": "元旦", "from": "2031-01-01", "to": "2031-01-01" } ], "makeUpDays": [] }
        """;

    [Fact]
    public async Task A_key_is_made_shown_once_and_revoked_by_an_administrator_only_in_the_own_bureau()
    {
        await using var silo = await SiloFixture.StartAsync();
        var desk = silo.Services.GetRequiredService<ITokenDesk>();
        var administrator = Person(Role.Administrator, "CM");

        var made = desk.Create(administrator, new TokenDraft("采集站一", new SeatLine("fleet-manager", "CM"), 30));

        Assert.True(made.Done);
        var line = Assert.Single(desk.List(administrator));
        Assert.Equal(("采集站一", "live"), (line.Name, line.State));
        Assert.False(desk.Create(administrator, new TokenDraft("别处", new SeatLine("fleet-manager", "TA"), 30)).Done);
        Assert.Empty(desk.List(Person(Role.Administrator, "TA")));
        Assert.False(desk.Revoke(Person(Role.Administrator, "TA"), line.Id).Done);
        Assert.False(desk.Create(Person(Role.Officer, "CM"), new TokenDraft("x", new SeatLine("officer", "CM"), 30)).Done);

        Assert.True(desk.Revoke(administrator, line.Id).Done);
        Assert.True(desk.Revoke(administrator, line.Id).Done);
        Assert.Equal("revoked", Assert.Single(desk.List(administrator)).State);
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("  ", 30)]
    [InlineData("x", 0)]
    [InlineData("x", 731)]
    public async Task A_bad_key_is_refused_with_the_member_that_is_meant(string name, int days)
    {
        await using var silo = await SiloFixture.StartAsync();

        var answer = silo.Services.GetRequiredService<ITokenDesk>().Create(Person(Role.Administrator, Principal.Municipality), new TokenDraft(name, new SeatLine("fleet-manager", "CM"), days));

        Assert.Null(answer.Secret);
        Assert.NotNull(Assert.Single(answer.Broken).Member);
    }

    [Fact]
    public async Task The_system_is_shown_to_the_municipality_and_verified_on_request()
    {
        await using var silo = await SiloFixture.StartAsync();
        var desk = silo.Services.GetRequiredService<ISystemDesk>();

        Assert.Null(await desk.ViewAsync(Person(Role.Administrator, "CM"), CancellationToken.None));
        Assert.False(desk.Verify(Person(Role.Officer, "CM")));

        var administrator = Person(Role.Administrator, Principal.Municipality);
        var view = await desk.ViewAsync(administrator, CancellationToken.None);
        Assert.NotNull(view);
        Assert.Contains(view.Folder, part => part is { Name: "ledger.db", Bytes: > 0 });
        Assert.True(view.DiskFree > 0 && view.DiskFree <= view.DiskTotal);
        Assert.True(desk.Verify(administrator));
        Assert.NotEqual("never", (await desk.ViewAsync(administrator, CancellationToken.None))!.Verification.Status);
    }

    [Fact]
    public async Task A_calendar_year_is_imported_once_and_then_known()
    {
        await using var silo = await SiloFixture.StartAsync();
        var desk = silo.Services.GetRequiredService<ISystemDesk>();
        var administrator = Person(Role.Administrator, Principal.Municipality);

        var first = await desk.ImportCalendarAsync(administrator, "2031.json", Encoding.UTF8.GetBytes(Year), CancellationToken.None);
        var second = await desk.ImportCalendarAsync(administrator, "2031.json", Encoding.UTF8.GetBytes(Year), CancellationToken.None);

        Assert.Equal(("2031.1", false), (first.Stored, first.Known));
        Assert.Equal(("2031.1", true), (second.Stored, second.Known));
        Assert.Contains(silo.Services.GetRequiredService<ICalendarReader>().Years(), year => year.Year == 2031);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("""{ "year": 2031, "surprise": true }""")]
    public async Task A_faulty_calendar_file_changes_nothing_and_says_where_it_is_wrong(string content)
    {
        await using var silo = await SiloFixture.StartAsync();

        var answer = await silo.Services.GetRequiredService<ISystemDesk>().ImportCalendarAsync(
            Person(Role.Administrator, Principal.Municipality), "bad.json", Encoding.UTF8.GetBytes(content), CancellationToken.None);

        Assert.Null(answer.Stored);
        Assert.NotEmpty(answer.Broken);
        Assert.DoesNotContain(silo.Services.GetRequiredService<ICalendarReader>().Years(), year => year.Year == 2031);
    }

    [Fact]
    public async Task A_calendar_is_not_imported_by_a_bureau()
    {
        await using var silo = await SiloFixture.StartAsync();

        var answer = await silo.Services.GetRequiredService<ISystemDesk>().ImportCalendarAsync(Person(Role.Administrator, "CM"), "2031.json", Encoding.UTF8.GetBytes(Year), CancellationToken.None);

        Assert.Equal("access.denied", Assert.Single(answer.Broken).Code);
    }

    private static ClaimsPrincipal Person(Role role, string bureau) => new(new ClaimsIdentity(
        [
            new Claim(AccessClaims.Id, $"{bureau}-{role}"),
            new Claim(AccessClaims.Name, "试验"),
            new Claim(AccessClaims.Role, RoleNames.Wire(role)),
            new Claim(AccessClaims.Bureau, bureau),
        ],
        "test"));
}
