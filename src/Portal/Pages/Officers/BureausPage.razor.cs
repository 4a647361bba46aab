using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages.Officers;

/// <summary>The bureaus, the regulation that each lives by, and how much they handle.</summary>
public sealed partial class BureausPage(IReadModel reads, IRegulationReader law, ILegalTime time, PortalSession session)
{
    private ImmutableArray<BureauRow> _bureaus = [];
    private ImmutableDictionary<string, long> _officers = ImmutableDictionary<string, long>.Empty;
    private ImmutableArray<StageCount> _counts = [];
    private bool _mayCases;
    private bool _loaded;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.OfficersRead);
        _bureaus = await reads.BureausAsync(scope, Leaving);
        _officers = await reads.OfficerCountsAsync(scope, Leaving);
        _mayCases = await session.MayAsync(Permissions.CasesRead);
        _counts = _mayCases ? await reads.CountsAsync(await session.ScopeAsync(Permissions.CasesRead), time.Now, Leaving) : [];
        _loaded = true;
    });

    // A bureau names the code of its regulation; the version in force is the newest one that has begun.
    private ProfileSummary? ProfileOf(BureauRow bureau) => law.Profiles()
        .Where(p => (p.Id == bureau.ProfileId || p.Code == bureau.ProfileId) && (p.EffectiveFrom is not { } from || from <= Dates.DayOf(time.Now)))
        .MaxBy(p => p.EffectiveFrom ?? DateOnly.MinValue);
}
