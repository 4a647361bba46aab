using Enforcement.Domain.Access;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enforcement.Silo.Tests.Time;

public sealed class ClockEndpointTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task An_administrator_advances_a_training_clock_and_what_fell_due_is_handled_before_the_answer()
    {
        Sweep sweep = new(found: [3, 2]);
        await using var silo = await SiloFixture.StartAsync(startAt: Start, adjust: services => services.RemoveAll<IDeadlineSweep>().AddSingleton<IDeadlineSweep>(sweep));
        await sweep.Idle; // the sweep at the start of the process
        sweep.Reset();
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        var advanced = (await administrator.PostAsync("/api/v1/clock/advance", new { to = Start.AddDays(30) })).Ok();

        Assert.True(advanced.GetProperty("now").GetDateTimeOffset() >= Start.AddDays(30));
        Assert.Equal(5, advanced.GetProperty("handled").GetInt32());
        using var officer = await silo.SignInAsync(Role.Officer, "CM");
        var clock = (await officer.GetAsync("/api/v1/clock")).Ok();
        Assert.True(clock.GetProperty("training").GetBoolean());
        Assert.True(clock.GetProperty("now").GetDateTimeOffset() >= Start.AddDays(30));

        await silo.RestartAsync();
        Assert.True(silo.Services.GetRequiredService<ILegalClock>().Now >= Start.AddDays(30));
    }

    [Fact]
    public async Task Going_back_is_refused_and_leaves_the_clock_where_it_stands()
    {
        await using var silo = await SiloFixture.StartAsync(startAt: Start);
        using var administrator = await silo.SignInAsync(Role.Administrator, Principal.Municipality);

        Assert.Equal(["clock.backwards"], (await administrator.PostAsync("/api/v1/clock/advance", new { to = Start.AddDays(-1) })).Rules);
        Assert.True(silo.Services.GetRequiredService<ILegalClock>().Now >= Start);
    }

    [Fact]
    public async Task A_real_installation_refuses_to_advance()
    {
        await using var silo = await SiloFixture.StartAsync(training: false);
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);

        Assert.Equal(["clock.real"], (await administrator.PostAsync("/api/v1/clock/advance", new { to = "2030-01-01T00:00:00Z" })).Rules);
    }

    [Fact]
    public async Task A_clock_behind_the_last_entry_is_shown_and_goes_on_for_a_reason_that_is_kept()
    {
        TestClock machine = new(Start);
        await using var silo = await SiloFixture.StartAsync(training: false, machine: machine);
        silo.Services.GetRequiredService<ILegalClock>().Witness(Start.AddHours(2));
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);

        Assert.Equal(Start.AddHours(2), (await administrator.GetAsync("/api/v1/clock")).Ok().GetProperty("behindLastEntry").GetDateTimeOffset());
        Assert.Equal(["clock.reason"], (await administrator.PostAsync("/api/v1/clock/accept", new { reason = " " })).Rules);
        (await administrator.PostAsync("/api/v1/clock/accept", new { reason = "battery of the mainboard replaced" })).Ok();

        Assert.Equal(Start, silo.Services.GetRequiredService<ILegalClock>().Now);
        Assert.Contains("battery of the mainboard replaced", await File.ReadAllTextAsync(Path.Combine(silo.Folder, "clock.json")), StringComparison.Ordinal);
    }

    /// <summary>Finds what it is told, then nothing.</summary>
    private sealed class Sweep(int[] found) : IDeadlineSweep
    {
        private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _round;

        public Task Idle => _idle.Task;

        public void Reset() => Volatile.Write(ref _round, 0);

        public Task<int> SweepAsync(CancellationToken cancellationToken)
        {
            var round = Interlocked.Increment(ref _round) - 1;
            if (!_idle.Task.IsCompleted)
            {
                _idle.SetResult();
                return Task.FromResult(0);
            }

            return Task.FromResult(round < found.Length ? found[round] : 0);
        }
    }
}
