using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Components.Work;

/// <summary>Beside the work: an officer's recorder, a head's cases at risk, open findings.</summary>
public sealed partial class WorkAside(IReadModel reads, IServiceProvider services, PortalSession session)
{
    private const int Shown = 6;
    private static readonly TimeSpan Near = TimeSpan.FromDays(3);

    private ImmutableArray<RecorderRow>? _mine;
    private ImmutableArray<CaseRow>? _risk;
    private ImmutableArray<FindingRow>? _findings;
    private DateTimeOffset _readAt;

    [Parameter, EditorRequired]
    public string Role { get; set; } = "";

    /// <summary>The legal clock's now; a new one reads anew.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether a role has nothing to look at here, so that the work may take the whole width.</summary>
    public static bool IsEmptyFor(string role) => role is "window-clerk" or "fleet-manager" or "administrator";

    protected override async Task OnParametersSetAsync()
    {
        if (_readAt != Now)
        {
            _readAt = Now;
            await TryAsync(LoadAsync);
        }
    }

    private async Task LoadAsync()
    {
        if (Role is "unit-head" or "leader-in-charge" or "main-leader" or "supervisor" or "auditor" && await session.MayAsync(Permissions.CasesRead))
        {
            var page = await reads.CasesAsync(await session.ScopeAsync(Permissions.CasesRead), new CaseQuery(), new PageRequest(Shown), Leaving);
            _risk = [.. page.Rows.Where(row => row.NextDueAt < Now + Near)];
        }

        if (Role is not "officer" && await session.MayAsync(Permissions.FindingsRead))
        {
            _findings = (await reads.FindingsAsync(await session.ScopeAsync(Permissions.FindingsRead), new FindingQuery(Open: true), new PageRequest(Shown), Leaving)).Rows;
        }

        if (Role == "officer" && services.GetService<IFleetReadModel>() is { } fleet && await session.MayAsync(Permissions.FleetRead))
        {
            var me = await session.ReaderAsync();
            _mine = (await fleet.RecordersAsync(await session.ScopeAsync(Permissions.FleetRead), new RecorderQuery(HolderId: me.Id), new PageRequest(3), Leaving)).Rows;
        }
    }
}
