using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Grains.Recorders.Simulation;

/// <summary>What a simulated recorder is doing.</summary>
public enum SimulatedState
{
    /// <summary>In its docking station, charging.</summary>
    Docked,

    /// <summary>On the way with an officer.</summary>
    Patrol,

    /// <summary>On the way and recording.</summary>
    Recording,

    /// <summary>Without network; what it measures is kept and sent later.</summary>
    Silent,
}

/// <summary>A recorder that is played: it walks its district, records, docks, charges, runs low, fails, falls silent and comes back. The same seed and steps give the same life.</summary>
/// <param name="id">The recorder.</param>
/// <param name="district">Where it walks.</param>
/// <param name="seed">Its chance.</param>
/// <param name="numbers">The last number that may have been used; a new run begins beyond those of the last.</param>
/// <param name="pace">How much faster than real time battery, storage and habits run; silences last in real time, because leases do.</param>
public sealed class SimulatedRecorder(string id, District district, int seed, long numbers, double pace)
{
    private const long Total = 32L << 30;
    private const double BytesPerSecond = 1_500_000;
    private const double MetresPerSecond = 1.4;
    private const int MostKept = 100;
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(30);
    private static readonly string[] Faults = ["E-CAMERA", "E-STORAGE", "E-GNSS", "E-MICROPHONE"];

    private readonly Random _chance = new(seed);
    private readonly Wanderer _walk = new(district, new Random(seed ^ 0x5bd1e995));
    private readonly List<TelemetryReport> _kept = [];
    private readonly string _firmware = seed % 5 == 0 ? "2.0.9" : "2.1.4";
    private readonly TimeSpan _drift = DriftOf(seed);
    private long _sent;
    private int _files;
    private bool _docked = seed % 3 == 0;
    private double _battery = 35 + (seed % 61);
    private double _free = Total * (0.15 + (seed % 80 / 100.0));
    private string? _file;
    private DateTimeOffset _silentUntil;
    private DateTimeOffset _keptAt;

    /// <summary>The recorder.</summary>
    public string Id => id;

    /// <summary>What it does now.</summary>
    public SimulatedState State { get; private set; }

    /// <summary>Lives through the time before its first step, and says what it measured as a device that had no network then: it moved and charged, and recorded nothing.</summary>
    /// <param name="now">The real time.</param>
    /// <param name="past">How long before.</param>
    /// <param name="every">How often it measured.</param>
    /// <returns>Kept reports, the oldest first, with the numbers before those that its steps use.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many numbers before.</exception>
    public ImmutableArray<TelemetryReport> Remember(DateTimeOffset now, TimeSpan past, TimeSpan every)
    {
        var count = (int)(past / every);
        if (count >= numbers)
        {
            throw new ArgumentOutOfRangeException(nameof(past), past, "There are fewer numbers before the first step.");
        }

        var reports = ImmutableArray.CreateBuilder<TelemetryReport>(count);
        for (var left = count; left > 0; left--)
        {
            Move(every.TotalSeconds * pace);
            reports.Add(Report(numbers - left, now - (left * every) + _drift, [], live: false));
        }

        return reports.MoveToImmutable();
    }

    /// <summary>Lives on, and says what it sends now: nothing while it is silent, what it kept when it comes back.</summary>
    /// <param name="now">The real time.</param>
    /// <param name="since">The time since the last step.</param>
    public ImmutableArray<TelemetryReport> Step(DateTimeOffset now, TimeSpan since)
    {
        var seconds = since.TotalSeconds * pace;
        var clock = now + _drift;
        var events = ImmutableArray.CreateBuilder<TelemetryEvent>();
        Live(seconds, clock, events);

        if (now < _silentUntil)
        {
            State = SimulatedState.Silent;
            if (_kept.Count < MostKept && (events.Count > 0 || now - _keptAt >= KeepEvery))
            {
                _keptAt = now;
                _kept.Add(Next(clock, events, live: false));
            }

            return [];
        }

        State = _docked ? SimulatedState.Docked : _file is null ? SimulatedState.Patrol : SimulatedState.Recording;
        if (_file is not null && Happens(seconds, hours: 20))
        {
            _silentUntil = now + TimeSpan.FromSeconds(_chance.Next(120, 300));
        }

        ImmutableArray<TelemetryReport> sent = [.. _kept, Next(clock, events, live: true)];
        _kept.Clear();
        return sent;
    }

