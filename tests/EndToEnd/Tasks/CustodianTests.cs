using System.Globalization;
using System.Text.RegularExpressions;
using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using Enforcement.Walk;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A day of the records custodian: first what should have been handed in long ago, then the file that waits for the archive.</summary>
[Collection(CityCollection.Name)]
public sealed partial class CustodianTests(DemoCity city)
{
    [BrowserFact]
    public async Task An_overdue_recording_is_taken_in_and_leaves_the_list()
    {
        var recording = await LateRecording.AnnounceAsync(city, TimeSpan.FromHours(60));
        var film = Path.Combine(Directory.CreateTempSubdirectory("film-").FullName, "执法记录仪 𠮷.webm");
        await File.WriteAllBytesAsync(film, Film.Make(96 * 1024));
        await using var window = await city.SignedInAsync("custodian-1-take-in", "cm-records-custodian");

        await window.GoAsync("/");
        var overdue = window.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).First;
        await Expect(overdue).ToContainTextAsync("已逾期"); // what is overdue stands first
        var row = TakeIn(window, recording);
        await Expect(row).ToContainTextAsync("接收音像记录");
        await Expect(row).ToContainTextAsync("已超过");
        await Expect(row).ToContainTextAsync("录像"); // by what people know it by, not by its id
        await Expect(row).ToContainTextAsync("人民路");
        await Expect(row).Not.ToContainTextAsync(recording);
        await window.ShotAsync("my-work");
        await row.ClickAsync();

        await window.ReadyAsync();
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, $"/recordings/{recording}").ToString());
        await Expect(window.Main).ToContainTextAsync("逾期");
        await window.ShotAsync("recording", full: true);
        await window.Page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(film);
        await window.Button("开始上传").ClickAsync();
        await Expect(window.Main.GetByText("存储时间")).ToBeVisibleAsync(); // the page draws anew by itself
        await window.ShotAsync("taken-in");
        await Expect(window.Main).ToContainTextAsync("执法记录仪 𠮷.webm");
        var hash = await window.Main.Locator("code.hash").First.InnerTextAsync();
        Assert.Matches(Sha256(), hash);
        await Expect(window.Main).ToContainTextAsync("逾期"); // taken in late stays taken in late
        await window.ShotAsync("stored", full: true);

        await window.GoAsync("/");
        await Expect(TakeIn(window, recording)).ToHaveCountAsync(0);
        await window.ShotAsync("my-work-after");
    }

    [BrowserFact]
    public async Task Overdue_hand_ins_stand_first_in_the_library_and_lead_to_where_they_are_taken_in()
    {
        var recording = await LateRecording.AnnounceAsync(city, TimeSpan.FromHours(80));
        await using var window = await city.SignedInAsync("custodian-2-library", "cm-records-custodian");

        await window.GoAsync("/recordings");
        await Expect(window.Main.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("已超过");
        await window.ShotAsync("overdue-first");
        await window.Main.Locator($"a[href='/recordings/{recording}']").ClickAsync();

        await window.ReadyAsync();
        await Expect(window.Page.GetByLabel("选择文件", new() { Exact = true })).ToBeVisibleAsync();
        await window.ShotAsync("where-it-is-taken-in");
    }

    [BrowserFact]
    public async Task A_file_that_is_complete_is_taken_over_and_archived()
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（归档）");
        await file.WalkAsync("urgent-start", "end-of-act");
        await file.DescribeRecordingsAsync();
        await file.WalkAsync("end-of-act", "archive-handover");
        var number = await file.NumberAsync();
        var volume = string.Create(CultureInfo.InvariantCulture, $"城管〔2026〕卷-𠮷{Random.Shared.Next(1000, 9999)}");

        await using var window = await city.SignedInAsync("custodian-3-archive", "cm-records-custodian");
        await window.GoAsync("/");
        await window.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number }).Filter(new() { HasText = "归档接收" }).First.ClickAsync();
        var form = new ActForm(window);
        await Expect(window.Heading("记录：归档接收")).ToBeVisibleAsync();
        await form.TakesAsync();
        await form.FillAsync("案卷号", volume);
        await form.SavedAsync();
        await window.ShotAsync("typed");

        await window.GoAsync("/"); // called away: the draft waits on the work page
        await window.ShotAsync("draft-on-the-work-page");
        await window.Page.GetByRole(AriaRole.Region, new() { Name = "我的草稿" }).GetByRole(AriaRole.Link).Filter(new() { HasText = number }).ClickAsync();
        await form.TakesAsync();
        await Expect(form.Text("案卷号")).ToHaveValueAsync(volume);
        await form.Submit.ClickAsync();
        await Expect(window.Main).ToContainTextAsync("归档后不能再记录");
        await window.ShotAsync("asked");
        await window.Button("确认提交").ClickAsync();
        await Expect(window.Heading("已记录：归档接收")).ToBeVisibleAsync();
        await window.ShotAsync("archived");

        await window.GoAsync("/");
        await Expect(window.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number })).ToHaveCountAsync(0);
        await window.GoAsync(file.Address);
        await Expect(window.Main).ToContainTextAsync(volume);
        await window.ShotAsync("case", full: true);
    }

    private static ILocator TakeIn(Window window, string recording) => window.Main.Locator($"a.work-item[href='/recordings/{recording}']");

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}
