using System.Text;
using System.Text.RegularExpressions;
using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Enforcement.EndToEnd.Tests.Portal.BadWords;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>Forms of those who run the platform with nothing, too much, the wrong kind, scripts and characters of four bytes.</summary>
[Collection(CityCollection.Name)]
public sealed class BadAdministrationTests(DemoCity city)
{
    [BrowserFact]
    public async Task A_recorder()
    {
        await using var words = await WatchAsync(city, "bad-recorder", "cm-fleet-manager");
        var window = words.Window;
        await window.GoAsync("/recorders/register");
        var form = window.Main.Locator("form.fields");
        var submit = form.Locator("[type=submit]");
        var (id, serial, model, size, note) = (Field("id"), Field("serial"), Field("model"), Field("storageBytes"), Field("note"));
        await window.SubmitAsync(submit);
        await words.RefusedAsync("nothing");

        await id.FillAsync(Script);
        await PasteAsync(serial, Long(200));
        await model.FillAsync(Script);
        await note.FillAsync(Script + Astral);
        await size.FillAsync("很大");
        await window.SubmitAsync(submit);
        await words.RefusedAsync("wrong-kind", size, "很大");
        await size.FillAsync("64");
        await window.SubmitAsync(submit);
        await words.RefusedAsync("script-as-id", id, Script);
        await Expect(serial).ToHaveValueAsync(Long(200));
        await Expect(note).ToHaveValueAsync(Script + Astral);

        var number = $"E2E-{Random.Shared.Next(100_000, 999_999)}";
        await id.FillAsync(number);
        await serial.FillAsync(number);
        await submit.ClickAsync();
        await Expect(window.Main).ToContainTextAsync($"已登记 {number}");
        words.NothingRan();
        await window.GoAsync($"/recorders/{number}");
        await words.EchoedAsync("recorder", Script);
        await window.GoAsync($"/recorders?q={number}");
        await words.EchoedAsync("list", number);

        ILocator Field(string member) => form.Locator($"#recorder-{member}");
    }

    [BrowserFact]
    public async Task An_account()
    {
        await using var words = await WatchAsync(city, "bad-account", "city-administrator");
        var window = words.Window;
        await window.GoAsync("/admin/accounts");
        await window.Main.Locator(".page-actions button").ClickAsync();
        var (name, person, certificate) = (window.Main.Locator("#account-name"), window.Main.Locator("#account-person"), window.Main.Locator("#account-certificate"));
        await window.SubmitAsync(window.Button("保存"));
        await words.RefusedAsync("nothing");

        await PasteAsync(name, Script);
        await PasteAsync(person, Long(1_000));
        await PasteAsync(certificate, Script);
        await window.SubmitAsync(window.Button("保存"));
        await words.RefusedAsync("script-and-too-long", person, Long(1_000));
        await Expect(name).ToHaveValueAsync(Script);
        await Expect(certificate).ToHaveValueAsync(Script);

        await name.FillAsync($"e2e-{Random.Shared.Next(100_000, 999_999)}");
        await person.FillAsync(Script + Astral);
        await certificate.FillAsync("");
        await window.Button("保存").ClickAsync();
        await Expect(window.Main.Locator("code.one-time")).ToBeVisibleAsync();
        await words.EchoedAsync("made", Script + Astral);
    }

    [BrowserFact]
    public async Task A_key()
    {
        await using var words = await WatchAsync(city, "bad-key", "city-administrator");
        var window = words.Window;
        await window.GoAsync("/admin/tokens");
        await window.Main.Locator(".page-actions button").ClickAsync();
        var (name, days) = (window.Main.Locator("#token-name"), window.Main.Locator("#token-days"));
        await window.SubmitAsync(window.Button("保存"));
        await words.RefusedAsync("nothing");

        await PasteAsync(name, Long(1_000));
        await days.FillAsync("99999");
        await window.SubmitAsync(window.Button("保存"));
        await words.RefusedAsync("too-much", name, Long(1_000));
        await Expect(days).ToHaveValueAsync("99999");

        await name.FillAsync(Script + Astral);
        await window.SubmitAsync(window.Button("保存"));
        await words.RefusedAsync("too-many-days", name, Script + Astral);
        await days.FillAsync("30");
        await window.Button("保存").ClickAsync();
        await Expect(window.Main.Locator("code.one-time")).ToBeVisibleAsync();
        await words.EchoedAsync("made", Script + Astral);
    }

    [BrowserTheory]
    [InlineData("empty", "")]
    [InlineData("no-json", "放假安排：<script>alert(1)</script>𠮷")]
    [InlineData("other-json", """{ "year": "<script>alert(1)</script>", "more": [null, 1e999] }""")]
    [InlineData("too-large", null)]
    public async Task A_calendar(string kind, string? content)
    {
        await using var words = await WatchAsync(city, $"bad-calendar-{kind}", "city-administrator");
        var window = words.Window;
        await window.GoAsync("/calendar");
        var years = window.Main.Locator("nav.app-tabs a");
        await Expect(window.Main.Locator("nav.app-tabs a[aria-current]")).ToHaveAttributeAsync("href", new Regex("year=2[0-9]{3}$")); // the years are read
        var known = await years.CountAsync();

        await window.Main.Locator("#calendar-file").SetInputFilesAsync(new FilePayload
        {
            Name = "<img src=x onerror=alert(3)>𠮷.json",
            MimeType = "application/json",
            Buffer = content is null ? new byte[300 * 1024] : Encoding.UTF8.GetBytes(content),
        });

        await Expect(window.Main.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await window.ShotAsync("refused");
        words.NothingRan();
        await Expect(years).ToHaveCountAsync(known);
    }
}
