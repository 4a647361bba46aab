using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Pages.Recorders;

/// <summary>Registers recorders one by one or from a CSV file.</summary>
public sealed partial class RegisterPage(IReadModel reads, PortalSession session)
{
    private ImmutableArray<BureauRow>? _bureaus;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => await TryAsync(async () => _bureaus = await reads.BureausAsync(await session.ScopeAsync(Permissions.FleetManage), Leaving));
}
