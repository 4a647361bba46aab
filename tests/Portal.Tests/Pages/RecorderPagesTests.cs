using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Portal.Pages.Recorders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

public sealed class RecorderPagesTests : PageTest
{
    private readonly IFleetReadModel _fleet = Substitute.For<IFleetReadModel>();
    private readonly IRecorderDesk _desk = Substitute.For<IRecorderDesk>();
    private readonly IRecorderImportDesk _import = Substitute.For<IRecorderImportDesk>();
    private readonly IRecorderGrain _grain = Substitute.For<IRecorderGrain>();

    public RecorderPagesTests()
    {
        var library = Substitute.For<IRecordingReadModel>();
        library.LibraryAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<RecordingRow>([], null, 0));
        _fleet.CountsAsync(default!, default).ReturnsForAnyArgs([new FleetCount("CM", 60, 40, 1, 50, 6, 4, 9, 3, 2, 1, 5, 4)]);
        _fleet.RecordersAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<RecorderRow>([Row()], "cursor-2", 60));
        _fleet.RecorderAsync(default!, default!, default).ReturnsForAnyArgs((RecorderRow?)null);
        _fleet.RecorderAsync(Arg.Any<BureauScope>(), "DSJ-1", Arg.Any<CancellationToken>()).Returns(Row());
        _fleet.MapAsync(default!, default!, default, default).ReturnsForAnyArgs([Dot(1, "online"), Dot(2, "offline")]);
        _fleet.HistoryAsync(default!, default!, default, default, default, default).ReturnsForAnyArgs(ImmutableArray<PulsePoint>.Empty);
        _fleet.TrackAsync(default!, default!, default, default, default, default).ReturnsForAnyArgs(ImmutableArray<TrackPoint>.Empty);
        _fleet.AlarmsAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<AlarmRow>([Alarm()], null, 1));
        _grain.ViewAsync().Returns(View("in-store"));
        Grains.GetGrain<IRecorderGrain>(Arg.Any<string>(), Arg.Any<string?>()).Returns(_grain);
        Access.ScopeOf(Arg.Any<ClaimsPrincipal>(), Arg.Any<string>()).Returns(BureauScope.Of("CM"));
        Services.AddSingleton(_fleet);
        Services.AddSingleton(_desk);
        Services.AddSingleton(_import);
        Services.AddSingleton(library);
    }

    [Fact]
    public void The_filters_of_the_list_come_from_the_address()
    {
        Go("/recorders?state=issued&contact=offline&battery=low&holder=cm-officer&q=X9&order=battery&bureau=CM");

        var page = Render<RecordersPage>();

        _ = _fleet.Received().RecordersAsync(
            BureauScope.Of("CM"),
            new RecorderQuery("issued", "offline", "cm-officer", LowBattery: true, Text: "X9", Order: RecorderOrder.Battery),
            new PageRequest(50, null, WithCount: true),
            Arg.Any<CancellationToken>());
        Assert.Equal(["60", "50", "6", "4", "9", "3", "2", "1", "4"], page.FindAll(".tab-count").Select(count => count.TextContent));
        Assert.Contains("after=cursor-2", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".app-tabs [aria-current]"));
    }

    [Fact]
    public void Unknown_values_are_named_and_narrow_nothing_and_an_unknown_bureau_shows_nothing()
    {
        Go("/recorders?contact=sleeping&battery=%3Cscript%3E&order=%F0%A0%AE%B7&bureau=XX");

        var page = Render<RecordersPage>();

        _ = _fleet.Received().RecordersAsync(BureauScope.None, new RecorderQuery(), Arg.Any<PageRequest>(), Arg.Any<CancellationToken>());
        var notes = page.FindAll(".note-warn").Select(note => note.TextContent).ToList();
        Assert.Equal(4, notes.Count);
        Assert.Contains(notes, note => note.Contains("contact=sleeping", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("battery=<script>", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("XX", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_list_says_what_to_do_next()
    {
        _fleet.RecordersAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<RecorderRow>([], null, 0));
        Go("/recorders");

        var page = Render<RecordersPage>();

        Assert.Contains("CSV", page.Find(".empty-state").TextContent, StringComparison.Ordinal);
        Assert.Equal("/recorders/register", page.Find(".empty-state a").GetAttribute("href"));
    }

    [Fact]
    public void The_map_draws_few_recorders_one_by_one_and_many_together()
    {
        Go("/recorders/map");
        Assert.Equal(["/recorders/DSJ-1", "/recorders/DSJ-2"], Render<RecordersPage>().FindAll("a.fleet-dot").Select(dot => dot.GetAttribute("href")));

        _fleet.MapAsync(default!, default!, default, default).ReturnsForAnyArgs([.. Enumerable.Range(1, 2_000).Select(n => Dot(n, "online"))]);
        var many = Render<RecordersPage>();
        Assert.InRange(many.FindAll("a.fleet-cell").Count, 1, 440);
        Assert.Contains("2000 台", many.Find(".map-caption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorder_out_of_scope_is_not_found_and_its_grain_is_not_asked()
    {
        var page = Render<RecorderPage>(p => p.Add(r => r.RecorderId, "DSJ-9"));

        Assert.Contains("没有这台执法记录仪", page.Find("h1").TextContent, StringComparison.Ordinal);
        _ = _grain.DidNotReceive().ViewAsync();
    }

    [Fact]
    public void A_recorder_is_issued_to_an_officer_and_a_refusal_is_shown_with_its_words()
    {
        _grain.IssueAsync(default!, default!).ReturnsForAnyArgs(new CommandReply(0, null,
            [new BrokenRule("recorder.held", "CM:31", null, new Wording("该执法记录仪由李娜领用，尚未归还", "held"), new Wording("先办理归还，再领用", "return it"), "officerId")]));
        var page = Render<RecorderPage>(p => p.Add(r => r.RecorderId, "DSJ-1"));

        page.FindAll(".recorder-acts > button").First(b => b.TextContent == "领用").Click();
        page.Find(".form-actions .btn-primary").Click();
        Assert.Contains("缺少“领用人”", page.Find(".rule-list").TextContent, StringComparison.Ordinal);
        page.Find("#act-officer").Change("cm-officer");
        page.Find(".form-actions .btn-primary").Click();

        _ = _grain.Received(1).IssueAsync(new IssueRecorder("cm-officer"), Arg.Any<Caller>());
        Assert.Contains("李娜领用", page.Find(".rule-list").TextContent, StringComparison.Ordinal);
        Assert.Contains("先办理归还", page.Find(".rule-list").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewed_key_is_shown_once()
    {
        _desk.RenewKeyAsync(default!, default!, default!).ReturnsForAnyArgs(new RecorderKeyAnswer("rk_once", 4, []));
        var page = Render<RecorderPage>(p => p.Add(r => r.RecorderId, "DSJ-1"));

        page.FindAll(".recorder-acts button.btn").First(b => b.TextContent == "更换密钥").Click();
        page.FindAll("dialog .btn-primary").First(b => b.TextContent.Contains("更换密钥", StringComparison.Ordinal)).Click();
        Assert.Equal("rk_once", page.Find(".one-time").TextContent);

        page.FindAll(".note-warn button").First(b => b.TextContent == "关闭").Click();
        Assert.DoesNotContain("rk_once", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_without_management_sees_no_acts()
    {
        Access.May(Arg.Any<ClaimsPrincipal>(), Permissions.FleetManage, Arg.Any<string?>()).Returns(false);

        var page = Render<RecorderPage>(p => p.Add(r => r.RecorderId, "DSJ-1"));

        Assert.Empty(page.FindAll(".recorder-acts"));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "处理告警");
    }

    [Fact]
    public void An_alarm_is_acknowledged_with_words_only()
    {
        _grain.AcknowledgeAsync(default!, default!).ReturnsForAnyArgs(new CommandReply(3, null, []));
        Go("/recorders/alarms?kind=nonsense");
        var page = Render<AlarmsPage>();
        Assert.Contains("kind=nonsense", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        _ = _fleet.Received().AlarmsAsync(BureauScope.Of("CM"), new AlarmQuery(Open: true), Arg.Any<PageRequest>(), Arg.Any<CancellationToken>());

        page.Find("td .btn-outline-secondary").Click();
        page.Find("[data-submit]").Click();
        Assert.Contains("请写明处理情况", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        page.Find("textarea").Change("已联系本人");
        page.Find("[data-submit]").Click();

        _ = _grain.Received(1).AcknowledgeAsync(new AcknowledgeAlarm("a-1", "已联系本人"), Arg.Any<Caller>());
    }

    [Fact]
    public void Registration_shows_what_is_wrong_beside_its_field_and_then_the_key_once()
    {
        _desk.RegisterAsync(default!, default!, default!, default!).ReturnsForAnyArgs(
            new RecorderKeyAnswer(null, 0, [new BrokenRule("recorder.serial", null, null, new Wording("序列号已登记", "serial known"), new Wording("核对", "check it"), "serial")]),
            new RecorderKeyAnswer("rk_new", 1, []));
        var page = Render<RegisterPage>();

        page.Find("#recorder-storageBytes").Change("-5");
        page.Find("form.fields").Submit();
        Assert.Equal(["缺少编号", "缺少序列号", "缺少型号"], page.FindAll(".field-broken .rule-text").Take(3).Select(rule => rule.TextContent.Trim()));
        Assert.Contains("存储容量应为数字", page.FindAll(".field-broken")[3].TextContent, StringComparison.Ordinal);
        _ = _desk.DidNotReceiveWithAnyArgs().RegisterAsync(default!, default!, default!, default!);

        page.Find("#recorder-storageBytes").Change("128");
        page.Find("#recorder-id").Change(" DSJ-7 ");
        page.Find("#recorder-model").Change("DSJ-X9");
        page.Find("#recorder-serial").Change("SN-6");
        page.Find("form.fields").Submit();
        Assert.Equal("true", page.Find("#recorder-serial").GetAttribute("aria-invalid"));

        page.Find("#recorder-serial").Change("SN-7");
        page.Find("form.fields").Submit();
        _ = _desk.Received().RegisterAsync(Arg.Any<ClaimsPrincipal>(), "DSJ-7", new RegisterRecorder("CM", "DSJ-X9", "SN-7", 128L << 30), Arg.Any<string>());
        Assert.Equal("rk_new", page.Find(".one-time").TextContent);
        Assert.Equal("", page.Find("#recorder-id").GetAttribute("value") ?? "");
    }

    [Fact]
    public void A_faulty_file_names_its_lines_and_cannot_be_registered()
    {
        _import.CheckAsync(default!, default, default).ReturnsForAnyArgs(new RecorderImportReport(
            "gb18030",
            [new RecorderImportLine(2, "DSJ-8", "XX", "X9", "SN-8", "faulty", null)],
            [new RecorderImportFault(2, new BrokenRule("import.bureau", null, null, new Wording("没有这个单位", "no such bureau"), new Wording("填写单位代码", "give its id"), "bureau"))],
            1));
        var page = Render<RegisterPage>();

        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("x", "fleet.csv"));

        page.WaitForAssertion(() => Assert.Contains("没有这个单位", page.Find("tbody .rule-list").TextContent, StringComparison.Ordinal));
        Assert.Equal("2", page.Find("tbody th.number").TextContent);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "登记文件中的设备");
    }

    [Fact]
    public void A_sound_file_is_registered_after_confirmation_and_gives_its_keys_once()
    {
        RecorderImportLine line = new(2, "DSJ-8", "CM", "X9", "SN-8", "new", null);
        _import.CheckAsync(default!, default, default).ReturnsForAnyArgs(new RecorderImportReport("utf-8", [line], [], 0));
        _import.RunAsync(default!, default, default, default).ReturnsForAnyArgs(new RecorderImportReport("utf-8", [line with { Outcome = "registered", Key = "rk_8" }], [], 0));
        var page = Render<RegisterPage>();
        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromText("x", "fleet.csv"));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "登记文件中的设备"));
        _ = _import.DidNotReceiveWithAnyArgs().RunAsync(default!, default, default, default);

        page.FindAll("button").First(button => button.TextContent == "登记文件中的设备").Click();
        page.WaitForElement("dialog .btn-primary").Click(); // the thread that has read the file may not be through yet

        page.WaitForAssertion(() => Assert.NotNull(page.Find("a[download]")));
        var keys = page.Find("a[download]").GetAttribute("href")!;
        Assert.Equal("id,key\r\nDSJ-8,rk_8\r\n", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(keys[(keys.IndexOf(',', StringComparison.Ordinal) + 1)..])));
        Assert.Empty(page.FindAll("progress"));
    }

    private void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static RecorderRow Row() => new(
        "DSJ-1", "CM", "X9", "SN-1", "in-store", null, null, "online", Now, 80, false, true, 50L << 30, 64L << 30, "2.1.4", 400, null, null, null, null, null, 0, "dsj-1");

    private static RecorderDot Dot(int number, string contact) => new(
        $"DSJ-{number}", "CM", null, contact, false, 50, 349_000_000 + (number % 50 * 40_000), 1_129_000_000 + (number / 50 * 40_000), Now, 0);

    private static AlarmRow Alarm() => new("a-1", "DSJ-1", "CM", "battery-low", "medium", "电量低", "Battery low", "王建国", null, Now, null, null, null, null);

    private static RecorderView View(string state) => new()
    {
        Id = "DSJ-1",
        Bureau = "CM",
        Model = "X9",
        Serial = "SN-1",
        StorageBytes = 64L << 30,
        Note = "",
        State = state,
        KeyGeneration = 1,
        History = [new RecorderStep(new Wording("登记", "Registered"), Now, Now, "市级记录仪管理员", "CM")],
        Proof = new ProofView(1, "ab", Now),
    };
}