    /// <summary>Ends what runs, so that nothing looks as if it recorded for ever.</summary>
    /// <param name="now">The real time.</param>
    public ImmutableArray<TelemetryReport> End(DateTimeOffset now)
    {
        var events = ImmutableArray.CreateBuilder<TelemetryEvent>();
        Stop(now + _drift, events);
        ImmutableArray<TelemetryReport> sent = [.. _kept, Next(now + _drift, events, live: true)];
        _kept.Clear();
        return sent;
    }

    private void Live(double seconds, DateTimeOffset clock, ImmutableArray<TelemetryEvent>.Builder events)
    {
        var (carried, recording) = (!_docked, _file is not null);
        Move(seconds);
        if (!carried)
        {
            return;
        }

        if (recording)
        {
            _free = Math.Max(0, _free - (seconds * BytesPerSecond));
        }

        if (_docked)
        {
            Stop(clock, events);
            return;
        }

        Record(seconds, clock, events);
        if (Happens(seconds, hours: 60))
        {
            events.Add(new TelemetryEvent("fault", clock, Code: Faults[_chance.Next(Faults.Length)], Detail: "自检未通过"));
        }

        if (Happens(seconds, hours: 400))
        {
            events.Add(new TelemetryEvent("sos", clock));
        }
    }

    /// <summary>Charges in its dock, or is carried about until it has to go back there.</summary>
    private void Move(double seconds)
    {
        if (_docked)
        {
            _battery = Math.Min(100, _battery + (seconds * 100 / (2 * 3600)));
            _free = Total * 0.97; // handed in
            _docked = _battery < 95 || !Happens(seconds, hours: 0.5);
            return;
        }

        _walk.Walk(MetresPerSecond * seconds);
        _battery = Math.Max(0, _battery - (seconds * 100 / ((_file is null ? 10 : 5) * 3600)));
        _docked = _battery < 8 || (_battery < 30 && Happens(seconds, hours: 2));
    }

    private void Record(double seconds, DateTimeOffset clock, ImmutableArray<TelemetryEvent>.Builder events)
    {
        if (_file is null && _battery > 12 && _free > Total * 0.02 && Happens(seconds, hours: 0.3))
        {
            _file = string.Create(CultureInfo.InvariantCulture, $"{id}-{numbers}-{++_files}");
            events.Add(new TelemetryEvent("recording-started", clock, File: _file, Mode: seed % 7 == 0 ? "audio" : "video"));
        }
        else if (_file is not null && (_free < Total * 0.01 || Happens(seconds, hours: 0.15)))
        {
            Stop(clock, events);
        }
    }

    private void Stop(DateTimeOffset clock, ImmutableArray<TelemetryEvent>.Builder events)
    {
        if (_file is not null)
        {
            events.Add(new TelemetryEvent("recording-stopped", clock, File: _file, Size: (long)_chance.Next(1, 4000) * 100_000));
            _file = null;
        }
    }

    private TelemetryReport Next(DateTimeOffset clock, ImmutableArray<TelemetryEvent>.Builder events, bool live) => Report(numbers + ++_sent, clock, events.ToImmutable(), live);

    private TelemetryReport Report(long number, DateTimeOffset clock, ImmutableArray<TelemetryEvent> events, bool live) =>
        new(number, clock, (int)Math.Round(_battery), _docked, _docked, (long)_free, Total, _firmware, _walk.Place, events, live);

    /// <summary>Whether something that happens once in so many hours happens in these seconds.</summary>
    private bool Happens(double seconds, double hours) => _chance.NextDouble() < 1 - Math.Exp(-seconds / (hours * 3600));

    /// <summary>Most clocks are nearly right, some are seconds off, few are minutes off.</summary>
    private static TimeSpan DriftOf(int seed) => (seed % 40) switch
    {
        0 => TimeSpan.FromSeconds(75),
        1 => TimeSpan.FromSeconds(-140),
        < 8 => TimeSpan.FromSeconds((seed % 9) - 4),
        _ => TimeSpan.FromMilliseconds((seed % 900) - 450),
    };
}
