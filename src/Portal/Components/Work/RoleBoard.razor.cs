using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Components.Work;

/// <summary>What supervisors, fleet managers, administrators and auditors watch.</summary>
public sealed partial class RoleBoard(IReadModel reads, IAccountDesk desk, IServiceProvider services, PortalSession session, ILegalTime time)
{
    private const int Shown = 8;

    private ImmutableArray<BureauLine>? _bureaus;
    private ImmutableArray<FleetCount>? _fleet;
    private ImmutableArray<AlarmRow> _alarms = [];
    private ImmutableArray<AccountLine> _accounts;
    private SystemView? _system;
    private bool _city;

    [Parameter, EditorRequired]
    public string Role { get; set; } = "";

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        if (await session.MayAsync(Permissions.CasesRead))
        {
            await LoadBureausAsync(await session.ScopeAsync(Permissions.CasesRead));
        }

        if (Role == "fleet-manager" && services.GetService<IFleetReadModel>() is { } fleet)
        {
            var scope = await session.ScopeAsync(Permissions.FleetRead);
            _fleet = await fleet.CountsAsync(scope, Leaving);
            _alarms = (await fleet.AlarmsAsync(scope, new AlarmQuery(Open: true), new PageRequest(Shown), Leaving)).Rows;
        }

        if (await session.MayAsync(Permissions.AdminAccounts))
        {
            _accounts = [.. desk.List(await session.PersonAsync()).Where(a => a is { Disabled: false } && (a.LockedUntil is not null || a.MustChangePassword)).Take(Shown)];
            _system = services.GetService<ISystemDesk>() is { } installation ? await installation.ViewAsync(await session.PersonAsync(), Leaving) : null;
        }
    });

    private async Task LoadBureausAsync(BureauScope scope)
    {
        var counts = (await reads.CountsAsync(scope, time.Now, Leaving)).Where(count => count.Stage is not "archived").ToLookup(count => count.Bureau, StringComparer.Ordinal);
        _city = scope.Everything;
        _bureaus =
        [
            .. (await reads.BureausAsync(scope, Leaving))
                .Select(bureau => new BureauLine(
                    bureau.BureauId,
                    Names.Bureau(bureau.NameZh, bureau.NameEn),
                    counts[bureau.BureauId].Sum(count => count.Cases),
                    counts[bureau.BureauId].Sum(count => count.Overdue),
                    counts[bureau.BureauId].Sum(count => count.Incomplete)))
                .OrderByDescending(line => line.Overdue),
        ];
    }
}
