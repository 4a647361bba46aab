namespace Enforcement.Grains.Deadlines;

/// <summary>Arms the reminder of an aggregate for its next due instant.</summary>
/// <remarks>
/// A reminder only wakes; the state decides, and the sweep over the due-table is the guarantee. Reminders are kept for what falls due within
/// <see cref="Horizon"/>: a cluster loads all reminders of its range, so that a hundred thousand far ones would cost memory and say nothing.
/// </remarks>
internal static class DeadlineReminder
{
    private const string Name = "deadline";

    /// <summary>How far ahead reminders are kept.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(48);

    // A tick that fell due while no process ran comes one period later, and no engine allows a shorter one.
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Whether a reminder is kept for a due instant.</summary>
    public static bool IsNear(DateTimeOffset? due, DateTimeOffset now) => due is { } at && at - now <= Horizon;

    /// <summary>Arms the reminder when the next due instant moved and is near.</summary>
    public static Task ArmAsync(Grain grain, DateTimeOffset? before, DateTimeOffset? after, DateTimeOffset now)
    {
        if (after is not { } due || after == before || !IsNear(due, now))
        {
            return Task.CompletedTask;
        }

        // A term in hours is missed when now is later than its due instant: one second after it, the check finds it.
        var wait = due - now + TimeSpan.FromSeconds(1);
        return grain.RegisterOrUpdateReminder(Name, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Period);
    }
}
