using System.Collections.Immutable;
using System.Text.Json;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders.Simulation;

namespace Enforcement.Grains.Tests.Recorders;

/// <summary>Recorders that are played: the same seed and steps give the same life, and the life is one that a device could have.</summary>
public sealed class SimulatedRecorderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly District District = CityMap.Districts[0];

    [Theory]
    [InlineData(7)]
    [InlineData(18)]
    [InlineData(1_000_004)]
    public void The_same_seed_gives_the_same_life_and_another_seed_another(int seed)
    {
        var life = JsonSerializer.Serialize(Live(seed));

        Assert.Equal(life, JsonSerializer.Serialize(Live(seed)));
        Assert.NotEqual(life, JsonSerializer.Serialize(Live(seed + 1)));
    }

    [Fact]
    public void Numbers_count_up_recordings_end_before_the_next_begins_and_nothing_leaves_its_district()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (last, running, recordings) = (100L, (string?)null, 0);
            foreach (var report in Live(seed))
            {
                Assert.Equal(++last, report.Sequence);
                Assert.InRange(report.Battery ?? -1, 0, 100);
                Assert.InRange(report.StorageFree ?? -1, 0, report.StorageTotal ?? 0);
                Assert.True(District.Contains(report.Position!.Value), "it walked out of its district");
                foreach (var e in report.Events)
                {
                    if (e.Kind == "recording-started")
                    {
                        Assert.Null(running);
                        (running, recordings) = (e.File, recordings + 1);
                    }
                    else if (e.Kind == "recording-stopped")
                    {
                        Assert.Equal(running, e.File);
                        running = null;
                    }
                }
            }

            Assert.Null(running); // the end ends what runs
            Assert.True(recordings > 0, $"seed {seed} never recorded");
        }
    }

    [Fact]
    public void A_device_without_network_remembers_what_it_measured_and_goes_on_from_there()
    {
        var recorder = new SimulatedRecorder("SIM-00001", District, seed: 5, numbers: 2000, pace: 1);

        var kept = recorder.Remember(Start, TimeSpan.FromDays(7), TimeSpan.FromMinutes(10));
        var live = Assert.Single(recorder.Step(Start, TimeSpan.FromSeconds(10)));

        Assert.Equal(7 * 24 * 6, kept.Length);
        Assert.All(kept, static report => Assert.True(!report.Live && report.Events.IsEmpty));
        Assert.Equal(Enumerable.Range(2000 - kept.Length, kept.Length).Select(static number => (long)number), kept.Select(static report => report.Sequence));
        Assert.All(kept.Zip(kept.Skip(1)), static pair => Assert.Equal(TimeSpan.FromMinutes(10), pair.Second.At - pair.First.At));
        Assert.Contains(kept, static report => report.Charging is true);
        Assert.Contains(kept, static report => report.Battery < 30);
        Assert.InRange(live.Battery!.Value - kept[^1].Battery!.Value, -2, 2);
        Assert.Equal((2001, true), (live.Sequence, live.Live));
    }

    [Fact]
    public void It_does_not_remember_more_than_there_are_numbers_for() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedRecorder("SIM-00001", District, 5, numbers: 10, pace: 1).Remember(Start, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)));

    private static ImmutableArray<TelemetryReport> Live(int seed)
    {
        var recorder = new SimulatedRecorder("SIM-00001", District, seed, numbers: 100, pace: 20);
        var reports = ImmutableArray.CreateBuilder<TelemetryReport>();
        var now = Start;
        for (var step = 0; step < 1500; step++)
        {
            now += TimeSpan.FromSeconds(10);
            reports.AddRange(recorder.Step(now, TimeSpan.FromSeconds(10)));
        }

        reports.AddRange(recorder.End(now));
        return reports.ToImmutable();
    }
}
