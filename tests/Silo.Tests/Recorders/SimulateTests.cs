extern alias enforce;

using System.Globalization;
using System.Text.RegularExpressions;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Tests.Api;
using enforce::Enforcement.Tool;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Recorders;

/// <summary><c>enforce simulate</c> against the real program: one command registers what is missing and plays it.</summary>
public sealed partial class SimulateTests
{
    [Fact]
    public async Task One_command_registers_what_is_missing_spread_over_the_bureaus_and_plays_it()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, Principal.Municipality);
        var token = manager.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/SIM-00003", new { bureau = "CM", model = "other", serial = "own-3" })).Ok();
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/SIM-00005", new { bureau = "CM", model = "other", serial = "own-5" })).Ok();
        (await manager.CommandAsync(HttpMethod.Post, "/recorders/SIM-00005/retire", new { reason = "遗失" })).Ok();

        var (code, output, error) = await RunAsync(city, "--token", token, "--register", "--count", "12", "--minutes", "0.02", "--rate", "0.1", "--pace", "1000");

        Assert.Equal((ExitCode.Good, ""), (code, error));
        Assert.Contains("10 recorders registered in 5 bureaus, 2 were there", output, StringComparison.Ordinal);
        var fleet = city.Silo.Services.GetRequiredService<IFleetReadModel>();
        var rows = (await fleet.RecordersAsync(BureauScope.City, new RecorderQuery(), new PageRequest(50), default)).Rows;
        Assert.Equal(11, rows.Length);
        Assert.Equal("own-3", rows.Single(static row => row.RecorderId == "SIM-00003").Serial);
        Assert.All(rows, static row => Assert.Equal(("online", null), (row.Contact, row.RecordingSince)));

        var figures = Figures().Matches(output)[^1].Groups;
        Assert.True(int.Parse(figures[1].Value, CultureInfo.InvariantCulture) > 0);
        Assert.Equal("0", figures[2].Value);
        Assert.True(long.Parse(figures[3].Value, CultureInfo.InvariantCulture) >= 11, "each that is in service was heard at least once");

        // Again: nothing is left to register, and the retired one is told by its rule.
        var again = await RunAsync(city, "--token", token, "--register", "--count", "12", "--minutes", "0.01", "--rate", "0.2");
        Assert.Contains("0 recorders registered in 0 bureaus, 12 were there", again.Output, StringComparison.Ordinal);
        Assert.Contains("last fault: ", again.Output, StringComparison.Ordinal);
        Assert.Contains("retired", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_may_not_register_plays_nothing_and_says_why()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        var head = await city.Officer.HeadAsync();

        foreach (var (who, words) in new[] { (city.Officer, "403"), (manager, "422") })
        {
            var (code, output, _) = await RunAsync(city, "--token", who.Http.DefaultRequestHeaders.Authorization!.Parameter!, "--register", "--count", "12", "--minutes", "0.01");

            Assert.Equal(ExitCode.Failed, code);
            Assert.StartsWith($"nothing is played: {words}", output, StringComparison.Ordinal);
        }

        var none = await RunAsync(city, "--keys", "keys.csv", "--register");
        Assert.Equal(ExitCode.Usage, none.Code);
        Assert.StartsWith("--register needs --token", none.Error, StringComparison.Ordinal);
        Assert.Equal(head, await city.Officer.HeadAsync());
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(City city, params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        var code = await CommandLineTool.RunAsync(["simulate", "--url", city.Silo.Address.ToString(), .. args], output, error);
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"requests (\d+), failed (\d+); reports taken (\d+)")]
    private static partial Regex Figures();
}
