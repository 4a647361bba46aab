using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Enforcement.Embedded;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} could not be activated")]
    public static partial void ActivationFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} failed while it was deactivated")]
    public static partial void DeactivationFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A timer of grain {Grain} failed; it ticks on")]
    public static partial void TimerFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A callback in grain {Grain} failed")]
    public static partial void ActionFailed(ILogger logger, Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {Grain} is stuck in {Request} and is left behind")]
    public static partial void Stuck(ILogger logger, GrainId grain, object? request);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminder {Reminder} of grain {Grain} failed; it ticks again")]
    public static partial void ReminderFailed(ILogger logger, Exception exception, string reminder, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminder {Reminder} belongs to grain {Grain}, whose class this program does not have")]
    public static partial void ReminderOrphaned(ILogger logger, string reminder, GrainId grain);

    [LoggerMessage(Level = LogLevel.Information, Message = "The embedded engine runs {Classes} grain classes, {Reminders} reminders")]
    public static partial void Started(ILogger logger, int classes, int reminders);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedded engine stopped with {Count} activations that did not end in time")]
    public static partial void NotDrained(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A housekeeping round of the embedded engine failed")]
    public static partial void HousekeepingFailed(ILogger logger, Exception exception);
}
