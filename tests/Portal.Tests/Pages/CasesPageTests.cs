using System.Collections.Immutable;
using System.Threading.Channels;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Pages.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

public sealed class CasesPageTests : PageTest
{
    [Fact]
    public void The_filters_come_from_the_address()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], "cursor-2", 51));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?stage=review&type=penalty&overdue=1&q=%E7%83%A7%E7%83%A4&order=opened");

        var page = Render<CasesPage>();

        _ = Reads.Received().CasesAsync(
            BureauScope.Of("CM"),
            new CaseQuery("review", "penalty", null, Now, Incomplete: false, "烧烤", CaseOrder.Opened),
            new PageRequest(50, null, WithCount: true, null),
            Arg.Any<CancellationToken>());
        Assert.Contains("共 51 条", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Contains("after=cursor-2", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("stage=review", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bare_list_shows_what_is_open_and_other_filters_say_what_they_say()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        var address = Services.GetRequiredService<NavigationManager>();
        (string Query, CaseQuery Expected)[] all =
        [
            ("", new CaseQuery(Life: CaseLife.Open)),
            ("?bureau=CM", new CaseQuery(Life: CaseLife.Open)),
            ("?state=archived&order=number&desc=0", new CaseQuery(Life: CaseLife.Archived, Order: CaseOrder.Number, Descending: false)),
            ("?state=open&mine=1", new CaseQuery(Life: CaseLife.Open, HandlerId: "cm-officer")),
            ("?officer=王建国", new CaseQuery(HandlerId: "cm-officer")),
            ("?officer=王建国 · cm-officer", new CaseQuery(HandlerId: "cm-officer")),
            ("?state=open&due=0", new CaseQuery(Life: CaseLife.Open, DueFrom: Now, DueUntil: Midnight(22))),
            ("?due=3&findings=1", new CaseQuery(DueFrom: Now, DueUntil: Midnight(25), OpenFindings: true)),
            ("?archiving=1&state=all", new CaseQuery(ArchiveDueFrom: Dates.StartOf(Dates.DayOf(Now).AddDays(-29)), ArchiveDueUntil: Now)),
            ("?from=2026-11-01&to=2026-11-20", new CaseQuery(OpenedFrom: Midnight(1), OpenedBefore: Midnight(21))),
            ("?endedFrom=2026-11-20&endedTo=2026-11-20", new CaseQuery(EndedFrom: Midnight(20), EndedBefore: Midnight(21))),
        ];
        foreach (var (query, expected) in all)
        {
            Reads.ClearReceivedCalls();
            address.NavigateTo("/cases" + query);
            _ = Render<CasesPage>();
            _ = Reads.Received().CasesAsync(BureauScope.Of("CM"), expected, Arg.Any<PageRequest>(), Arg.Any<CancellationToken>());
        }
    }

    [Theory]
    [InlineData("stage=foo", "阶段中没有“foo”")]
    [InlineData("type=<script>", "行为类别中没有“<script>”")]
    [InlineData("bureau=TA", "执法机关中没有“TA”")]
    [InlineData("officer=无名氏", "没有“无名氏”")]
    [InlineData("overdue=maybe", "条件 overdue 的值“maybe”无法识别")]
    [InlineData("due=-1", "期限天数“-1”无法识别")]
    [InlineData("from=2026-02-30", "日期“2026-02-30”无法识别")]
    [InlineData("from=2026-03-02&to=2026-03-01", "登记止早于登记起")]
    [InlineData("state=lost", "办理状态中没有“lost”")]
    [InlineData("order=colour", "排序中没有“colour”")]
    [InlineData("mine=1&officer=cm-officer", "不能同时使用")]
    public void What_is_not_understood_is_told_and_no_list_is_shown(string query, string words)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?" + query);

        var page = Render<CasesPage>();

        Assert.Contains(words, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".app-table, .empty-state"));
        Assert.DoesNotContain(query.Split('=', '&')[^2] + "=", page.Find("[role=alert] a").GetAttribute("href"), StringComparison.Ordinal);
        _ = Reads.DidNotReceiveWithAnyArgs().CasesAsync(default!, default!, default!, default);
    }

    [Fact]
    public void A_heading_sorts_by_its_column_and_then_the_other_way_round()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?state=all&stage=review&order=number");

        var page = Render<CasesPage>();

        var sorted = Assert.Single(page.FindAll("th[aria-sort]"));
        Assert.Equal("descending", sorted.GetAttribute("aria-sort"));
        Assert.Equal("/cases?state=all&stage=review&order=number&desc=0", sorted.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("/cases?state=all&stage=review&order=opened", page.FindAll("th .sort-link").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Pages_go_forward_and_back()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], "n", 151, "p"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?state=open&before=x");

        var page = Render<CasesPage>();

        _ = Reads.Received().CasesAsync(Arg.Any<BureauScope>(), Arg.Any<CaseQuery>(), new PageRequest(50, null, WithCount: true, "x"), Arg.Any<CancellationToken>());
        Assert.Equal(["/cases?state=open", "/cases?state=open&before=p", "/cases?state=open&after=n"], page.FindAll(".pager a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void The_export_asks_for_what_is_shown()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1234));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?state=open&mine=1&due=0&q=%E7%83%A7%E7%83%A4&order=missing");

        var links = Render<CasesPage>().FindAll("a[data-export]");

        Assert.Equal("/api/v1/cases/export?format=xlsx&text=%E7%83%A7%E7%83%A4&state=open&handler=cm-officer&dueWithin=0&order=missing", links[0].GetAttribute("href"));
        Assert.Contains("1234", links[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("format=csv", links[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Kept_views_and_built_in_ones_stand_side_by_side_with_live_counts()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        Reads.CaseTabsAsync(default!, default!, default, default, default).ReturnsForAnyArgs(new CaseTabCounts(9, 2, 1, 3, 4, 80));
        Views.ListAsync("cm-officer", "cases", Arg.Any<CancellationToken>()).Returns([new SavedView("v1", "烧烤<b>", "q=x&state=open", Default: true)]);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?state=open&mine=1");

        var page = Render<CasesPage>();

        Assert.Equal(["全部在办 9", "我承办的 2", "今日到期 1", "已逾期 3", "记录不完整 4", "已归档 80"], page.FindAll(".list-tabs a").Select(tab => tab.TextContent));
        Assert.Equal("我承办的 2", page.Find(".list-tabs a[aria-current]").TextContent);
        Assert.Equal("/cases?q=x&state=open", page.Find(".view-chips a").GetAttribute("href"));
        Assert.Contains("烧烤<b>", page.Find(".view-chips a").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_is_kept_and_a_refusal_stays_until_it_is_read()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        BrokenRule taken = new("view.name-taken", null, null, new Wording("已有同名的常用查询。", "There is one."), new Wording("请换一个名称。", "Choose another."), "name");
        Views.AddAsync(default!, default!, default!, default!, default).ReturnsForAnyArgs(new SavedViewAnswer(null, [taken]));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?stage=review");
        var page = Render<CasesPage>();

        page.Find(".view-new input").Change("急件");
        page.Find(".view-new").Submit();

        _ = Views.Received().AddAsync("cm-officer", "cases", "急件", "state=all&stage=review", Arg.Any<CancellationToken>());
        Assert.Contains("已有同名的常用查询。", page.Find(".view-panel .rule-list").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bare_address_opens_with_the_default_view()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        Views.ListAsync("cm-officer", "cases", Arg.Any<CancellationToken>()).Returns([new SavedView("v1", "急件", "state=open&overdue=1", Default: true)]);
        var address = Services.GetRequiredService<NavigationManager>();
        address.NavigateTo("/cases");

        _ = Render<CasesPage>();

        Assert.EndsWith("/cases?state=open&overdue=1", address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Chosen_columns_are_shown_in_our_order()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        Columns.FindAsync("cm-officer", "cases", Arg.Any<CancellationToken>()).Returns(["updated", "party", "gone"]);

        var page = Render<CasesPage>();

        Assert.Equal(["案号", "当事人", "最近变动"], page.FindAll("thead th").Select(head => head.TextContent.Trim(' ', '↕', '↑', '↓', '\n')));
        page.FindAll(".tool-panel input[type=checkbox]")[0].Change(true);
        _ = Columns.Received().ChooseAsync("cm-officer", "cases", Arg.Is<ImmutableArray<string>?>(chosen => chosen!.Value.SequenceEqual(new[] { "cause", "party", "updated" })), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_change_is_told_and_the_list_waits_for_the_reader()
    {
        Channel<Change?> changes = Channel.CreateUnbounded<Change?>();
        Services.GetRequiredService<IChangeFeed>().FollowAsync(default).ReturnsForAnyArgs(call => changes.Reader.ReadAllAsync());
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        var page = Render<CasesPage>();
        Reads.ClearReceivedCalls();

        await changes.Writer.WriteAsync(new Change("case/x", 1, ["TA"], ["cases"]));
        await changes.Writer.WriteAsync(new Change("recording/x", 1, ["CM"], ["recordings"]));
        await changes.Writer.WriteAsync(new Change("case/y", 1, ["CM"], ["cases"]));

        page.WaitForElement(".list-stale", TimeSpan.FromSeconds(20));
        _ = Reads.DidNotReceiveWithAnyArgs().CasesAsync(default!, default!, default!, default);
        page.Find(".list-stale button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".list-stale")), TimeSpan.FromSeconds(20));
        _ = Reads.ReceivedWithAnyArgs(1).CasesAsync(default!, default!, default!, default);
    }

    [Fact]
    public void Who_looks_for_a_word_hears_of_the_archive()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([], null, 0));
        Reads.CasesAsync(Arg.Any<BureauScope>(), Arg.Is<CaseQuery>(query => query.Life == CaseLife.Archived), Arg.Any<PageRequest>(), Arg.Any<CancellationToken>())
            .Returns(new Page<CaseRow>([Row()], null, 7));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?state=open&q=12");

        var page = Render<CasesPage>();

        Assert.Equal("/cases?q=12&state=archived", page.Find("p.muted a").GetAttribute("href"));
        Assert.Contains("另有 7 件", page.Find("p.muted").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_shows_what_is_overdue_missing_and_found()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));

        var row = Render<CasesPage>().Find("tbody tr");

        Assert.Equal("row-bad", row.ClassName);
        Assert.Equal(["逾期 1", "缺 2 项", "问题 3"], row.QuerySelectorAll(".app-tag").Select(tag => tag.TextContent));
        Assert.Equal("已超过 2小时", row.QuerySelector("app-countdown")!.TextContent);
    }

    [Fact]
    public void An_empty_list_says_what_to_do_next()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([], null, 0));

        Assert.Contains("放宽查询条件", Render<CasesPage>().Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_that_somebody_typed_leads_to_the_first_page()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));
        Reads.CasesAsync(Arg.Any<BureauScope>(), Arg.Any<CaseQuery>(), Arg.Is<PageRequest>(page => page.After != null), Arg.Any<CancellationToken>())
            .Returns(Task.FromException<Page<CaseRow>>(NoSuchCursor("nonsense")));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases?after=nonsense");

        Assert.Single(Render<CasesPage>().FindAll("tbody tr"));
    }

    [Fact]
    public void A_case_of_another_bureau_is_not_shown_and_its_grain_is_not_asked()
    {
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs((CaseRow?)null);

        var page = Render<CasePage>(p => p.Add(c => c.CaseId, "foreign-case"));

        Assert.Equal("没有此案件，或当前岗位无权查看", page.Find("h1").TextContent);
        Grains.DidNotReceiveWithAnyArgs().GetGrain<ICaseGrain>("");
    }

    private static DateTimeOffset Midnight(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.FromHours(8));

    private static ArgumentException NoSuchCursor(string cursor) => new("There is no such cursor.", nameof(cursor));

    private static CaseRow Row() => new(
        "c-1", "城管罚〔2026〕1号", "CM", "penalty", "urgent", "review", "占道经营烧烤", "李𠮷烧烤店", "cm-officer", "王建国", Now.AddDays(-20), null, null,
        Now.AddHours(-2), "late-report", 1, 1, 2, 3, "cm/undated", Training: true, 9, Now, "");
}
