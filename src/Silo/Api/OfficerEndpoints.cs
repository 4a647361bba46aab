using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Access;

namespace Enforcement.Silo.Api;

/// <summary>An officer in the register.</summary>
public sealed record OfficerItem(
    string Id, string Name, string Bureau, string? Certificate, DateOnly? CertificateValidUntil, IReadOnlyList<string> Roles, bool Active);

/// <summary>What the list of officers can be narrowed to.</summary>
internal sealed record OfficerListQuery(string? Bureau, string? Text, bool? Active, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>The register of officers and their certificates.</summary>
internal static class OfficerEndpoints
{
    private static readonly EndpointDoc List = new("List officers", "Officers of bureaus that you may read, by bureau and id; also those no longer in office. Filters: bureau, text (a part of name, id or certificate number), active. "
        + "A page at a time: the first 50 without limit; next is the cursor of the page after, count says how many there are.");

    private static readonly EndpointDoc Register = new(
        "Register an officer",
        "Registers an officer with the number of the law-enforcement certificate [执法证号] and its last day, or changes what is registered. The same content again does nothing. Acts check the certificate at their own instant.",
        """{ "name": "李明", "bureau": "CM", "certificate": "15030700123", "certificateValidUntil": "2028-12-31", "roles": [ "officer" ], "active": true }""");

    public static void MapOfficers(this IEndpointRouteBuilder app)
    {
        var officers = app.MapGroup("/api/v1/officers").WithTags("Officers");
        officers.MapGet("", ListAsync).RequireAccess(Permissions.OfficersRead).OnlyQuery<OfficerListQuery>().Produces<PageView<OfficerItem>>().Describe(List);
        officers.MapPut("/{id}", RegisterAsync).RequireAccess<RegisterOfficer>(Permissions.OfficersManage, body => body.Bureau)
            .WithRegisterId().WithoutNulls<RegisterOfficer>().IsCommand().Describe(Register);
    }

    private static Task<IResult> ListAsync(
        [AsParameters] OfficerListQuery query, HttpContext http, IReadModel reads, IAccess access, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(http.User, Permissions.OfficersRead).Narrow(query.Bureau);
        OfficerQuery wanted = new(string.IsNullOrWhiteSpace(query.Text) ? null : query.Text.Trim(), InService: query.Active);
        return Paging.AnswerAsync(query, page => reads.OfficerPageAsync(scope, wanted, page, cancellationToken), Item);
    }

    private static OfficerItem Item(OfficerRow row) => new(
        row.OfficerId,
        row.Name,
        row.Bureau,
        row.Certificate,
        row.CertificateValidUntil,
        row.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries),
        row.Active);

    private static async Task<IResult> RegisterAsync(string id, RegisterOfficer body, HttpContext http, IGrainFactory grains, AccessDecider access)
    {
        var officer = grains.GetGrain<IOfficerGrain>(id);

        // Who keeps one bureau's register takes nobody out of another's.
        if (await officer.ViewAsync() is { } known
            && access.Decide(http.User, Permissions.OfficersManage, known.Bureau) is Domain.Access.AccessDecision.Refused { Violation: var foreign })
        {
            return Problems.Forbidden(foreign);
        }

        return Commands.Answer(await officer.RegisterAsync(body, http.Caller()));
    }
}
