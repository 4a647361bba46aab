namespace Enforcement.Portal.Tests.Kit;

internal static class Clocks
{
    /// <summary>14:20 in the city; timers fire while it is advanced.</summary>
    public static TestClock ByHand() => new(new DateTimeOffset(2026, 11, 21, 6, 20, 0, TimeSpan.Zero), timersFollow: true);
}
