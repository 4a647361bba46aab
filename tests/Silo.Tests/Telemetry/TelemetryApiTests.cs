using System.Net;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Recorders;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Telemetry;

/// <summary>Reports over HTTP: keys, scopes, shapes and floods.</summary>
public sealed class TelemetryApiTests
{
    private const string Path = "/api/v1/telemetry";

    [Fact]
    public async Task A_recorder_reports_with_its_own_key_and_nobody_learns_which_ids_exist()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var mine = await RecorderAsync(silo, "R-1", "CM");

        var answer = await mine.PostAsync(Path, One("R-1", 1, 2));
        Assert.Equal((2, 0), (answer.Ok().GetProperty("taken").GetInt32(), answer.Body.GetProperty("repeated").GetInt32()));
        Assert.Equal(2, (await mine.PostAsync(Path, One("R-1", 2, 1))).Ok().GetProperty("repeated").GetInt32());

        using var wrong = Keyed(silo, "rk_wrong");
        foreach (var (client, recorder) in new[] { (wrong, "R-1"), (mine, "R-unknown"), (wrong, "R-unknown") })
        {
            var refused = await client.PostAsync(Path, One(recorder, 1));
            Assert.Equal((HttpStatusCode.Unauthorized, "telemetry.key"), (refused.Status, refused.Problem));
        }

        using var nobody = silo.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync(Path, One("R-1", 1))).Status);
        Assert.Equal(35.01, (await silo.Services.GetRequiredService<IFleetReadModel>().RecorderAsync(Grains.Interfaces.ReadModel.BureauScope.City, "R-1", default))!.LatitudeE7 / 1e7);
    }

    [Fact]
    public async Task What_cannot_be_true_is_refused_alone_and_what_cannot_be_read_names_its_place()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var mine = await RecorderAsync(silo, "R-1", "CM");

        var mixed = (await mine.PostAsync(Path, """{"recorder":"R-1","reports":[{"sequence":1,"at":"2026-03-02T09:00:00+08:00","battery":101},{"sequence":2,"at":"2026-03-02T09:00:00+08:00","position":{"latitude":91,"longitude":1}},{"sequence":3,"at":"2026-03-02T09:00:00+08:00"}]}""")).Ok();
        Assert.Equal(1, mixed.GetProperty("taken").GetInt32());
        Assert.Equal(["telemetry.battery", "telemetry.position"], mixed.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("rule").GetProperty("code").GetString()));

        foreach (var body in new[] { "", "{", "null", """{"recorder":"R-1"}""", """{"recorder":"R-1","reports":[]}""", """{"recorder":"R-1","reports":[null]}""", """{"recorder":"R-1","reports":[{"sequence":"x","at":"2026-03-02T09:00:00+08:00"}]}""", """{"recorder":"R-1","reports":[{"sequence":1,"at":"2026-03-02T09:00:00"}]}""" })
        {
            Assert.Contains((await mine.PostAsync(Path, body)).Status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized });
        }

        Assert.Equal("json.unknown-member", (await mine.PostAsync(Path, """{"recorder":"R-1","reports":[{"sequence":1,"at":"2026-03-02T09:00:00+08:00","akku":1}]}""")).Problem);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await mine.PostAsync(Path, new string(' ', 300_000) + "{}")).Status);
    }

    [Fact]
    public async Task A_retired_recorder_is_gone_and_told_so()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var mine = await RecorderAsync(silo, "R-1", "CM");
        await Grain(silo, "R-1").RetireAsync(new RetireRecorder("损坏"), Manager("retire-r1"));

        var refused = await mine.PostAsync(Path, One("R-1", 1));

        Assert.Equal((HttpStatusCode.Gone, "telemetry.retired"), (refused.Status, refused.Problem));
    }

    [Fact]
    public async Task One_that_floods_is_held_up_alone()
    {
        // The clock stands: on a slow machine the bucket would fill faster than it is emptied.
        await using var silo = await SiloFixture.StartAsync(machine: new TestClock(TimeProvider.System.GetUtcNow()));
        using var mad = await RecorderAsync(silo, "R-1", "CM");
        using var good = await RecorderAsync(silo, "R-2", "CM");

        List<ApiAnswer> answers = [];
        for (var i = 1; i <= 60; i++)
        {
            answers.Add(await mad.PostAsync(Path, One("R-1", i)));
        }

        var flooded = answers.First(a => a.Status is HttpStatusCode.TooManyRequests);
        Assert.Equal("telemetry.too-many", flooded.Problem);
        Assert.True(flooded.Response.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        (await good.PostAsync(Path, One("R-2", 1))).Ok();
    }

    [Fact]
    public async Task A_gateway_speaks_for_its_own_bureau_only()
    {
        await using var silo = await SiloFixture.StartAsync();
        (await RecorderAsync(silo, "R-1", "CM")).Dispose();
        (await RecorderAsync(silo, "R-2", "TA")).Dispose();
        using var gateway = silo.Bearer(Role.FleetManager, "CM");

        var body = (await gateway.PostAsync(Path, new { recorders = new[] { One("R-1", 1), One("R-2", 1), One("R-3", 1) } })).Ok();

        Assert.Equal(1, body.GetProperty("taken").GetInt32());
        Assert.Equal([null, "telemetry.unknown-recorder", "telemetry.unknown-recorder"], body.GetProperty("recorders").EnumerateArray()
            .Select(r => r.TryGetProperty("problem", out var p) && p.ValueKind is System.Text.Json.JsonValueKind.Object ? p.GetProperty("code").GetString() : null));

        using var officer = silo.Bearer(Role.Officer, "CM");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(Path, One("R-1", 1))).Status);
        using var person = await silo.SignInAsync(Role.FleetManager, "CM");
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.PostAsync(Path, One("R-1", 1))).Status);
    }

    private static object One(string recorder, params int[] sequences) => new
    {
        recorder,
        reports = sequences.Select(sequence => new { sequence, at = "2026-03-02T09:00:00+08:00", battery = 80, position = new { latitude = 35.01, longitude = 113.02 } }),
    };

    private static async Task<ApiClient> RecorderAsync(SiloFixture silo, string id, string bureau)
    {
        var reply = await Grain(silo, id).RegisterAsync(new RegisterRecorder(bureau, "DSJ-9", $"serial-{id}"), Manager($"register-{id}"));
        Assert.True(reply.Done, reply.Done ? "" : reply.Broken[0].Text.En);
        return Keyed(silo, silo.Services.GetRequiredService<RecorderKeys>().KeyOf(id, 1));
    }

    private static IRecorderGrain Grain(SiloFixture silo, string id) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IRecorderGrain>(id);

    private static Caller Manager(string command) => new("fleet", "设备管理员", "fleet-manager", "CITY", null, command);

    private static ApiClient Keyed(SiloFixture silo, string key)
    {
        var client = silo.Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }
}
