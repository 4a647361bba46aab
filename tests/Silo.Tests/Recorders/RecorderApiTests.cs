using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Recorders;
using Enforcement.Silo.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Recorders;

/// <summary>The register of recorders over HTTP.</summary>
public sealed class RecorderApiTests
{
    private static readonly object Entry = new { bureau = "CM", model = "DSJ-X9", serial = "SN-1", storageBytes = 68719476736L, note = "二楼 𠮷" };

    [Fact]
    public async Task A_recorder_lives_through_its_register_and_each_command_sent_twice_is_done_once()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");

        var made = await TwiceAsync(manager, HttpMethod.Put, "", Entry);
        Assert.Equal(Key(city, 1), made.GetProperty("key").GetString());
        Assert.False((await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok().TryGetProperty("key", out var again) && again.ValueKind is JsonValueKind.String);
        await TwiceAsync(manager, HttpMethod.Post, "/issue", new { officerId = "cm-officer", note = "完好" });
        Assert.Equal(("issued", "cm-officer"), await StandsAsync(manager));
        await TwiceAsync(manager, HttpMethod.Post, "/return", new { note = "" });
        await TwiceAsync(manager, HttpMethod.Post, "/repair", new { done = false, reason = "屏幕破裂" });
        await TwiceAsync(manager, HttpMethod.Post, "/repair", new { done = true, reason = "已换屏" });
        Assert.Equal(Key(city, 2), (await TwiceAsync(manager, HttpMethod.Post, "/key", new { })).GetProperty("key").GetString());
        await TwiceAsync(manager, HttpMethod.Post, "/retire", new { reason = "遗失" });

        Assert.Equal(("retired", null), await StandsAsync(manager));
        Assert.Empty((await manager.GetAsync("/api/v1/recorders")).Ok().GetProperty("items").EnumerateArray());
        Assert.Single((await manager.GetAsync("/api/v1/recorders?state=retired")).Ok().GetProperty("items").EnumerateArray());
        var history = (await manager.GetAsync("/api/v1/recorders/R-1")).Ok().GetProperty("register").GetProperty("history");
        Assert.Equal(["登记", "领用", "归还", "送修", "修复入库", "更换密钥", "报废"], history.EnumerateArray().Select(s => s.GetProperty("step").GetProperty("zh").GetString()));
        var late = await manager.CommandAsync(HttpMethod.Post, "/recorders/R-1/issue", new { officerId = "cm-officer" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "recorder.retired"), (late.Status, Code(late)));
    }

    [Fact]
    public async Task Another_bureaus_recorder_is_neither_seen_nor_taken()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        using var foreign = city.Silo.Bearer(Role.FleetManager, "TA");
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok();

        Assert.Empty((await foreign.GetAsync("/api/v1/recorders")).Ok().GetProperty("items").EnumerateArray());
        foreach (var path in new[] { "", "/history", "/track" })
        {
            Assert.Equal("access.foreign-bureau", (await foreign.GetAsync($"/api/v1/recorders/R-1{path}")).Problem);
        }

        var taken = await foreign.CommandAsync(HttpMethod.Put, "/recorders/R-1", new { bureau = "TA", model = "DSJ-X9", serial = "SN-1" });
        Assert.Equal((HttpStatusCode.Forbidden, "access.foreign-bureau"), (taken.Status, taken.Problem));
        Assert.Equal(HttpStatusCode.Forbidden, (await foreign.CommandAsync(HttpMethod.Post, "/recorders/R-1/key", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Officer.CommandAsync(HttpMethod.Post, "/recorders/R-1/retire", new { reason = "x" })).Status);
        Assert.Equal("recorder.unknown", (await manager.GetAsync("/api/v1/recorders/R-2")).Problem);
    }

    [Fact]
    public async Task What_cannot_be_registered_is_named_rule_by_rule()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok();

