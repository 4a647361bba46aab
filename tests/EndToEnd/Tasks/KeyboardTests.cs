using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>The way from the first page to a case without a mouse.</summary>
[Collection(CityCollection.Name)]
public sealed class KeyboardTests(DemoCity city)
{
    [BrowserFact]
    public async Task The_skip_link_comes_first_and_keys_lead_to_a_case()
    {
        await CaseFile.StartAsync(city, "擅自挖掘城市道路（键盘）"); // at least one, whatever the demo has today
        await using var window = await city.SignedInAsync("keyboard", "cm-officer");
        var keys = window.Page.Keyboard;
        await window.GoAsync("/regulations");

        // A navigation has put the focus on the heading, so the first stop of the page is asked for by its place.
        await Expect(window.Page.Locator("a[href], button, input, select, textarea, summary").First).ToHaveTextAsync("跳到主要内容");

        await Task.WhenAll(keys.PressAsync("g"), keys.PressAsync("c")); // as fast as people type, whatever the test waits for: one after the other counts for a second and a half
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, "/cases").ToString());
        await window.ReadyAsync();
        await Expect(window.Heading("案件").First).ToBeFocusedAsync();

        // The rows come after the heading.
        var first = window.Main.GetByRole(AriaRole.Table).Locator("tbody tr").First.GetByRole(AriaRole.Link).First;
        await Expect(first).ToBeVisibleAsync();
        await keys.PressAsync("j");
        await Expect(first).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await Expect(first).ToBeFocusedAsync();
        await window.ShotAsync("on-the-first-row");
        var address = await first.GetAttributeAsync("href");
        await keys.PressAsync("Enter");
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, address).ToString());
    }

    [BrowserFact]
    public async Task The_keys_are_shown_and_are_letters_while_one_types()
    {
        await using var window = await city.SignedInAsync("keyboard-help", "cm-officer");
        var keys = window.Page.Keyboard;
        await window.GoAsync("/cases");

        await keys.PressAsync("?");
        var help = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "键盘快捷键" });
        await Expect(help).ToBeVisibleAsync();
        await Expect(help.GetByRole(AriaRole.Row, new() { Name = "g r" })).ToContainTextAsync("音像记录");
        await window.ShotAsync("help");
        await keys.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();

        await keys.PressAsync("/");
        await keys.TypeAsync("gr?n");
        await Expect(window.Page.GetByRole(AriaRole.Searchbox).Or(window.Main.GetByRole(AriaRole.Search).GetByRole(AriaRole.Textbox)).First).ToHaveValueAsync("gr?n");
        await Expect(help).ToBeHiddenAsync();
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, "/cases").ToString());
    }
}
