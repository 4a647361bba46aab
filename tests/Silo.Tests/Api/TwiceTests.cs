using System.Net;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

/// <summary>Every command twice in a row: the same answer and no second event; with another payload a conflict.</summary>
public sealed class TwiceTests
{
    [Fact]
    public async Task Every_command_of_a_case_and_of_its_recording()
    {
        await using var city = await City.StartAsync(startAt: new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var now = await city.NowAsync();
        await city.OpenAsync("cm-case-0001");
        var act = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("id").GetString();
        var running = new { bureau = "CM", officerId = "cm-officer", mode = "video", startedAt = now.AddMinutes(-5) };

        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Put, "/recordings/cm-rec-0001", running, running with { startedAt = now.AddMinutes(-6) });
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, "/recordings/cm-rec-0001/end", new { endedAt = now }, new { endedAt = now.AddSeconds(-1) });
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, "/cases/cm-case-0001/acts", City.Accepted(), City.Accepted("true"));
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, "/cases/cm-case-0001/recordings", new { act, recording = "cm-rec-0001" }, new { act = "other", recording = "cm-rec-0001" });
        await CommandCalls.TwiceAsync(
            city.Officer, HttpMethod.Post, "/cases/cm-case-0001/documents", new { act, document = new { id = "extra", title = "补充材料" } }, new { act, document = new { id = "extra", title = "其他材料" } });
        await CommandCalls.TwiceAsync(
            city.Custodian,
            HttpMethod.Post,
            "/cases/cm-case-0001/recordings/cm-rec-0001/description",
            new { fields = new { }, transcript = "现场对话" },
            new { fields = new { }, transcript = "另一段对话" });
        var clock = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("clocks").EnumerateArray()
            .First(c => c.GetProperty("phase").GetString() == "running" && c.TryGetProperty("overridable", out var by) && by.GetString() is not null).GetProperty("clock").GetString();
        var term = new { unit = "working-days", value = 15, source = "《某条例》第十条", reason = "法规另有规定" };
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, $"/cases/cm-case-0001/clocks/{clock}/override", term, term with { value = 16 });

        (await city.Administrator.PostAsync("/api/v1/clock/advance", new { to = now.AddDays(3) })).Ok();
        var finding = (await city.Supervisor.GetAsync("/api/v1/findings?stream=recording/cm-rec-0001")).Ok().GetProperty("items")[0].GetProperty("findingId").GetString();
        await CommandCalls.TwiceAsync(city.Supervisor, HttpMethod.Post, $"/findings/{finding}/resolution", new { resolution = "已约谈。" }, new { resolution = "未约谈。" });
        await city.Officer.UploadAsync("/uploads", [1, 2, 3], ("recordingId", "cm-rec-0001"), ("filename", "a.mp4"));
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, "/recordings/cm-rec-0001/marks", new { mark = "m1", atMs = 1000, text = "开箱" }, new { mark = "m1", atMs = 1000, text = "关箱" });
        await CommandCalls.TwiceAsync(city.Officer, HttpMethod.Post, "/recordings/cm-rec-0001/marks/withdraw", new { mark = "m1", reason = "有误" }, new { mark = "m1", reason = "另有原因" });
        (await city.Administrator.PostAsync("/api/v1/clock/advance", new { to = now.AddDays(60) })).Ok();
        var missed = (await city.Supervisor.GetAsync("/api/v1/findings?stream=case/cm-case-0001")).Ok().GetProperty("items")[0].GetProperty("findingId").GetString()!;
        await CommandCalls.TwiceAsync(
            city.Supervisor, HttpMethod.Post, $"/cases/cm-case-0001/findings/{missed["case/cm-case-0001/".Length..]}/resolution", new { resolution = "已约谈。" }, new { resolution = "未约谈。" });
    }

    [Fact]
    public async Task Remote_work_and_return_where_the_regulation_knows_them()
    {
        await using var city = await City.StartAsync();
        var now = await city.NowAsync();
        (await city.Administrator.CommandAsync(HttpMethod.Put, "/officers/fs-officer", new { name = "戊", bureau = "FS", certificate = "FS-1", certificateValidUntil = "2099-01-01", roles = new[] { "officer" } })).Ok();
        using var officer = city.Silo.Bearer(Role.Officer, "FS");
        (await officer.CommandAsync(HttpMethod.Put, "/recordings/fs-rec-0001", new { bureau = "FS", officerId = "fs-officer", mode = "video", startedAt = now.AddHours(-2), endedAt = now.AddHours(-1) })).Ok();
        var ground = (await officer.GetAsync("/api/v1/recordings/fs-rec-0001")).Ok().GetProperty("remoteGrounds")[0].GetProperty("id").GetString();

        await CommandCalls.TwiceAsync(officer, HttpMethod.Post, "/recordings/fs-rec-0001/remote-work", new { ground, reason = "在外县连续执法" }, new { ground, reason = "另有原因" });
        await CommandCalls.TwiceAsync(officer, HttpMethod.Post, "/recordings/fs-rec-0001/return", new { returnedAt = now.AddMinutes(-1) }, new { returnedAt = now.AddMinutes(-2) });
        var nothing = await city.Officer.CommandAsync(HttpMethod.Post, "/recordings/fs-rec-0001/return", new { returnedAt = now });
        Assert.Equal("access.foreign-bureau", nothing.Problem);
    }

    [Fact]
    public async Task The_same_command_many_times_at_once_is_done_once()
    {
        await using var city = await City.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0001", City.Application(), "at-once-0001")));

        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        var commands = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001/ledger")).Ok().GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("entry")).Count(entry => entry.GetProperty("name").GetString() == "case.opened");
        Assert.Equal(1, commands);
    }
}
