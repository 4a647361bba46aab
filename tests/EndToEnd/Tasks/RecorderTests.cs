using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A recorder is registered, issued, heard of, and found when it falls silent in the middle of a recording.</summary>
[Collection(CityCollection.Name)]
public sealed class RecorderTests(DemoCity city)
{
    /// <summary>A lease is ninety seconds of real time, and the watch looks every ten; the rest is for a machine that does much else.</summary>
    private const int Silence = 300_000;

    [BrowserFact]
    public async Task A_recorder_that_dies_while_recording_is_found_and_its_alarm_handled()
    {
        var id = $"E2E-{Guid.NewGuid():n}"[..12].ToUpperInvariant();
        await using var window = await city.SignedInAsync("recorder", "cm-fleet-manager");
        var key = await RegisterAsync(window, id);

        await window.Link($"打开 {id}，办理领用").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(id);
        await window.Button("领用").ClickAsync();
        var issue = window.Main.GetByRole(AriaRole.Group, new() { Name = "领用" });
        await issue.GetByRole(AriaRole.Combobox, new() { Name = "领用人" }).SelectOptionAsync(new SelectOptionValue { Value = "cm-officer" });
        await window.ShotAsync("to-whom");
        await issue.GetByRole(AriaRole.Button, new() { Name = "领用" }).ClickAsync();
        await Expect(window.Main.GetByRole(AriaRole.Definition).Filter(new() { HasText = "王建国" })).ToBeVisibleAsync();
        await window.ShotAsync("issued");

        await ReportAsync(id, key);
        await window.GoAsync($"/recorders/{id}");
        await Expect(window.Main).ToContainTextAsync("在线");
        await Expect(window.Main).ToContainTextAsync("55");
        await window.ShotAsync("recording");

        await window.GoAsync($"/recorders/alarms?recorder={id}");
        var alarm = window.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "录制中失联" });
        await Expect(alarm).ToBeVisibleAsync(new() { Timeout = Silence });
        await Expect(alarm).ToContainTextAsync("王建国");
        await window.ShotAsync("found");

        await alarm.GetByRole(AriaRole.Button, new() { Name = "处理告警" }).ClickAsync();
        await alarm.GetByRole(AriaRole.Textbox).FillAsync("已联系本人，电池耗尽，换电后补录");
        await alarm.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(alarm.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await window.GoAsync($"/recorders/alarms?view=all&recorder={id}");
        await Expect(alarm).ToContainTextAsync("已联系本人，电池耗尽，换电后补录");
        await window.ShotAsync("handled");
    }

    private static async Task<string> RegisterAsync(Window window, string id)
    {
        await window.GoAsync("/recorders/register");
        foreach (var (name, value) in new[] { ("编号", id), ("型号", "DSJ-9"), ("序列号", $"SN-{id}") })
        {
            await window.Main.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).FillAsync(value);
        }

        await window.ShotAsync("register");
        await window.Button("登记").ClickAsync();
        var key = window.Main.Locator("code.one-time");
        await Expect(key).ToContainTextAsync("rk_");
        await window.ShotAsync("key-shown-once");
        return await key.InnerTextAsync();
    }

    /// <summary>What a device sends: it is on, and a recording began.</summary>
    private async Task ReportAsync(string id, string key)
    {
        using var device = new HttpClient { BaseAddress = city.Silo.Address };
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var now = TimeProvider.System.GetUtcNow();
        using var answer = await device.PostAsJsonAsync("/api/v1/telemetry", new
        {
            recorder = id,
            reports = new[]
            {
                new
                {
                    sequence = 1, at = now, battery = 55, storageFree = 20_000_000_000L, storageTotal = 64_000_000_000L, firmware = "1.2.0",
                    events = new[] { new { kind = "recording-started", at = now, file = "20261126.mp4", mode = "video" } },
                },
            },
        });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Contains("\"taken\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
