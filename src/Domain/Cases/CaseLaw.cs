using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>The law a decision is made under: the pinned profile and the work calendar at hand.</summary>
/// <param name="Pinned">The profile of the case.</param>
/// <param name="Calendar">Holidays and make-up working days.</param>
public sealed record CaseLaw(PinnedProfile Pinned, WorkCalendar Calendar)
{
    /// <summary>The profile itself.</summary>
    public Profile Profile => Pinned.Profile;
}
