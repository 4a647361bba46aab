using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A supervisor closes a finding with words.</summary>
[Collection(CityCollection.Name)]
public sealed class FindingTests(DemoCity city)
{
    private const string Words = "已约谈承办机构负责人，资料已补交，<b>整改完毕</b>𠮷";

    [BrowserFact]
    public async Task A_supervisor_resolves_a_finding_with_words()
    {
        var recording = await LateRecording.AnnounceAsync(city, TimeSpan.FromHours(60));
        await using var window = await city.SignedInAsync("finding", "cm-supervisor");
        await window.GoAsync("/findings");
        await window.ShotAsync("open");
        var row = LateRecording.RowOf(window, recording);
        await Expect(row).ToContainTextAsync("逾期");
        var finding = await row.GetByRole(AriaRole.Rowheader).InnerTextAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "处理" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync(); // nothing said: it stays open and says why
        await Expect(row.Locator(".rule-list")).ToContainTextAsync("处理意见");
        await window.ShotAsync("without-words");

        await row.GetByRole(AriaRole.Textbox).FillAsync(Words);
        await window.ShotAsync("words");
        await row.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await window.ShotAsync("resolved");

        await window.Link("全部").ClickAsync();
        await Expect(row).ToContainTextAsync(Words);
        await Expect(row).ToContainTextAsync(finding.Trim());
        await window.ShotAsync("kept-with-its-words");
    }
}