        foreach (var (id, body, code) in new (string, object, string)[]
        {
            ("r-1", new { bureau = "CM", model = "A", serial = "SN-2" }, "recorder.id-similar"),
            ("R-2", new { bureau = "CM", model = "A", serial = "sn-1 " }, "recorder.serial-taken"),
            ("R-2", new { bureau = "CM", model = "", serial = "SN-2" }, "recorder.model"),
            ("R-2", new { bureau = "CM", model = "A", serial = "S\u202eN" }, "recorder.serial"),
            ("R-2", new { bureau = "CM", model = "A", serial = "SN-2", storageBytes = -1 }, "recorder.storage"),
            ("R-2", new { bureau = "CM", model = "A", serial = "SN-2", note = new string('长', 501) }, "recorder.note"),
        })
        {
            var refused = await manager.CommandAsync(HttpMethod.Put, $"/recorders/{id}", body);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (refused.Status, Code(refused)));
        }

        Assert.Equal("id.malformed", (await manager.CommandAsync(HttpMethod.Put, "/recorders/R_1", Entry)).Problem);
        Assert.Equal("officer.unknown", Code(await manager.CommandAsync(HttpMethod.Post, "/recorders/R-1/issue", new { officerId = "nobody" })));
        foreach (var query in new[] { "state=lost", "contact=far", "order=1", "from=1" })
        {
            Assert.Equal("query.malformed", (await manager.GetAsync($"/api/v1/recorders?{query}")).Problem);
        }

        Assert.Equal("query.malformed", (await manager.GetAsync("/api/v1/recorders/R-1/track?from=2026-03-02")).Problem);
    }

    [Fact]
    public async Task What_it_reports_is_read_and_its_alarm_acknowledged_once()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        using var device = city.Silo.Anonymous();
        device.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok().GetProperty("key").GetString());
        var at = TimeProvider.System.GetUtcNow();
        (await device.PostAsync("/api/v1/telemetry", new
        {
            recorder = "R-1",
            reports = new[] { new { sequence = 1, at, battery = 80, position = new { latitude = 35.01, longitude = 113.02 }, events = new[] { new { kind = "sos", at } } } },
        })).Ok();

        Assert.Single((await manager.GetAsync("/api/v1/recorders?contact=online")).Ok().GetProperty("items").EnumerateArray());
        Assert.Single((await manager.GetAsync("/api/v1/recorders/R-1/history")).Ok().EnumerateArray());
        Assert.Single((await manager.GetAsync("/api/v1/recorders/R-1/track")).Ok().EnumerateArray());
        var alarm = (await manager.GetAsync("/api/v1/recorder-alarms?open=true&kind=sos")).Ok().GetProperty("items")[0].GetProperty("alarmId").GetString();
        Assert.Equal("alarm.note", Code(await manager.CommandAsync(HttpMethod.Post, $"/recorders/R-1/alarms/{alarm}/acknowledge", new { note = " " })));
        await TwiceAsync(manager, HttpMethod.Post, $"/alarms/{alarm}/acknowledge", new { note = "已联系" });
        Assert.Empty((await manager.GetAsync("/api/v1/recorder-alarms?open=true&kind=sos")).Ok().GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_not_the_declared_one_is_found_when_it_is_handed_in()
    {
        await using var city = await City.StartAsync();
        using var manager = city.Silo.Bearer(Role.FleetManager, "CM");
        using var device = city.Silo.Anonymous();
        device.Http.DefaultRequestHeaders.Authorization = new("Bearer", (await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok().GetProperty("key").GetString());
        (await manager.CommandAsync(HttpMethod.Post, "/recorders/R-1/issue", new { officerId = "cm-officer" })).Ok();
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]));
        (await device.PostAsync("/api/v1/telemetry", $$"""
            {"recorder":"R-1","reports":[{"sequence":1,"at":"{{at:O}}","events":[
              {"kind":"recording-started","at":"{{at:O}}","file":"a","mode":"video"},{"kind":"recording-stopped","at":"{{at.AddMinutes(1):O}}","file":"a","size":3,"sha256":"{{sha256}}"},
              {"kind":"recording-started","at":"{{at.AddMinutes(2):O}}","file":"b","mode":"video"},{"kind":"recording-stopped","at":"{{at.AddMinutes(3):O}}","file":"b","size":9}]}]}
            """)).Ok();

        foreach (var file in new[] { "a", "b" })
        {
            await city.Officer.UploadAsync("/uploads", [1, 2, 3], ("recordingId", Domain.Recorders.RecorderIds.Recording("R-1", file)), ("filename", "a.mp4"));
        }

        var findings = (await city.Supervisor.GetAsync("/api/v1/findings?stream=recorder/R-1")).Ok().GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal("recorder.file-differs", Assert.Single(findings).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Lists_that_were_lost_are_filled_from_the_register_at_the_next_start()
    {
        await using var silo = await SiloFixture.StartAsync();
        using var manager = silo.Bearer(Role.FleetManager, "CM");
        (await manager.CommandAsync(HttpMethod.Put, "/recorders/R-1", Entry)).Ok();
        await silo.StopAsync();
        foreach (var file in Directory.GetFiles(silo.Folder, "fleet.db*"))
        {
            File.Delete(file);
        }

        await silo.StartAgainAsync();
        await silo.Services.GetRequiredService<RegisterSync>().RunAsync(CancellationToken.None);

        Assert.Equal("SN-1", (await silo.Services.GetRequiredService<IFleetReadModel>().RecorderAsync(BureauScope.City, "R-1", CancellationToken.None))?.Serial);
    }

    private static string Key(City city, int generation) => city.Silo.Services.GetRequiredService<RecorderKeys>().KeyOf("R-1", generation);

    private static string? Code(ApiAnswer answer) => answer.Body.TryGetProperty("violations", out var broken) ? broken[0].GetProperty("code").GetString() : answer.Problem;

    private static async Task<(string? State, string? Holder)> StandsAsync(ApiClient who)
    {
        var status = (await who.GetAsync("/api/v1/recorders/R-1")).Ok().GetProperty("status");
        return (status.GetProperty("state").GetString(), status.TryGetProperty("holderId", out var holder) ? holder.GetString() : null);
    }

    private static async Task<JsonElement> TwiceAsync(ApiClient who, HttpMethod method, string path, object body)
    {
        var id = CommandCalls.NewId();
        var first = await who.CommandAsync(method, $"/recorders/R-1{path}", body, id);
        var second = await who.CommandAsync(method, $"/recorders/R-1{path}", body, id);
        Assert.Equal((path, first.Text), (path, second.Text));
        return first.Ok();
    }
}
