using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
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
            new PageRequest(50, null, WithCount: true),
            Arg.Any<CancellationToken>());
        Assert.Contains("共 51 条", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Contains("after=cursor-2", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("stage=review", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_shows_what_is_overdue_missing_and_found()
    {
        Reads.CasesAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<CaseRow>([Row()], null, 1));

        var row = Render<CasesPage>().Find("tbody tr");

        Assert.Equal("row-bad", row.ClassName);
        Assert.Equal(["逾期 1", "缺 2 项", "问题 3"], row.QuerySelectorAll(".app-tag").Select(tag => tag.TextContent));
        Assert.Equal("已超过 2小时0分", row.QuerySelector("app-countdown")!.TextContent);
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

    private static ArgumentException NoSuchCursor(string cursor) => new("There is no such cursor.", nameof(cursor));

    private static CaseRow Row() => new(
        "c-1", "城管罚〔2026〕1号", "CM", "penalty", "urgent", "review", "占道经营烧烤", "李𠮷烧烤店", "cm-officer", "王建国", Now.AddDays(-20), null, null,
        Now.AddHours(-2), "late-report", 1, 1, 2, 3, "cm/undated", Training: true, 9, Now, "");
}
