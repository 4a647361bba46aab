using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Pages.Recordings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

public sealed class RecordingsPageTests : PageTest
{
    private readonly IRecordingReadModel _library = Substitute.For<IRecordingReadModel>();

    public RecordingsPageTests()
    {
        _library.CountsAsync(default!, default!, default, default).ReturnsForAnyArgs(new RecordingCounts(9, 3, 2, 4, 5, 1));
        _library.LibraryAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<RecordingRow>([Row()], "cursor-2", 51));
        Services.AddSingleton(_library);
    }

    [Fact]
    public void The_filters_come_from_the_address_and_go_into_the_export_and_the_next_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/recordings?view=overdue&mode=photo&from=2026-11-01&to=2026-11-02&due=24&number=7&sha256=ab&q=%E8%B7%AF&order=hand-in&officer=o-9&recorder=DSJ-1");

        var page = Render<RecordingsPage>();

        _ = _library.Received().LibraryAsync(
            BureauScope.Of("CM"),
            new RecordingFilter(
                RecordingViewKind.Overdue, Now, "o-9", "DSJ-1", "photo",
                new DateTimeOffset(2026, 11, 1, 0, 0, 0, Dates.Offset), new DateTimeOffset(2026, 11, 3, 0, 0, 0, Dates.Offset), Now.AddHours(24), "7", "ab", "路", RecordingOrder.HandIn),
            new PageRequest(50),
            Arg.Any<CancellationToken>());
        var export = page.Find("a[download]").GetAttribute("href")!;
        Assert.StartsWith("/api/v1/recordings/export.csv?view=overdue&officer=o-9", export, StringComparison.Ordinal);
        Assert.Contains("after=cursor-2", page.Find(".pager a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_month_that_the_cockpit_measures_begins_with_its_first_day() =>
        Assert.Equal(
            new RecordingFilter(Now: Now, HandInFrom: Dates.StartOf(Dates.DayOf(Now).AddDays(-29))),
            new LibraryAddress(null, null, null, null, null, null, null, LibraryAddress.PastMonth, null, null, null, null).ToFilter(Now));

    [Fact]
    public void The_quick_views_show_their_counts_and_a_row_the_reason_why_it_is_there()
    {
        var page = Render<RecordingsPage>();

        Assert.Equal(["9", "3", "2", "4", "5", "1"], page.FindAll(".tab-count").Select(count => count.TextContent));
        Assert.Equal(["逾期未移交", "未关联"], page.FindAll("tbody .app-tag").Select(tag => tag.TextContent));
        Assert.Equal("row-bad", page.Find("tbody tr").ClassName);
        Assert.Contains("排列次序", page.Find(".order-reason").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1:25", 85)]
    [InlineData("1:02:05", 3725)]
    [InlineData("90", 90)]
    [InlineData("1：25", 85)]
    [InlineData("1:75", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("𠮷:1", null)]
    public void A_position_is_read_as_people_write_it(string typed, int? seconds) => Assert.Equal(seconds, (int?)Lengths.Parse(typed)?.TotalSeconds);

    private static RecordingRow Row() => new(
        "r-1", "CM", "DSJ-1", "cm-officer", "王建国", Now.AddDays(-2), Now.AddDays(-2).AddMinutes(5), "announced", null, null, null, null, null, null, Now.AddHours(-2), "missed", null, Now, "video", "解放路");
}
