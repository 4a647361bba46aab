namespace Enforcement.Silo.Time;

/// <summary>The legal clock for who needs a <see cref="TimeProvider"/>, such as the reminders. It only shows: commands ask the clock itself, which may refuse.</summary>
internal sealed class LegalTimeProvider(LegalClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Display;
}
