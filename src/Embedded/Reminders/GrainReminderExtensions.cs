using Enforcement.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain may ask of the reminder service.</summary>
public static class GrainReminderExtensions
{
    /// <summary>Registers a reminder, or moves it. Durable when the task completes.</summary>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        RegisterOrUpdateReminder((IGrainBase)grain, reminderName, dueTime, period);

    /// <inheritdoc cref="RegisterOrUpdateReminder(Grain, string, TimeSpan, TimeSpan)" />
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        var activation = Of(grain);
        Name(reminderName);
        return grain is IRemindable
            ? activation.Silo.Reminders.Register(activation.GrainId, reminderName, dueTime, period)
            : throw new InvalidOperationException($"Grain {activation.GrainId} is not '{nameof(IRemindable)}', which a grain with reminders has to be.");
    }

    /// <summary>Removes a reminder.</summary>
    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) => UnregisterReminder((IGrainBase)grain, reminder);

    /// <inheritdoc cref="UnregisterReminder(Grain, IGrainReminder)" />
    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return Of(grain).Silo.Reminders.Unregister(reminder);
    }

    /// <summary>The reminder, or <see langword="null"/>.</summary>
    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) => GetReminder((IGrainBase)grain, reminderName);

    /// <inheritdoc cref="GetReminder(Grain, string)" />
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
    {
        var activation = Of(grain);
        Name(reminderName);
        return activation.Silo.Reminders.Get(activation.GrainId, reminderName);
    }

    /// <summary>All reminders of the grain.</summary>
    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetReminders((IGrainBase)grain);

    /// <inheritdoc cref="GetReminders(Grain)" />
    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain)
    {
        var activation = Of(grain);
        return activation.Silo.Reminders.GetAll(activation.GrainId);
    }

    private static Activation Of(IGrainBase grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain.GrainContext as Activation ?? throw new InvalidOperationException("The grain was created outside of the engine, so it has no reminders.");
    }

    private static void Name(string reminderName)
    {
        if (string.IsNullOrWhiteSpace(reminderName))
        {
            throw new ArgumentNullException(nameof(reminderName));
        }
    }
}
