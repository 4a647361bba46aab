using System.Collections.Immutable;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Seeding;

/// <summary>The recorders of the demo city that are played: whatever ends the program, no recording of theirs stays open.</summary>
public sealed class DemoFleetTests
{
    private readonly TestClock _machine = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_clean_stop_ends_and_hands_in_what_they_record()
    {
        await using var silo = await StartAsync(played: true);
        await UntilRecordingAsync(silo);

        await silo.RestartAsync();

        Assert.Empty(await RecordingNowAsync(silo));
        var played = await PlayedAsync(silo);
        Assert.NotEmpty(played);
        Assert.All(played, static row => Assert.NotNull(row.EndedAt));
        Assert.All(played, static row => Assert.NotNull(row.StoredAt));
    }

    [Fact]
    public async Task What_a_killed_program_left_running_is_ended_as_of_the_last_contact_and_handed_in_later()
    {
        // Without its own loop nothing is ended at a stop: to the recorders it is a kill.
        await using var silo = await StartAsync(played: false);
        await UntilRecordingAsync(silo);
        await silo.RestartAsync();
        var open = await RecordingNowAsync(silo);
        var left = (await PlayedAsync(silo)).Where(static row => row.EndedAt is null).ToArray();
        Assert.NotEmpty(open);
        Assert.Equal(open.Select(static row => row.RecordingId).Order(StringComparer.Ordinal), left.Select(static row => row.RecordingId).Order(StringComparer.Ordinal));

        _machine.Advance(TimeSpan.FromMinutes(10));
        await Fleet(silo).StepAsync(TimeSpan.Zero, CancellationToken.None);

        Assert.Empty(await RecordingNowAsync(silo));
        Assert.All(await PlayedAsync(silo), static row => Assert.NotNull(row.EndedAt));
        var alarms = await Read(silo).AlarmsAsync(BureauScope.City, new AlarmQuery(Kind: "lost-while-recording"), new PageRequest(), CancellationToken.None);
        Assert.DoesNotContain(alarms.Rows, static row => row.ClearedAt is null);

        // They dock in time, and what was left is in the store.
        for (var step = 0; step < 400 && await WaitingAsync(silo, left) > 0; step++)
        {
            await StepAsync(silo);
        }

        Assert.Equal(0, await WaitingAsync(silo, left));
    }

    [Fact]
    public async Task The_charts_and_tracks_of_a_new_demo_tell_of_a_week_and_a_restart_adds_nothing()
    {
        await using var silo = await StartAsync(played: false);
        await Fleet(silo).StepAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        var id = (await RowsAsync(silo)).First(static row => row.Battery is not null).RecorderId;
        var (from, to) = (_machine.GetUtcNow() - TimeSpan.FromDays(8), _machine.GetUtcNow() - TimeSpan.FromMinutes(5));
        var before = await Read(silo).HistoryAsync(BureauScope.City, id, from, to, 2000, CancellationToken.None);
        Assert.True(before.Length > 100, $"{before.Length} points");
        Assert.True(to - before[0].At > TimeSpan.FromDays(6.9), $"from {before[0].At}");

        await silo.RestartAsync();
        await Fleet(silo).StepAsync(TimeSpan.Zero, CancellationToken.None);

        var after = await Read(silo).HistoryAsync(BureauScope.City, id, from, to, 2000, CancellationToken.None);
        Assert.Equal(before.Length, after.Length);
    }

    [Fact]
    public async Task Two_cities_play_the_same_lives()
    {
        await using var one = await StartAsync(played: false);
        await using var other = await StartAsync(played: false);
        for (var step = 0; step < 5; step++)
        {
            await Fleet(one).StepAsync(TimeSpan.FromMinutes(20), CancellationToken.None);
            await Fleet(other).StepAsync(TimeSpan.FromMinutes(20), CancellationToken.None);
            _machine.Advance(TimeSpan.FromSeconds(10));
        }

        var first = await RowsAsync(one);
        Assert.Contains(first, static row => row.Battery is not null);
        Assert.Equal(first.Select(Life), (await RowsAsync(other)).Select(Life));
    }

    private static (string, int?, long?, int?, int?, bool, string?) Life(RecorderRow row) =>
        (row.RecorderId, row.Battery, row.StorageFree, row.LatitudeE7, row.LongitudeE7, row.Docked, row.RecordingId);

    private async Task<SiloFixture> StartAsync(bool played)
    {
        var silo = await SiloFixture.StartAsync(
            demo: true, machine: _machine, settings: new Dictionary<string, string?> { ["Demo:Cases"] = "1", ["Demo:Recorders"] = played ? "true" : "false" });
        await silo.Services.GetRequiredService<DemoSeeder>().ExecuteTask!;
        return silo;
    }

    private static DemoFleet Fleet(SiloFixture silo) => silo.Services.GetRequiredService<DemoFleet>();

    private static IFleetReadModel Read(SiloFixture silo) => silo.Services.GetRequiredService<IFleetReadModel>();

    /// <summary>Twenty minutes of their lives in ten seconds.</summary>
    private async Task StepAsync(SiloFixture silo)
    {
        _machine.Advance(TimeSpan.FromSeconds(10));
        await Fleet(silo).StepAsync(TimeSpan.FromMinutes(20), CancellationToken.None);
    }

    private async Task UntilRecordingAsync(SiloFixture silo)
    {
        for (var step = 0; step < 100 && (await RecordingNowAsync(silo)).Length < 2; step++)
        {
            await StepAsync(silo);
        }

        Assert.True((await RecordingNowAsync(silo)).Length >= 2, "none of them recorded");
    }

    private static async Task<ImmutableArray<RecorderRow>> RowsAsync(SiloFixture silo) =>
        (await Read(silo).RecordersAsync(BureauScope.City, new RecorderQuery(), new PageRequest(200), CancellationToken.None)).Rows;

    private static async Task<ImmutableArray<RecorderRow>> RecordingNowAsync(SiloFixture silo) => [.. (await RowsAsync(silo)).Where(static row => row.RecordingSince is not null)];

    /// <summary>The recordings of those that are played; the cases of the demo city have others.</summary>
    private async Task<ImmutableArray<RecordingRow>> PlayedAsync(SiloFixture silo)
    {
        var page = await silo.Services.GetRequiredService<IRecordingReadModel>()
            .LibraryAsync(BureauScope.City, new RecordingFilter(Now: _machine.GetUtcNow()), new PageRequest(500), CancellationToken.None);
        return [.. page.Rows.Where(static row => RecorderIds.IsReported(row.RecordingId))];
    }

    private async Task<int> WaitingAsync(SiloFixture silo, RecordingRow[] left) =>
        (await PlayedAsync(silo)).Count(row => row.StoredAt is null && left.Any(one => one.RecordingId == row.RecordingId));
}
