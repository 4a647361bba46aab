using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>An officer narrows the list of cases, keeps the view, and takes away what is filtered.</summary>
[Collection(CityCollection.Name)]
public sealed class SavedViewTests(DemoCity city)
{
    private const string Name = "挖掘道路的案件𠮷";

    [BrowserFact]
    public async Task What_is_filtered_is_kept_as_a_view_and_taken_away_as_a_table()
    {
        await CaseFile.StartAsync(city, "擅自挖掘城市道路（常用查询）"); // at least one, whatever the demo has today
        string[] numbers;
        await using (var window = await city.SignedInAsync("saved-view-1-made", "cm-officer"))
        {
            await window.GoAsync("/cases");
            await window.Page.GetByRole(AriaRole.Searchbox).FillAsync("挖掘");
            await window.Main.GetByRole(AriaRole.Combobox, new() { Name = "办理状态" }).SelectOptionAsync(new SelectOptionValue { Label = "全部（含已归档）" });
            await window.Button("查询").ClickAsync();
            await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=%E6%8C%96%E6%8E%98"));
            await window.ReadyAsync();
            await Expect(Rows(window).First).ToBeVisibleAsync();
            await Expect(Rows(window).Filter(new() { HasNotText = "挖掘" })).ToHaveCountAsync(0);
            numbers = [.. (await Rows(window).GetByRole(AriaRole.Rowheader).AllInnerTextsAsync()).Select(number => number.Trim())];
            await window.ShotAsync("filtered");

            await window.Main.Locator("summary").Filter(new() { HasText = "常用查询" }).ClickAsync();
            await window.Main.GetByRole(AriaRole.Textbox, new() { Name = "保存为常用查询" }).FillAsync(Name);
            await window.Button("保存").ClickAsync();
            await Expect(window.Link(Name)).ToBeVisibleAsync();
            await window.ShotAsync("kept");
        }

        await using var later = await city.SignedInAsync("saved-view-2-used", "cm-officer");
        await later.GoAsync("/cases");
        await later.Link(Name).ClickAsync();
        await Expect(later.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("挖掘");
        await Expect(Rows(later)).ToHaveCountAsync(numbers.Length);
        await later.ShotAsync("opened");

        var table = await DownloadAsync(later, "CSV");
        Assert.Equal([0xEF, 0xBB, 0xBF], table[..3]); // by this mark office programs read it as UTF-8
        var text = System.Text.Encoding.UTF8.GetString(table);
        Assert.All(numbers, number => Assert.Contains(number, text, StringComparison.Ordinal));
        Assert.Equal(numbers.Length + 1, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("PK"u8.ToArray(), (await DownloadAsync(later, "XLSX"))[..2]);
    }

    private static ILocator Rows(Window window) => window.Main.GetByRole(AriaRole.Table).Locator("tbody").GetByRole(AriaRole.Row);

    private static async Task<byte[]> DownloadAsync(Window window, string format)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Main.GetByRole(AriaRole.Group, new() { Name = "导出" }).GetByRole(AriaRole.Link, new() { Name = format }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
