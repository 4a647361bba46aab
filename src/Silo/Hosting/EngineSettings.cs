namespace Enforcement.Silo.Hosting;

/// <summary>What either engine is told by the composition root.</summary>
/// <param name="DataFolder">The folder of this installation; it exists. The embedded engine keeps its file <c>engine.db</c> there.</param>
/// <param name="PostgreSql">The connection of the cluster's database, or <see langword="null"/>: the stores of one process.</param>
/// <param name="ReminderClock">The clock that wakes reminders (the legal one), or <see langword="null"/>: the machine's.</param>
internal sealed record EngineSettings(string DataFolder, string? PostgreSql, TimeProvider? ReminderClock)
{
    /// <summary>The key under which both engines look for the clock of reminders.</summary>
    public const string ReminderClockKey = "Orleans.Reminders";
}
