using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>The bureaus of the city, each with the regulation it lives by.</summary>
internal static class BureauEndpoints
{
    private static readonly EndpointDoc List = new("List bureaus", "Every bureau of the city [执法机关] with the code of the regulation that it lives by.");

    private static readonly EndpointDoc View = new("Read a bureau", "Names, the mark in its case numbers [机关代字], regulation, district.");

    private static readonly EndpointDoc Found = new(
        "Found a bureau, or change it",
        "For the administrator of the municipality. The regulation must be in force; running cases keep the one they were started under. After this, people and programs can be given seats in the bureau.",
        """{ "nameZh": "城市管理局", "nameEn": "City Management Bureau", "mark": "城管", "profileCode": "CM", "district": "青山区" }""");

    public static void MapBureaus(this IEndpointRouteBuilder app)
    {
        var bureaus = app.MapGroup("/api/v1/bureaus").WithTags("Bureaus");
        bureaus.MapGet("", (IReadModel reads, CancellationToken cancellationToken) => reads.BureausAsync(BureauScope.City, cancellationToken))
            .RequireAccess(Permissions.RegulationsRead).Describe(List);
        bureaus.MapGet("/{id}", ViewAsync).RequireAccess(Permissions.RegulationsRead).WithRegisterId().Produces<BureauView>().Describe(View);
        bureaus.MapPut("/{id}", FoundAsync).RequireAccess(Permissions.OfficersManage, AccessTargets.Municipality)
            .WithRegisterId().IsCommand().Describe(Found);
    }

    private static async Task<IResult> ViewAsync(string id, IGrainFactory grains) =>
        await grains.GetGrain<IBureauGrain>(id).ViewAsync() is { } view
            ? Results.Ok(view)
            : Problems.NotFound("bureau.unknown", new Words($"没有机关 {id}。", $"There is no bureau {id}."));

    private static async Task<IResult> FoundAsync(
        string id, FoundBureau body, HttpContext http, IGrainFactory grains, IReadModel reads, Bureaus bureaus, CancellationToken cancellationToken)
    {
        if (string.Equals(id, Principal.Municipality, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Refused([new Violation(
                "bureau.reserved",
                null,
                new Words($"{id} 为市级保留代码。", $"{id} stands for the municipality."),
                new Words("请另选机关编号。", "Choose another id."),
                "id")]);
        }

        foreach (var other in (await reads.BureausAsync(BureauScope.City, cancellationToken)).Where(b => b.BureauId != id))
        {
            // Two bureaus with one mark would give the same case number twice.
            var sameMark = (await grains.GetGrain<IBureauGrain>(other.BureauId).ViewAsync())?.Mark == body.Mark.Trim();
            if (sameMark || string.Equals(other.BureauId, id, StringComparison.OrdinalIgnoreCase))
            {
                return Problems.Refused([new Violation(
                    sameMark ? "bureau.mark-taken" : "bureau.id-taken",
                    null,
                    new Words($"{other.NameZh}已使用该{(sameMark ? "机关代字" : "编号")}。", $"{other.NameEn} has this {(sameMark ? "mark" : "id")} already."),
                    new Words("请另选。", "Choose another."),
                    sameMark ? "mark" : "id")]);
            }
        }

        var reply = await grains.GetGrain<IBureauGrain>(id).FoundAsync(body, http.Caller());
        await bureaus.RefreshAsync(cancellationToken); // whoever founded it gives out seats in it next
        return Commands.Answer(reply);
    }
}
