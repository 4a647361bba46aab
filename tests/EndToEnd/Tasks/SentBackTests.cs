using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A form comes back to its officer with words, is mended and then approved.</summary>
[Collection(CityCollection.Name)]
public sealed class SentBackTests(DemoCity city)
{
    private const string Words = "当事人基本情况不全，请补充营业执照号码";

    [BrowserFact]
    public async Task A_form_that_was_sent_back_is_mended_and_approved()
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（退回）");
        await file.WalkAsync("urgent-start", "start-report");
        var number = await file.NumberAsync();

        await using (var head = await city.SignedInAsync("sent-back-1-head", "cm-unit-head"))
        {
            var approval = new ApprovalForm(head);
            await approval.OpenFromWorkAsync(number, "承办机构意见");
            await head.Button("退回修改").ClickAsync();
            await Expect(head.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "请先写明意见" })).ToBeVisibleAsync();
            await approval.WriteAsync("承办机构意见", Words);
            await approval.DecideAsync("退回修改", "会在工作台看到退回意见");
        }

        await using (var officer = await city.SignedInAsync("sent-back-2-officer", "cm-officer"))
        {
            await officer.GoAsync("/");
            await officer.ShotAsync("my-work");
            await officer.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number }).Filter(new() { HasText = Words }).ClickAsync();
            await Expect(officer.Heading("记录：程序启动审批表")).ToBeVisibleAsync();
            var form = new ActForm(officer);
            await form.TakesAsync();
            await Expect(officer.Main.GetByText(Words)).ToBeVisibleAsync();
            await Expect(form.Text("启动原因")).ToHaveValueAsync("启动原因：如实记载");
            await form.FillAsync("当事人基本情况", "畅通管道工程有限公司，营业执照 91650100MA00000000");
            await officer.ShotAsync("mended");
            await form.Submit.ClickAsync();
            await Expect(officer.Heading("已记录：程序启动审批表")).ToBeVisibleAsync();
            await officer.ShotAsync("recorded");
        }

        await using (var head = await city.SignedInAsync("sent-back-3-head", "cm-unit-head"))
        {
            var approval = new ApprovalForm(head);
            await approval.OpenFromWorkAsync(number, "承办机构意见");
            await Expect(approval.Submitted).ToContainTextAsync("营业执照 91650100MA00000000");
            await approval.WriteAsync("承办机构意见", "材料齐全，同意");
            await approval.DecideAsync("审核通过", "承办人可以办理后续环节");
        }

        await using var after = await city.SignedInAsync("sent-back-4-officer", "cm-officer");
        await after.GoAsync("/");
        await Expect(after.Heading("工作台").First).ToBeVisibleAsync();
        await Expect(after.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = Words })).ToHaveCountAsync(0);
    }
}
