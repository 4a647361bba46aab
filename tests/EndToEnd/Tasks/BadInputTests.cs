using Enforcement.EndToEnd.Tests.City;
using Enforcement.EndToEnd.Tests.Portal;
using static Enforcement.EndToEnd.Tests.Portal.BadWords;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>Forms of cases with nothing, too much, scripts and characters of four bytes: a refusal in words or a faithful echo, nothing is run, nothing typed is lost.</summary>
[Collection(CityCollection.Name)]
public sealed class BadInputTests(DemoCity city)
{
    [BrowserFact]
    public async Task A_new_case()
    {
        await using var words = await WatchAsync(city, "bad-new-case", "cm-officer");
        var window = words.Window;
        var form = new ActForm(window);
        await form.OpenAsync("/cases/new");
        await form.ChooseAsync("行为类别", "行政处罚");
        await form.ChooseAsync("案件来源", "情况紧急先行启动");
        var submit = window.Button("提交登记");
        await window.SubmitAsync(submit);
        await words.RefusedAsync("nothing");

        await PasteAsync(form.Text("案由"), Long(201));
        await form.FillAsync("当事人姓名或名称", Script + Astral);
        await form.FillAsync("情况紧急的理由", Script + Astral);
        await window.SubmitAsync(submit);
        await words.RefusedAsync("too-long", form.Text("案由"), Long(201));
        await Expect(form.Text("当事人姓名或名称")).ToHaveValueAsync(Script + Astral);
        await Expect(form.Text("情况紧急的理由")).ToHaveValueAsync(Script + Astral);

        await form.FillAsync("案由", $"占道经营{Script}{Astral}");
        await form.FillAsync("当事人姓名或名称", Hidden);
        await window.SubmitAsync(submit);
        await words.RefusedAsync("hidden", form.Text("当事人姓名或名称"), Hidden);
        await Expect(window.Main).ToContainTextAsync("含有不可见的控制字符");

        await form.FillAsync("当事人姓名或名称", Script + Astral);
        await submit.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"占道经营{Script}{Astral}");
        await window.ReadyAsync();
        await words.EchoedAsync("case", Script, Astral);
        await window.GoAsync(new Uri(window.Page.Url).AbsolutePath + "/print");
        await words.EchoedAsync("print", Script, Astral);
        await window.GoAsync($"/cases?q={Uri.EscapeDataString(Script)}");
        await words.EchoedAsync("found", Script);
    }

    [BrowserFact]
    public async Task An_act()
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（输入）", Script + Astral);
        await using var words = await WatchAsync(city, "bad-act", "cm-officer");
        var window = words.Window;
        var form = new ActForm(window);
        await form.OpenAsync($"{file.Address}/acts/new/start-report");
        await window.SubmitAsync(form.Submit);
        await words.RefusedAsync("nothing");

        var much = Long(20_001);
        await PasteAsync(form.Text("启动原因"), much);
        await form.FillAsync("当事人基本情况", Astral);
        await form.FillAsync("承办人意见", Script);
        await form.AnswerAsync("是否重大行政执法行为", "否");
        await window.SubmitAsync(form.Submit);
        await words.RefusedAsync("too-long", form.Text("启动原因"), much);
        await Expect(form.Text("当事人基本情况")).ToHaveValueAsync(Astral);

        await form.FillAsync("启动原因", Script + Astral);
        await form.Submit.ClickAsync();
        await Expect(window.Heading("已记录：程序启动审批表")).ToBeVisibleAsync();
        await window.GoAsync(file.Address);
        await words.EchoedAsync("case", Script, Astral);
    }

    [BrowserFact]
    public async Task A_decision()
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（审批输入）", Script + Astral);
        await file.WalkAsync("urgent-start", "start-report");
        await using var words = await WatchAsync(city, "bad-decision", "cm-unit-head");
        var window = words.Window;
        var approval = new ApprovalForm(window);
        var opinion = window.Main.GetByRole(AriaRole.Textbox, new() { Name = "承办机构意见", Exact = true });
        await approval.OpenFromWorkAsync(await file.NumberAsync(), "承办机构意见");
        await words.EchoedAsync("submitted", Script, Astral);
        await window.Button("退回修改").ClickAsync();
        await words.RefusedAsync("nothing");

        var much = Long(20_001);
        await PasteAsync(opinion, much);
        await window.Button("退回修改").ClickAsync();
        var asked = window.Page.GetByRole(AriaRole.Alertdialog);
        await asked.GetByRole(AriaRole.Button, new() { Name = "确认提交" }).ClickAsync();
        await Expect(asked).ToHaveCountAsync(0); // it was answered
        await words.RefusedAsync("too-long", opinion, much);

        await approval.WriteAsync("承办机构意见", Script + Astral);
        await approval.DecideAsync("退回修改", "会在工作台看到退回意见");
        await window.GoAsync(file.Address);
        await words.EchoedAsync("case", Script + Astral);

        await using var seen = await WatchAsync(city, "bad-decision-officer", "cm-officer");
        await seen.Window.GoAsync("/");
        await seen.EchoedAsync("my-work", Script + Astral);
    }

    [BrowserFact]
    public async Task A_finding()
    {
        var recording = await LateRecording.AnnounceAsync(city, TimeSpan.FromHours(70));
        await using var words = await WatchAsync(city, "bad-finding", "cm-supervisor");
        var window = words.Window;
        await window.GoAsync("/findings");
        var row = LateRecording.RowOf(window, recording);
        await row.GetByRole(AriaRole.Button, new() { Name = "处理" }).ClickAsync();
        var submit = row.GetByRole(AriaRole.Button, new() { Name = "提交" });
        await window.SubmitAsync(submit);
        await words.RefusedAsync("nothing");

        var text = row.GetByRole(AriaRole.Textbox);
        await PasteAsync(text, Long(5_001));
        await window.SubmitAsync(submit);
        await words.RefusedAsync("too-long", text, Long(5_001));

        await text.FillAsync(Script + Astral);
        await submit.ClickAsync();
        await Expect(text).ToHaveCountAsync(0);
        await window.Link("全部").ClickAsync();
        await words.EchoedAsync("resolved", Script + Astral);
    }

    [BrowserFact]
    public async Task A_recording()
    {
        await using var words = await WatchAsync(city, "bad-recording", "cm-officer");
        var window = words.Window;
        await window.GoAsync("/recordings/new");
        var started = window.Main.Locator("#startedAt");
        await Expect(started).Not.ToHaveValueAsync(""); // the page has what it begins with
        var now = await started.InputValueAsync();
        var place = window.Main.GetByRole(AriaRole.Textbox, new() { Name = "地点" });
        await started.FillAsync("");
        await window.SubmitAsync(window.Button("提交"));
        await words.RefusedAsync("nothing");

        await started.FillAsync(now);
        await PasteAsync(place, Long(5_001));
        await window.SubmitAsync(window.Button("提交"));
        await words.RefusedAsync("too-long", place, Long(5_001));

        await place.FillAsync(Script + Astral);
        var recorder = window.Main.GetByRole(AriaRole.Textbox, new() { Name = "记录仪编号" });
        await PasteAsync(recorder, Long(65));
        await window.SubmitAsync(window.Button("提交"));
        await words.RefusedAsync("recorder", recorder, Long(65));
        await Expect(place).ToHaveValueAsync(Script + Astral);

        await recorder.FillAsync(Script);
        await window.Button("提交").ClickAsync();
        await Expect(window.Main).ToContainTextAsync("已登记，移交期限已开始计算");
        await words.EchoedAsync("announced", Script + Astral);
        await window.GoAsync("/recordings");
        words.NothingRan();
    }
}
