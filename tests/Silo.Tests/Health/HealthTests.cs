using System.Net;
using Enforcement.Silo.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enforcement.Silo.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_installation_is_live_and_ready()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var client = silo.Anonymous();

        Assert.Equal("live", (await client.GetAsync("/health/live")).Ok().GetProperty("status").GetString());
        var ready = (await client.GetAsync("/health/ready")).Ok();
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(["disk", "accounts", "ledger"], ready.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task While_the_demo_city_is_made_it_says_so_and_how_far_it_is()
    {
        await using var silo = await SiloFixture.StartAsync(adjust: services => services.RemoveAll<ISeedStatus>().AddSingleton<ISeedStatus>(new HalfSeeded()));
        using var client = silo.Anonymous();

        var answer = await client.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "seeding"), (answer.Status, answer.Body.GetProperty("status").GetString()));
        Assert.Contains("120 of 300", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_is_not_ready_but_live()
    {
        await using var silo = await SiloFixture.StartAsync(settings: new Dictionary<string, string?> { ["Limits:FreeDiskBytes"] = $"{long.MaxValue}" });
        using var client = silo.Anonymous();

        var answer = await client.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-ready"), (answer.Status, answer.Body.GetProperty("status").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).Status);
    }

    private sealed class HalfSeeded : ISeedStatus
    {
        public bool Seeding => true;

        public string Progress => "120 of 300";
    }
}
