using System.Security.Claims;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Pages.Recorders;
using Enforcement.Portal.Tests.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>Alarms come by themselves: pushed by the change feed, not asked for.</summary>
public sealed class AlarmsPageTests : PageTest
{
    private readonly IFleetReadModel _fleet = Substitute.For<IFleetReadModel>();
    private readonly HandFeed _feed = new();
    private readonly TestClock _clock = Clocks.ByHand();

    public AlarmsPageTests()
    {
        Answer();
        Access.ScopeOf(Arg.Any<ClaimsPrincipal>(), Arg.Any<string>()).Returns(BureauScope.Of("CM"));
        Services.AddSingleton(_fleet);
        Services.AddSingleton<IChangeFeed>(_feed);
        Services.AddSingleton<TimeProvider>(_clock);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/recorders/alarms");
    }

    [Fact]
    public void An_alarm_that_is_raised_appears_by_itself()
    {
        var page = Render<AlarmsPage>();
        Assert.Empty(page.FindAll("tbody tr .alarm-text"));

        Answer(Alarm("a-1"));
        _feed.Tell("alarms", "CM");

        page.WaitForAssertion(() => Assert.Equal("电量低", page.Find("tbody .alarm-text strong").TextContent));
    }

    [Fact]
    public void An_alarm_of_another_bureau_and_batteries_make_it_read_nothing()
    {
        var page = Render<AlarmsPage>();
        var before = Readings();

        _feed.Tell("alarms", "TA");
        _feed.Tell("recorder_register", "CM");
        _clock.Advance(TimeSpan.FromMinutes(2)); // twelve beats
        Answer(Alarm("a-1"));
        _feed.Tell("alarms", "CM");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody .alarm-text")));
        Assert.Equal(before + 1, Readings());
    }

    [Fact]
    public void A_flood_of_alarms_is_read_once_a_second()
    {
        var page = Render<AlarmsPage>();
        var before = Readings();
        Answer(Alarm("a-1"));
        _feed.Tell("alarms", "CM");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody .alarm-text")));

        for (var i = 0; i < 200; i++)
        {
            _feed.Tell("alarms", "CM");
        }

        Assert.True(SpinWait.SpinUntil(() => _feed.Taken == 201 && _clock.Pending == 2, TimeSpan.FromSeconds(30)), "The beat and the pace of the page are awaited.");
        Assert.Equal(before + 1, Readings());
        _clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(before + 2, Readings()));
    }

    [Fact]
    public void One_that_came_several_times_says_how_often_and_when_last()
    {
        Answer(Alarm("a-1") with { Times = 7, LastAt = Now.AddMinutes(-5) });

        var page = Render<AlarmsPage>();

        Assert.Contains("共 7 次，最近 ", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    private static AlarmRow Alarm(string id) => new(id, "DSJ-1", "CM", "battery-low", "medium", "电量低", "Battery low", "王建国", null, Now.AddMinutes(-30), null, null, null, null);

    private void Answer(params AlarmRow[] alarms) =>
        _fleet.AlarmsAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<AlarmRow>([.. alarms], null, alarms.Length));

    private int Readings() => _fleet.ReceivedCalls().Count(static call => call.GetMethodInfo().Name == nameof(IFleetReadModel.AlarmsAsync));
}
