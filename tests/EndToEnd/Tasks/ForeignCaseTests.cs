using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A case of another bureau is refused, also to who types its address.</summary>
[Collection(CityCollection.Name)]
public sealed class ForeignCaseTests(DemoCity city)
{
    [BrowserFact]
    public async Task A_case_of_another_bureau_is_refused_by_its_address()
    {
        await using var theirs = await city.SignedInAsync("foreign-case", "cz-officer");
        await theirs.GoAsync("/cases?state=all");
        var address = await theirs.Main.Locator("a[href^='/cases/']:not([href$='/new'])").First.GetAttributeAsync("href");
        await theirs.GoAsync(address!);
        var title = await theirs.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

        await using var mine = await city.SignedInAsync("foreign-case", "cm-officer");
        await mine.GoAsync(address!);
        await mine.ShotAsync("refused");

        var main = await mine.Main.InnerTextAsync();
        Assert.DoesNotContain(title, main, StringComparison.Ordinal);
        await Expect(mine.Main).ToContainTextAsync("本机关");
        await mine.Main.GetByRole(AriaRole.Link, new() { Name = "返回" }).First.ClickAsync();
        await mine.ReadyAsync();
        await Expect(mine.Heading("案件").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_act_in_a_case_of_another_bureau_is_refused_by_its_address()
    {
        await using var theirs = await city.SignedInAsync("foreign-act", "cz-officer");
        await theirs.GoAsync("/cases?state=all");
        var address = await theirs.Main.Locator("a[href^='/cases/']:not([href$='/new'])").First.GetAttributeAsync("href");

        await using var mine = await city.SignedInAsync("foreign-act", "cm-officer");
        await mine.GoAsync($"{address}/acts/new/inquiry");
        await mine.ShotAsync("refused");

        await Expect(mine.Main.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await Expect(mine.Button("提交")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_page_for_another_role_says_so_and_leads_back()
    {
        await using var window = await city.SignedInAsync("foreign-page", "cm-officer");
        await window.Page.GotoAsync("/admin/accounts");
        await window.ShotAsync("refused");

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("无权");
    }
}
