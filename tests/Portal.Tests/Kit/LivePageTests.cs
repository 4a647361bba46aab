using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Live;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Tests.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Tests.Kit;

public sealed class LivePageTests : PortalTest
{
    private readonly TestClock _clock = Clocks.ByHand();
    private readonly HandFeed _feed = new();

    public LivePageTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton<IChangeFeed>(_feed);
    }

    [Fact]
    public void A_change_that_concerns_the_page_is_read_and_the_page_says_as_of_when_it_is_true()
    {
        var page = Render<Probe>();
        Assert.Equal("1 14:20:00 ", page.Markup);

        _clock.Advance(TimeSpan.FromSeconds(3));
        _feed.Tell("cases", "CM");

        page.WaitForAssertion(() => Assert.Equal("2 14:20:03 ", page.Markup));
    }

    [Theory]
    [InlineData("cases", "CZ")]
    [InlineData("findings", "CM")]
    public void A_change_of_another_bureau_or_table_is_not_read(string table, string bureau)
    {
        var page = Render<Probe>();

        _feed.Tell(table, bureau);
        _feed.Tell("cases", "CM"); // read after it, so the first was looked at by then

        page.WaitForAssertion(() => Assert.StartsWith("2 ", page.Markup, StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.StartsWith("2 ", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_changes_is_read_once_now_and_once_after_a_second()
    {
        var page = Render<Probe>();
        _feed.Tell("cases", "CM");
        page.WaitForAssertion(() => Assert.StartsWith("2 ", page.Markup, StringComparison.Ordinal));

        for (var change = 0; change < 50; change++)
        {
            _feed.Tell("cases", "CM");
        }

        Assert.True(SpinWait.SpinUntil(() => _feed.Taken == 51 && _clock.Pending == 2, TimeSpan.FromSeconds(30)), "The beat and the pace of the page are awaited.");
        Assert.StartsWith("2 ", page.Markup, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.StartsWith("3 ", page.Markup, StringComparison.Ordinal));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("3 ", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_changes_are_read_whatever_they_were()
    {
        var page = Render<Probe>();

        _feed.Lose();

        page.WaitForAssertion(() => Assert.StartsWith("2 ", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_changes_the_page_stays_true_and_reads_nothing()
    {
        var page = Render<Probe>();

        _clock.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.Equal("1 14:20:10 ", page.Markup));
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_the_old_age_and_is_tried_again_without_touching_what_is_said()
    {
        var page = Render<Probe>();
        await page.Instance.SayAsync("请先填写");
        page.Instance.Broken = true;
        _clock.Advance(TimeSpan.FromSeconds(3));
        _feed.Tell("cases", "CM");
        page.WaitForAssertion(() => Assert.Equal(1, page.Instance.Failed));
        Assert.Equal("1 14:20:00 请先填写", page.Markup);

        page.Instance.Broken = false;
        _clock.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.Equal("2 14:20:13 请先填写", page.Markup));
    }

    [Fact]
    public async Task A_page_that_is_left_follows_no_more()
    {
        Render<Probe>();

        await DisposeComponentsAsync();

        Assert.True(_feed.Left.IsCancellationRequested);
    }

    private sealed class Probe : LivePage
    {
        private int _reads;

        public bool Broken { get; set; }

        public int Failed { get; private set; }

        public Task SayAsync(string failure) => InvokeAsync(() =>
        {
            Failure = failure;
            StateHasChanged();
        });

        protected override async Task OnInitializedAsync() => await RefreshAsync();

        protected override bool Concerns(Change change) => Touches(change, BureauScope.Of("CM"), "cases");

        protected override Task ReadAsync()
        {
            if (Broken)
            {
                Failed++;
                throw new TimeoutException();
            }

            _reads++;
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{_reads} {(AsOf is { } at ? Dates.TimeOfDay(at) : null)} {Failure}");
    }
}
