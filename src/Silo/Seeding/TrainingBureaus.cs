using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Seeding;

/// <summary>Founds the bureaus of the training city where they are not founded yet: the people of a training installation have seats in them from the start.</summary>
internal sealed partial class TrainingBureaus(Installation installation, IReadModel reads, IGrainFactory grains, ILogger<TrainingBureaus> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!installation.IsTraining || installation.Demo)
        {
            return; // the demo city founds its own
        }

        var founded = (await reads.BureausAsync(BureauScope.City, cancellationToken)).Select(row => row.BureauId).ToHashSet(StringComparer.Ordinal);
        foreach (var bureau in DemoBureaus.All.Where(bureau => !founded.Contains(bureau.Code)))
        {
            var reply = await grains.GetGrain<IBureauGrain>(bureau.Code).FoundAsync(
                new FoundBureau(bureau.Name.Zh, bureau.Name.En, bureau.Mark, bureau.Code, bureau.District),
                new Caller("system", "系统", "system", "system", null, $"seed-bureau-{bureau.Code}"));
            if (!reply.Done)
            {
                // The training clock may stand before the regulation came into force; the bureau can be founded when it has.
                LogRefused(logger, bureau.Code, reply.Broken[0].Text.En);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The training bureau {Bureau} is not founded: {Reason}")]
    private static partial void LogRefused(ILogger logger, string bureau, string reason);
}
