using Enforcement.Grains.Time;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>A legal clock that stands until the test moves it, forward only.</summary>
internal sealed class FakeLegalClock : ILegalClock
{
    /// <summary>Monday 2 March 2026, 09:00 at +08:00.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; private set; } = Start;

    public bool Training => false;

    public void Witness(DateTimeOffset lastRecordedAt)
    {
        if (lastRecordedAt > Now)
        {
            throw new ClockBehindException(Now, lastRecordedAt);
        }
    }

    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Now += time;
    }

    /// <summary>Moves to an instant at +08:00: <c>2026-03-05 14:20</c>.</summary>
    public void MoveTo(string instant) => Advance(At(instant) - Now);

    public static DateTimeOffset At(string instant) =>
        DateTimeOffset.Parse(instant + " +08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
