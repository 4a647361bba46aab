using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Silo.Access;

/// <summary>Reads the bureaus at start, and again whenever one was founded or changed.</summary>
internal sealed partial class BureauWatch(Bureaus bureaus, IChangeFeed changes, ILogger<BureauWatch> logger) : BackgroundService
{
    private const string Table = "bureaus";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await bureaus.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in changes.FollowAsync(stoppingToken))
            {
                if (change is null || change.Tables.Contains(Table, StringComparer.Ordinal))
                {
                    await RefreshAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(logger);
        }
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await bureaus.RefreshAsync(stoppingToken);
        }
#pragma warning disable CA1031 // A store that cannot answer now must not end the watch; the bureaus at hand stay until the next change.
        catch (Exception failed) when (failed is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(logger, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The watch over the bureaus stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bureaus could not be read again; those at hand stay")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
