using Enforcement.Domain.Regulations;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Time;

namespace Enforcement.Silo.Hosting;

/// <summary>
/// Before the first command: keeps the text of every profile that a case may be pinned to, learns the texts that older cases are pinned to, and
/// shows the clock the last entry. At the end: a checkpoint.
/// </summary>
internal sealed partial class LedgerHost(
    IProfileArchive archive, ILedgerInfo ledger, LawLibrary library, ILegalClock clock, StoreLifetime lifetime, ILogger<LedgerHost> logger) : IHostedService
{
    // Asked for so that the container closes the store after everything that was made later.
    private readonly StoreLifetime _lifetime = lifetime;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var head = await ledger.HeadAsync(cancellationToken);
        if (head.LastRecordedAt is { } last)
        {
            clock.Witness(last);
        }

        var kept = await archive.AllAsync(cancellationToken);
        library.Publish(library.Profiles.WithArchived(kept.Select((text, i) => ProfileReader.ReadArchived($"kept profile {i + 1}", text))));
        var now = head.LastRecordedAt ?? DateTimeOffset.UnixEpoch;
        foreach (var profile in library.Profiles.All)
        {
            await archive.KeepAsync(profile.Hash, profile.Profile.Id, profile.Text, now, cancellationToken);
        }

        LogOpened(logger, head.Count, library.Profiles.All.Length);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _ = _lifetime;
        var head = await ledger.HeadAsync(cancellationToken);
        if (head.LastRecordedAt is { } last)
        {
            await ledger.CheckpointAsync(last, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ledger open: {Count} entries, {Profiles} profiles")]
    private static partial void LogOpened(ILogger logger, long count, int profiles);
}
