using Enforcement.Grains.Media;

namespace Enforcement.Silo.Media;

/// <summary>The alarm of last resort: a critical line in the log, where nothing else listens.</summary>
internal sealed partial class LoggingMediaAlarm(ILogger<LoggingMediaAlarm> logger) : IMediaAlarm
{
    public Task CorruptedAsync(MediaFinding finding, CancellationToken cancellationToken)
    {
        LogCorrupted(finding.Sha256, finding.Fault, finding.Leaf, finding.Detail);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Critical, "Stored media {Sha256} is damaged: {Fault}, leaf {Leaf}: {Detail}")]
    private partial void LogCorrupted(string sha256, MediaFault fault, int? leaf, string detail);
}
