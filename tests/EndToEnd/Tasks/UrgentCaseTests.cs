using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>The whole course of an urgent case.</summary>
[Collection(CityCollection.Name)]
public sealed class UrgentCaseTests(DemoCity city)
{
    private static readonly (int Width, int Height) Phone = (390, 844);

    [BrowserFact]
    public async Task An_urgent_case_from_a_phone_over_its_approvals_to_the_archive_with_the_inquiry_sent_by_programs()
    {
        CaseFile file;
        string number;
        await using (var officer = await city.SignedInAsync("urgent-1-phone", "cm-officer", Phone))
        {
            file = await StartAsync(officer);
            number = await file.NumberAsync();
            await ReportAsync(officer, file);
        }

        await ApproveAsync("urgent-2-head", "cm-unit-head", number, "承办机构意见", "承办机构意见", "审核通过");
        await ApproveAsync("urgent-3-leader", "cm-leader-in-charge", number, "负责人批准启动", "行政机关负责人意见", "同意");
        await file.WalkAsync("start-approval", "end-of-act");
        await file.DescribeRecordingsAsync();
        await file.WalkAsync("end-of-act", "archive-handover");

        await ArchiveAsync(number, file);
    }

    private async Task ArchiveAsync(string number, CaseFile file)
    {
        await using var window = await city.SignedInAsync("urgent-4-custodian", "cm-records-custodian");
        await window.GoAsync("/");
        await window.ShotAsync("my-work");
        await window.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number }).Filter(new() { HasText = "归档接收" }).First.ClickAsync();
        await Expect(window.Heading("记录：归档接收")).ToBeVisibleAsync();
        var form = new ActForm(window);
        await form.TakesAsync();
        await form.FillAsync("案卷号", "城管〔2026〕卷-0001");
        await form.Submit.ClickAsync();
        await Expect(window.Main).ToContainTextAsync("归档后不能再记录");
        await window.ShotAsync("asked");
        await window.Button("确认提交").ClickAsync();
        await Expect(window.Heading("已记录：归档接收")).ToBeVisibleAsync();
        await window.ShotAsync("recorded");

        await window.GoAsync(file.Address);
        await Expect(window.Main).ToContainTextAsync("已归档");
        await Expect(window.Main).ToContainTextAsync("城管〔2026〕卷-0001");
        await window.ShotAsync("archived");
        await window.GoAsync("/");
        await Expect(window.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number })).ToHaveCountAsync(0);
    }

    private async Task<CaseFile> StartAsync(Window window)
    {
        var form = new ActForm(window);
        await form.OpenAsync("/cases/new");
        await form.ChooseAsync("行为类别", "行政处罚");
        await form.ChooseAsync("案件来源", "情况紧急先行启动");
        await form.FillAsync("案由", "占道经营，阻碍救护车通行");
        await form.FillAsync("当事人姓名或名称", "老王烧烤店");
        await form.FillAsync("情况紧急的理由", "救护车无法通行，危及生命");
        await form.Text("情况紧急的理由").PressAsync("Tab");
        await Expect(window.Main.GetByText("已可提交")).ToBeVisibleAsync();
        await window.ShotAsync("urgent-start", full: true);
        await window.Button("提交登记").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("占道经营，阻碍救护车通行");
        await window.ReadyAsync();
        await window.ShotAsync("case");
        return new CaseFile(city, new Uri(window.Page.Url).Segments[^1]);
    }

    private async Task ApproveAsync(string test, string account, string number, string form, string field, string choice)
    {
        await using var window = await city.SignedInAsync(test, account);
        var approval = new ApprovalForm(window);
        await approval.OpenFromWorkAsync(number, form);
        await approval.WriteAsync(field, "情况属实，同意");
        await approval.DecideAsync(choice, "承办人可以办理后续环节");
    }

    private static async Task ReportAsync(Window window, CaseFile file)
    {
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        await form.FillAsync("启动原因", "情况紧急，已先行启动，现补办审批");
        await form.FillAsync("当事人基本情况", "老王烧烤店，经营者王某");
        await form.FillAsync("承办人意见", "建议立案调查");
        await form.AnswerAsync("是否重大行政执法行为", "否");
        await window.ShotAsync("report", full: true);
        await form.Submit.ClickAsync();
        await Expect(window.Heading("已记录：程序启动审批表")).ToBeVisibleAsync();
        await window.ShotAsync("report-recorded");
    }
}
