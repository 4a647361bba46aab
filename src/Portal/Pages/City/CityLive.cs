using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Live;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.City;

/// <summary>What the cockpit and the big screen do alike: they read the figures, follow the changes, and know how old they are.</summary>
public abstract class CityLive(ICityFigures figures, IReadModel reads, IFleetReadModel fleet, PortalSession session, ILegalTime time) : LivePage
{
    private BureauScope _scope = BureauScope.None;

    [SupplyParameterFromQuery(Name = "bureau")]
    protected string? Bureau { get; set; }

    protected CityData? Data { get; private set; }

    /// <summary>The legal clock's now at the last reading.</summary>
    protected DateTimeOffset Now { get; private set; } = time.Now;

    /// <summary>A bureau in the address that does not exist for the reader.</summary>
    protected string? Unknown { get; private set; }

    /// <summary>Whether the reader sees more than one bureau.</summary>
    protected bool WholeCity => Data is { Bureaus.Length: > 1 };

    /// <summary>A city changes all the time; people read figures every few seconds.</summary>
    protected override TimeSpan Pace => TimeSpan.FromSeconds(5);

    /// <summary>Recorders go silent, and terms run out, without an entry.</summary>
    protected override bool ReadsAtBeat => true;

    protected override bool Concerns(Change change) => Touches(change, _scope, "cases", "clocks", "recordings", "findings");

    protected override Task OnParametersSetAsync() => RefreshAsync();

    protected override async Task ReadAsync()
    {
        var all = await session.ScopeAsync(Permissions.CasesRead);
        var bureaus = await reads.BureausAsync(all, Leaving);
        var chosen = bureaus.FirstOrDefault(b => b.BureauId == Bureau)?.BureauId;
        Unknown = string.IsNullOrEmpty(Bureau) || chosen is not null ? null : Bureau;
        _scope = all.Narrow(chosen);
        Now = time.Now;
        var counted = await figures.ReadAsync(_scope, Now, Leaving);
        var recorders = await session.MayAsync(Permissions.FleetRead) ? (await session.ScopeAsync(Permissions.FleetRead)).Narrow(chosen) : null;
        Data = new CityData(counted, bureaus, recorders is null ? null : await fleet.CountsAsync(recorders, Leaving), chosen);
    }
}
