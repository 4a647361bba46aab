using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Law;
using Enforcement.Grains.Regulations;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Grains;

/// <summary>What the grains need besides their ports.</summary>
public static class GrainServices
{
    /// <summary>Registers the law, its reader and the sweep. The ports (ledger, due table, legal clock) are the host's to register.</summary>
    /// <param name="services">The services.</param>
    /// <param name="profiles">Profiles of the deployer, besides those that ship with the program.</param>
    /// <param name="calendar">The work calendar.</param>
    public static IServiceCollection AddGrainServices(this IServiceCollection services, IEnumerable<PinnedProfile> profiles, WorkCalendar calendar) => services
        .AddSingleton(new LawLibrary(LawTexts.Embedded, ProfileCatalog.Embedded(LawTexts.Embedded).With(profiles), calendar))
        .AddSingleton<IRegulationReader, RegulationReader>()
        .AddSingleton<ICalendarReader, CalendarReader>()
        .AddSingleton<IDeadlineSweep, DeadlineSweep>();
}
