using Enforcement.Grains.Ledger;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Health;

/// <summary>One thing that was looked at.</summary>
public sealed record HealthItem(string Name, bool Well, string Detail);

/// <summary>Whether this process should be sent work: <c>ready</c>, <c>seeding</c> or <c>not-ready</c>.</summary>
public sealed record HealthView(string Status, IReadOnlyList<HealthItem> Checks);

/// <summary>Live: the process answers. Ready: the stores are open and migrated, there is room on the disk, the demo city stands.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => new HealthView("live", [])).Describe(EdgeDocs.Live);
        health.MapGet("/ready", ReadyAsync).Produces<HealthView>().Produces<HealthView>(StatusCodes.Status503ServiceUnavailable).Describe(EdgeDocs.Ready);
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, Installation installation, Settings settings, AccountStore accounts, CancellationToken cancellationToken)
    {
        List<HealthItem> checks = [Disk(installation, settings), new("accounts", accounts.Accounts.Count > 0, $"{accounts.Accounts.Count} accounts")];
        if (http.RequestServices.GetService<ILedgerInfo>() is { } ledger)
        {
            checks.Add(await LedgerAsync(ledger, cancellationToken));
        }

        var seeding = http.RequestServices.GetServices<ISeedStatus>().FirstOrDefault(seed => seed.Seeding);
        if (seeding is not null)
        {
            checks.Add(new HealthItem("seed", Well: false, seeding.Progress));
        }

        var status = checks.TrueForAll(check => check.Well) ? "ready" : seeding is not null ? "seeding" : "not-ready";
        return Results.Json(new HealthView(status, checks), statusCode: status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static HealthItem Disk(Installation installation, Settings settings)
    {
        var free = new DriveInfo(installation.Folder).AvailableFreeSpace;
        return new HealthItem("disk", free >= settings.Limits.FreeDiskBytes, $"{free / (1024 * 1024)} MiB free");
    }

    private static async Task<HealthItem> LedgerAsync(ILedgerInfo ledger, CancellationToken cancellationToken)
    {
        try
        {
            var head = await ledger.HeadAsync(cancellationToken);
            return new HealthItem("ledger", Well: true, $"{head.Count} entries");
        }
        catch (StoreUnavailableException unavailable)
        {
            return new HealthItem("ledger", Well: false, unavailable.Reason);
        }
    }
}
