using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Regulations;

namespace Enforcement.Portal.Pages.Regulations;

/// <summary>The regulations that the system knows.</summary>
public sealed partial class RegulationsPage(IRegulationReader law)
{
    private ImmutableArray<ProfileSummary> _profiles = [];

    protected override void OnInitialized() => _profiles = law.Profiles();
}
