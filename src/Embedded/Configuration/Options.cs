namespace Orleans.Configuration
{
    /// <summary>When idle activations are collected.</summary>
    public class GrainCollectionOptions
    {
        /// <summary>How often to look. Default: one minute.</summary>
        public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

        /// <summary>How long an activation may be idle. Default: 15 minutes.</summary>
        public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

        /// <summary>The same for single classes, by full name.</summary>
        public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

        /// <summary>How long an activation may take to begin. Default: 30 seconds.</summary>
        public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

        /// <summary>How long an activation may take to end. Default: 30 seconds.</summary>
        public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
    }

    /// <summary>Nothing to set: in one process the store is one dictionary.</summary>
    public class MemoryGrainStorageOptions;

    /// <summary>How calls are treated.</summary>
    public abstract class MessagingOptions
    {
        /// <summary>After this a caller gets <see cref="TimeoutException"/>. Default: 30 seconds.</summary>
        public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
    }

    /// <summary>How calls are treated in the silo.</summary>
    public class SiloMessagingOptions : MessagingOptions
    {
        /// <summary>A request that runs longer makes its activation count as stuck: it is left behind and the next call finds a new one. Default: 2 hours.</summary>
        public TimeSpan MaxRequestProcessingTime { get; set; } = TimeSpan.FromHours(2);
    }
}

namespace Orleans.Hosting
{
    /// <summary>How reminders work.</summary>
    public sealed class ReminderOptions
    {
        /// <summary>No reminder may have a shorter period. Default: one minute.</summary>
        public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);
    }
}
