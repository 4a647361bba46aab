using Enforcement.Grains.Time;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Tests.Time;

public sealed class LegalClockTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("clock-").FullName;
    private readonly TestClock _machine = new(Noon);

    [Fact]
    public void A_real_clock_shows_the_system_clock_in_utc_cut_to_microseconds()
    {
        _machine.Set(Noon.AddTicks(1234567));

        var now = Open(training: false).Now;

        Assert.Equal(Noon.AddTicks(1234560), now);
        Assert.Equal(TimeSpan.Zero, now.Offset);
    }

    [Fact]
    public void A_training_clock_starts_where_it_was_told_runs_on_and_is_not_moved_by_a_restart()
    {
        var start = new DateTimeOffset(2024, 9, 30, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(start, Open(training: true, start).Now);

        _machine.Advance(TimeSpan.FromHours(3));

        Assert.Equal(start.AddHours(3), Open(training: true, startAt: start.AddYears(1)).Now);
    }

    [Fact]
    public async Task A_training_clock_is_advanced_and_stays_there_after_a_restart()
    {
        var clock = Open(training: true);
        await clock.AdvanceToAsync(Noon.AddDays(40));

        Assert.Equal(Noon.AddDays(40), clock.Now);
        Assert.Equal(Noon.AddDays(40), Open(training: true).Now);
    }

    [Fact]
    public async Task A_training_clock_never_goes_back()
    {
        var clock = Open(training: true);
        var refused = await Assert.ThrowsAsync<ClockRefusedException>(() => clock.AdvanceToAsync(Noon.AddMicroseconds(-1)));

        Assert.Equal("clock.backwards", refused.Code);
        Assert.Equal(Noon, clock.Now);
        Assert.Equal(Noon, await clock.AdvanceToAsync(Noon));
    }

    [Fact]
    public async Task A_real_clock_is_not_advanced()
    {
        var clock = Open(training: false);

        Assert.Equal("clock.real", (await Assert.ThrowsAsync<ClockRefusedException>(() => clock.AdvanceToAsync(Noon.AddDays(1)))).Code);
        Assert.Equal(Noon, clock.Now);
    }

    [Fact]
    public void A_clock_behind_the_last_entry_refuses_until_it_has_caught_up()
    {
        var clock = Open(training: false);
        clock.Witness(Noon.AddMinutes(10));

        var behind = Assert.Throws<ClockBehindException>(() => clock.Now);
        Assert.Equal((Noon, Noon.AddMinutes(10)), (behind.SystemClock, behind.LastEntry));
        Assert.Equal(Noon.AddMinutes(10), clock.BehindOf);

        _machine.Set(Noon.AddMinutes(10));
        Assert.Equal(Noon.AddMinutes(10), clock.Now);
        Assert.Null(clock.BehindOf);
    }

    [Fact]
    public void A_clock_set_back_by_a_moment_stands_still_so_that_entries_never_run_backwards()
    {
        var clock = Open(training: false);
        Assert.Equal(Noon, clock.Now);

        _machine.Set(Noon - LegalClock.Slack);
        Assert.Equal(Noon, clock.Now);
        _machine.Set(Noon - LegalClock.Slack - TimeSpan.FromMicroseconds(1));
        Assert.Throws<ClockBehindException>(() => clock.Now);
    }

    [Fact]
    public async Task A_recorded_reason_lets_work_go_on_also_after_a_restart_and_a_later_step_back_stops_it_again()
    {
        var clock = Open(training: false);
        clock.Witness(Noon.AddDays(400));
        await clock.AcceptBehindAsync("the clock stood in the wrong year while an entry was written", "admin");
        Assert.Equal(Noon, clock.Now);
        _machine.Set(Noon.AddHours(-1));
        Assert.Throws<ClockBehindException>(() => clock.Now);

        _machine.Set(Noon);
        var restarted = Open(training: false);
        restarted.Witness(Noon.AddDays(400));
        Assert.Equal(Noon, restarted.Now);
        restarted.Witness(Noon.AddDays(401));
        Assert.Throws<ClockBehindException>(() => restarted.Now);
    }

    [Fact]
    public async Task A_reason_is_not_wanted_while_nothing_is_wrong()
    {
        Assert.Equal("clock.not-behind", (await Assert.ThrowsAsync<ClockRefusedException>(() => Open(training: false).AcceptBehindAsync("why not", "admin"))).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private LegalClock Open(bool training, DateTimeOffset? startAt = null) => new(
        new Installation(_folder, training ? InstallationKind.Training : InstallationKind.Real, Demo: false, "test", Created: true), _machine, startAt);
}
