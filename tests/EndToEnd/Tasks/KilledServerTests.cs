using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>The server is killed under somebody's hands.</summary>
[Collection(CityCollection.Name)]
public sealed class KilledServerTests(DemoCity city)
{
    private const string Before = "接群众举报，道路被擅自挖掘。";
    private const string Meanwhile = "现场未设置围挡，已有行人摔倒，\n责令立即停止。";

    [BrowserFact]
    public async Task What_is_typed_while_the_server_is_dead_is_there_when_it_lives_again()
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（断线）");
        await using var window = await city.SignedInAsync("killed-server", "cm-officer");
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        await window.Page.EvaluateAsync("window.before = true");
        await form.FillAsync("启动原因", Before);
        await form.SavedAsync();
        await window.ShotAsync("typed");

        await city.Silo.KillAsync();
        await form.FillAsync("承办人意见", Meanwhile);
        await form.Text("当事人基本情况").PressSequentiallyAsync("畅通管道工程有限公司𠮷田");
        await form.AnswerAsync("是否重大行政执法行为", "否");

        await Expect(window.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "连接中断" })).ToBeVisibleAsync();
        await Expect(form.Draft).ToContainTextAsync("内容已保留在本浏览器");
        await window.ShotAsync("typed-while-dead");

        await city.Silo.StartAsync();

        await window.Page.WaitForFunctionAsync("() => window.before === undefined");
        await form.TakesAsync();
        await Expect(form.Text("启动原因")).ToHaveValueAsync(Before);
        await Expect(form.Text("承办人意见")).ToHaveValueAsync(Meanwhile);
        await Expect(form.Text("当事人基本情况")).ToHaveValueAsync("畅通管道工程有限公司𠮷田");
        await Expect(form.Answer("是否重大行政执法行为", "否")).ToBeCheckedAsync();
        await Expect(form.Draft).ToContainTextAsync("草稿已保存");
        await window.ShotAsync("nothing-is-lost");

        await form.Submit.ClickAsync();
        await Expect(window.Heading("已记录：程序启动审批表")).ToBeVisibleAsync();
        await window.ShotAsync("recorded");

        await using var other = await city.SignedInAsync("killed-server-record", "cm-officer");
        await other.GoAsync(file.Address);
        await Expect(other.Main).ToContainTextAsync("现场未设置围挡，已有行人摔倒");
    }

    [BrowserFact]
    public async Task A_page_that_was_open_says_so_and_comes_back_by_itself()
    {
        await using var window = await city.SignedInAsync("killed-server-list", "cm-officer");
        await window.GoAsync("/cases");
        await window.Page.EvaluateAsync("window.before = true");

        await city.Silo.KillAsync();

        var said = window.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "连接中断" });
        await Expect(said).ToBeVisibleAsync();
        await Expect(said).ToContainTextAsync("次尝试");
        await window.ShotAsync("lost");

        await city.Silo.StartAsync();

        await window.Page.WaitForFunctionAsync("() => window.before === undefined");
        await window.ReadyAsync();
        await Expect(said).ToBeHiddenAsync();
        await Expect(window.Main.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        await window.ShotAsync("back");
    }
}
