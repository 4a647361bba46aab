using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Work;
using Enforcement.Portal.Pages.Work;
using Enforcement.Portal.Tests.Components;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>What waits stands in groups by how near it is, in both languages, and leads straight to where it is done.</summary>
public sealed class WorkGroupsTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2026-11-21T14:19:59+08:00", WorkGroup.Overdue)]
    [InlineData("2026-11-21T14:20:00+08:00", WorkGroup.Today)]
    [InlineData("2026-11-22T00:00:00+08:00", WorkGroup.Today)]
    [InlineData("2026-11-22T00:00:01+08:00", WorkGroup.Soon)]
    [InlineData("2026-11-25T00:00:00+08:00", WorkGroup.Soon)]
    [InlineData("2026-11-25T00:00:01+08:00", WorkGroup.Later)]
    [InlineData(null, WorkGroup.None)]
    public void The_end_of_a_day_still_belongs_to_it(string? due, WorkGroup group) =>
        Assert.Equal(group, WorkGroups.Of(due is null ? null : DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Now));

    [Theory]
    [InlineData("zh-CN", "已逾期|今天|三天内|以后|无期限", "决定")]
    [InlineData("en", "Overdue|Today|Within three days|Later|Without a term", "Decision")]
    public void Groups_and_titles_speak_the_language_of_the_reader(string culture, string groups, string title)
    {
        Speak(culture);
        var list = Render<WorkList>(p => p
            .Add(w => w.Now, Now)
            .Add(w => w.Rows, [Item(Now.AddHours(-1)), Item(Now.AddHours(1)), Item(Now.AddDays(2)), Item(Now.AddDays(30)), Item(null)]));

        Assert.Equal(groups.Split('|'), list.FindAll("h2").Select(h => h.FirstChild!.TextContent.Trim()));
        Assert.All(list.FindAll(".work-what strong"), s => Assert.Equal(title, s.TextContent));
    }

    [Fact]
    public void A_recording_stands_there_by_what_people_know_it_by_and_not_by_its_id()
    {
        var row = Item(null) with { Stream = "recording/r-0123456789", Item = "take-in", Kind = "hand-in", CaseId = null, Subject = "r-0123456789", Cause = "文化路", Act = null };
        RecordingRow recording = new(
            "r-0123456789", "CM", "DSJ-7", "cm-officer", "李𠮷<b>", Now.AddHours(-2), null, "announced", null, null, null, null, null, null, Now, "running", null, Now, Place: "文化路");
        var list = Render<WorkList>(p => p.Add(w => w.Now, Now).Add(w => w.Rows, [row]).Add(w => w.Recordings, new Dictionary<string, RecordingRow>(StringComparer.Ordinal) { [row.Subject] = recording }));

        Assert.Equal("2026年11月21日 12:20 录像 · 李𠮷<b> · DSJ-7 · 文化路", list.Find(".work-case").TextContent);
        Assert.Equal("/recordings/r-0123456789", list.Find("a.work-item").GetAttribute("href"));
    }

    [Fact]
    public void What_came_back_shows_the_words_and_text_is_never_markup()
    {
        var list = Render<WorkList>(p => p.Add(w => w.Now, Now).Add(w => w.Rows, [Item(null) with { Kind = "sent-back", Note = "<script>请补证据𠮷</script>" }]));

        Assert.Contains("<script>请补证据𠮷</script>", list.Find(".work-note").TextContent, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("script"));
    }

    [Fact]
    public void Each_item_leads_to_where_it_is_done()
    {
        Assert.Equal("/cases/c-1/approvals/start-approval?about=a2", WorkGroups.UrlOf(Item(null) with { Item = "decide:start-approval:a2", Act = "start-approval", About = "a2" }));
        Assert.Equal("/cases/c-1/acts/new/decision", WorkGroups.UrlOf(Item(null)));
        Assert.Equal("/cases/c-1/acts/new/start-report", WorkGroups.UrlOf(Item(null) with { Kind = "sent-back", Act = "start-report", About = "a4" }));
        Assert.Equal("/cases/c-1?tab=completeness", WorkGroups.UrlOf(Item(null) with { Kind = "complete", Act = null, About = "a4" }));
        Assert.Equal("/recordings/r-1", WorkGroups.UrlOf(Item(null) with { Stream = "recording/r-1", Subject = "r-1", Act = null }));
        Assert.Equal("/cases/c-1", WorkGroups.UrlOf(Item(null) with { Kind = "continue", Act = null }));
    }

    [Fact]
    public void What_came_went_or_changed_is_counted()
    {
        var (a, b, c) = (Item(null) with { Item = "a" }, Item(null) with { Item = "b" }, Item(null) with { Item = "c" });

        Assert.Equal(0, WorkGroups.Differences([a, b], [a, b]));
        Assert.Equal(3, WorkGroups.Differences([a, b], [a with { DueAt = Now }, c]));
    }

    private static WorkItemRow Item(DateTimeOffset? due) => new(
        "case/c-1", $"act:{due:O}", "officer", "CM", "next-act", "o-1", "c-1", "〔2026〕1号", "占道经营 · 张三", "decision", null, "决定", "Decision", "CM-20", Now.AddDays(-1), due, null, null, null);
}
