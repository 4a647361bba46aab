using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>What a count over bureaus and stages was asked for.</summary>
internal sealed record OverviewQuery(string? Bureau);

/// <summary>Counts over the city, and where the ledger as a whole stands.</summary>
internal static class LedgerEndpoints
{
    private static readonly EndpointDoc Overview = new("Count cases", "How many cases each bureau has in each stage, how many of them are overdue and how many incomplete; only of bureaus that you may read.");

    private static readonly EndpointDoc Head = new(
        "Read the head of the ledger",
        "How many entries the ledger has, the RFC 6962 Merkle root over them, and the latest instant. Whoever notes it down can hold the ledger to it later; it tells nothing of what is in the entries.");

    private static readonly EndpointDoc Checkpoint = new(
        "Make a checkpoint", "Keeps count and root of this moment for ever. Nothing new since the last one: that one again. Keep it elsewhere too: it shows a cut tail or a dropped stream.");

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/overview", OverviewAsync).WithTags("Cases").RequireAccess(Permissions.CasesRead).OnlyQuery<OverviewQuery>()
            .Produces<IReadOnlyList<StageCount>>().Describe(Overview);
        app.MapGet("/api/v1/ledger/head", (ILedgerInfo ledger, CancellationToken cancellationToken) => ledger.HeadAsync(cancellationToken))
            .WithTags("Ledger").RequireAccess(Permissions.SessionOwn).Produces<LedgerHead>().Describe(Head);
        app.MapPost("/api/v1/admin/checkpoint", (ILedgerInfo ledger, LegalClock clock, CancellationToken cancellationToken) => ledger.CheckpointAsync(clock.Now, cancellationToken))
            .WithTags("Ledger").RequireAccess(Permissions.AdminVerify, AccessTargets.Municipality).Produces<Checkpoint>().Describe(Checkpoint);
    }

    private static async Task<IResult> OverviewAsync(
        [AsParameters] OverviewQuery query, HttpContext http, IReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken) =>
        Results.Ok(await reads.CountsAsync(access.ScopeOf(http.User, Permissions.CasesRead).Narrow(query.Bureau), clock.Display, cancellationToken));
}
