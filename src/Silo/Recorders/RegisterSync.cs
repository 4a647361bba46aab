using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Silo.Recorders;

/// <summary>
/// At the start of the program: tells the fleet's lists what the register says, because a stop in the middle may have left them behind, and wakes
/// recorders whose last recording may not have been passed on.
/// </summary>
internal sealed partial class RegisterSync(
    IRecorderRegister register, IFleetRegister fleet, IReadModel reads, IGrainFactory grains, TimeProvider machine, ILogger<RegisterSync> logger) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>Goes through the whole register once.</summary>
    /// <returns>How many lines were told, and how many recorders were woken.</returns>
    public async Task<(int Told, int Woken)> RunAsync(CancellationToken cancellationToken)
    {
        var (told, woken) = (0, 0);
        for (var after = ""; ;)
        {
            var lines = await register.PageAsync(after, Batch, cancellationToken);
            await Task.WhenAll(lines.Select(line => fleet.PutAsync(line, cancellationToken)));
            foreach (var line in lines)
            {
                if (line.TouchedRecording is { } recording && await IsBehindAsync(recording, cancellationToken))
                {
                    await grains.GetGrain<IRecorderGrain>(line.RecorderId).ViewAsync(); // passes on what is left when it wakes
                    woken++;
                }
            }

            told += lines.Length;
            if (lines.Length < Batch)
            {
                return (told, woken);
            }

            after = lines[^1].RecorderId;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryAsync(stoppingToken))
            {
                await Task.Delay(AgainAfter, machine, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            LogStopped(logger);
        }
    }

    /// <summary>Not announced, or running as far as the recording knows.</summary>
    private async Task<bool> IsBehindAsync(string recording, CancellationToken cancellationToken) =>
        await reads.RecordingAsync(BureauScope.City, recording, cancellationToken) is not { EndedAt: not null };

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (told, woken) = await RunAsync(cancellationToken);
            LogDone(logger, told, woken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The fleet's lists follow the register: {Told} recorders, {Woken} woken")]
    private static partial void LogDone(ILogger logger, int told, int woken);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The lists of the fleet stopped following the register")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The fleet's lists could not follow the register; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
