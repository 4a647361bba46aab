using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Silo.Access;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>What a list of work can be narrowed to.</summary>
internal sealed record WorkListQuery(string? Bureau, string? Role, string? Kind, bool? Overdue, string? Cursor, int? Limit, bool? Count) : IPageQuery;

/// <summary>What waits for whom [待办].</summary>
internal static class WorkEndpoints
{
    private static readonly EndpointDoc List = new(
        "List what waits",
        "What waits for the caller, the nearest due instant first: approvals, forms that were sent back, acts that a running term asks for, recordings to hand in, files to archive. "
        + "With role: everything that waits for that role in bureaus that you may read. Filters: bureau, role, kind, overdue. "
        + "An item is there as long as the thing waits, once for each role that may do it.");

    public static void MapWork(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/work", ListAsync).WithTags("Work").RequireAccess(Permissions.CasesRead).OnlyQuery<WorkListQuery>()
            .Produces<PageView<WorkItemRow>>().Describe(List);

    private static async Task<IResult> ListAsync(
        [AsParameters] WorkListQuery query, HttpContext http, IWorkReadModel work, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        if (query.Role is { } role && RoleNames.Parse(role) is null)
        {
            return Paging.Bad("role", "没有这个岗位。", "There is no such role.");
        }

        var me = http.Reader();
        var scope = access.ScopeOf(http.User, Permissions.CasesRead).Narrow(query.Bureau);
        WorkQuery wanted = new(query.Role ?? me.Role, query.Role is null ? me.Id : null, query.Kind, query.Overdue is true ? clock.Display : null);
        return await Paging.AnswerAsync(query, page => work.ItemsAsync(scope, wanted, page, cancellationToken), row => row);
    }
}
