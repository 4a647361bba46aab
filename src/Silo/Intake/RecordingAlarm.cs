using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;

namespace Enforcement.Silo.Intake;

/// <summary>A damaged original becomes a finding of each recording that has it, and a critical line in the log.</summary>
internal sealed partial class RecordingAlarm(IGrainFactory grains, IReadModel reads, ILogger<RecordingAlarm> logger) : IMediaAlarm
{
    private const int Many = 500;

    public async Task CorruptedAsync(MediaFinding finding, CancellationToken cancellationToken)
    {
        LogCorrupted(finding.Sha256, finding.Fault, finding.Leaf, finding.Detail);
        for (string? cursor = null; ;)
        {
            var page = await reads.RecordingsAsync(BureauScope.City, new RecordingQuery(Sha256: finding.Sha256), new PageRequest(Many, cursor), cancellationToken);
            foreach (var row in page.Rows)
            {
                await grains.GetGrain<IRecordingGrain>(row.RecordingId).CorruptedAsync(finding.Leaf ?? 0);
            }

            if ((cursor = page.Next) is null)
            {
                return;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "Stored media {Sha256} is damaged: {Fault}, leaf {Leaf}: {Detail}")]
    private partial void LogCorrupted(string sha256, MediaFault fault, int? leaf, string detail);
}
