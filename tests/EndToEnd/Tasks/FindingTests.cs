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
        await using var window = await city.SignedInAsync("finding", "cm-supervisor");
        await window.GoAsync("/findings");
        await window.ShotAsync("open");
        var row = window.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "归档" }).Filter(new() { HasText = "逾期" }).First;
        var finding = await row.GetByRole(AriaRole.Rowheader).InnerTextAsync();
        var subject = await row.GetByRole(AriaRole.Link).Filter(new() { HasText = "城管" }).InnerTextAsync();
        var open = await window.Button("处理").CountAsync();
        Assert.True(open > 0);

        await row.GetByRole(AriaRole.Button, new() { Name = "处理" }).ClickAsync();
        await window.Button("提交").ClickAsync();
        await Expect(row.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync(); // nothing said: it stays open and says why
        await Expect(row).ToContainTextAsync("处理情况");
        await window.ShotAsync("without-words");

        await row.GetByRole(AriaRole.Textbox).FillAsync(Words);
        await window.ShotAsync("words");
        await window.Button("提交").ClickAsync();
        await Expect(window.Button("处理")).ToHaveCountAsync(open - 1);
        await window.ShotAsync("resolved");

        await window.Link("全部").ClickAsync();
        var closed = window.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = Words });
        await Expect(closed).ToContainTextAsync(finding.Trim());
        await Expect(closed).ToContainTextAsync(subject);
        await window.ShotAsync("kept-with-its-words");
    }
}
