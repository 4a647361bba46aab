using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Law;
using Enforcement.Grains.Regulations;

namespace Enforcement.Portal.Tests.Components;

/// <summary>The shipped law, and what else a test adds to it.</summary>
internal static class KnownLaw
{
    public static ProfileCatalog Shipped { get; } = ProfileCatalog.Embedded(LawTexts.Embedded);

    public static RegulationReader Reader(params PinnedProfile[] more) =>
        new(new LawLibrary(LawTexts.Embedded, Shipped.With(more), WorkCalendar.Embedded));
}
