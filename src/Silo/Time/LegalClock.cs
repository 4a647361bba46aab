using System.Text.Json;
using Enforcement.Grains.Time;
using Enforcement.Silo.Hosting;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Time;

/// <summary>The training clock was asked to go back, or a real one to move.</summary>
public sealed class ClockRefusedException(string code, DateTimeOffset now, string message) : Exception(message)
{
    public string Code { get; } = code;

    public DateTimeOffset Now { get; } = now;
}

/// <summary>The legal clock of this installation: the system's, or for training the system's plus a stored offset.</summary>
/// <remarks>The offset is stored, not the instant: the clock runs on with real time, and a restart moves it neither back nor forth.</remarks>
public sealed class LegalClock : ILegalClock
{
    /// <summary>How far a system clock may be set back before commands stop. Within it the clock stands still, so that entries never run backwards.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly TimeProvider _machine;
    private readonly string _path;
    private readonly Lock _gate = new();
    private Stored _stored;
    private DateTimeOffset _latest;

    public LegalClock(Installation installation, TimeProvider machine, DateTimeOffset? startAt = null)
    {
        _machine = machine;
        _path = installation.PathOf("clock.json");
        Training = installation.IsTraining;
        if (File.Exists(_path))
        {
            _stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(_path), Json)!;
            return;
        }

        _stored = new Stored(Training && startAt is { } start ? start - machine.GetUtcNow() : TimeSpan.Zero, null, []);
        Save(_stored);
    }

    public bool Training { get; }

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                var now = Reading();
                if (now >= _latest)
                {
                    return _latest = now;
                }

                return _latest - now <= Slack ? _latest : throw new ClockBehindException(now, _latest);
            }
        }
    }

    /// <summary>What the clock shows, whether or not commands may use it: for displays.</summary>
    public DateTimeOffset Display
    {
        get
        {
            lock (_gate)
            {
                return Reading();
            }
        }
    }

    /// <summary>The last entry while the clock is behind it, else <see langword="null"/>.</summary>
    public DateTimeOffset? BehindOf
    {
        get
        {
            lock (_gate)
            {
                return _latest - Reading() > Slack ? _latest : null;
            }
        }
    }

    public void Witness(DateTimeOffset lastRecordedAt)
    {
        lock (_gate)
        {
            if (lastRecordedAt > _latest && !(_stored.AcceptedUpTo >= lastRecordedAt))
            {
                _latest = lastRecordedAt;
            }
        }
    }

    /// <summary>Moves a training clock forward. It stands there, on disk, when the task is done.</summary>
    /// <exception cref="ClockRefusedException">The installation is real, or the instant is in the past.</exception>
    public Task<DateTimeOffset> AdvanceToAsync(DateTimeOffset instant)
    {
        if (!Training)
        {
            throw new ClockRefusedException("clock.real", Display, "The clock of a real installation cannot be moved.");
        }

        lock (_gate)
        {
            var now = Reading();
            if (instant < now || instant < _latest)
            {
                throw new ClockRefusedException("clock.backwards", now, $"The clock stands at {now:O} and never goes back.");
            }

            var moved = _stored with { Offset = instant.ToUniversalTime() - _machine.GetUtcNow() };
            Save(moved);
            _stored = moved;
            return Task.FromResult(Reading());
        }
    }

    /// <summary>Lets commands go on although the clock is behind the last entry, for a reason that is kept.</summary>
    /// <exception cref="ClockRefusedException">The clock is not behind.</exception>
    public Task AcceptBehindAsync(string reason, string who)
    {
        lock (_gate)
        {
            var now = Reading();
            if (now >= _latest)
            {
                throw new ClockRefusedException("clock.not-behind", now, "The clock is not behind the last entry.");
            }

            var accepted = _stored with { AcceptedUpTo = _latest, Acceptances = [.. _stored.Acceptances, new Acceptance(now, _latest, reason, who)] };
            Save(accepted);
            (_stored, _latest) = (accepted, now);
            return Task.CompletedTask;
        }
    }

    private DateTimeOffset Reading()
    {
        var now = (_machine.GetUtcNow() + _stored.Offset).ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private void Save(Stored stored) => Durable.Replace(_path, JsonSerializer.SerializeToUtf8Bytes(stored, Json));

    private sealed record Stored(TimeSpan Offset, DateTimeOffset? AcceptedUpTo, IReadOnlyList<Acceptance> Acceptances);

    private sealed record Acceptance(DateTimeOffset At, DateTimeOffset LastEntry, string Reason, string Who);
}
