namespace Orleans
{
    /// <summary>A grain that can be woken by a reminder.</summary>
    public interface IRemindable : IGrain
    {
        /// <summary>A reminder is due. It may come more than once, and late.</summary>
        Task ReceiveReminder(string reminderName, Runtime.TickStatus status);
    }
}

namespace Orleans.Runtime
{
    /// <summary>A registered reminder.</summary>
    public interface IGrainReminder
    {
        /// <summary>Its name, unique within the grain.</summary>
        string ReminderName { get; }
    }

    /// <summary>Which tick of a reminder this is.</summary>
    /// <param name="firstTickTime">When the first tick was due, in UTC.</param>
    /// <param name="period">From tick to tick.</param>
    /// <param name="timeStamp">Now, in UTC.</param>
    [GenerateSerializer]
    [Immutable]
    public readonly struct TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
    {
        /// <summary>When the first tick was due, in UTC.</summary>
        [Id(0)]
        public DateTime FirstTickTime { get; } = firstTickTime;

        /// <summary>From tick to tick.</summary>
        [Id(1)]
        public TimeSpan Period { get; } = period;

        /// <summary>When this tick began, in UTC.</summary>
        [Id(2)]
        public DateTime CurrentTickTime { get; } = timeStamp;

        /// <inheritdoc />
        public override string ToString() => $"<{FirstTickTime}, {Period}, {CurrentTickTime}>";
    }
}
