using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Grains.Law;

/// <summary>The law at hand in this process: articles, profiles, calendar. The calendar may be replaced while running, when a year is published.</summary>
public sealed class LawLibrary(LawTexts texts, ProfileCatalog profiles, WorkCalendar calendar)
{
    private volatile WorkCalendar _calendar = calendar;
    private volatile ProfileCatalog _profiles = profiles;

    /// <summary>The articles.</summary>
    public LawTexts Texts { get; } = texts;

    /// <summary>The profiles.</summary>
    public ProfileCatalog Profiles => _profiles;

    /// <summary>The work calendar.</summary>
    public WorkCalendar Calendar => _calendar;

    /// <summary>Puts another calendar in place.</summary>
    public void Publish(WorkCalendar replacement) => _calendar = replacement;

    /// <summary>Adds profiles.</summary>
    public void Publish(ProfileCatalog replacement) => _profiles = replacement;

    /// <summary>The law of an aggregate that is pinned to a profile.</summary>
    /// <exception cref="InvalidOperationException">The pinned text is not at hand: the profile archive was not read at start.</exception>
    public CaseLaw Pinned(string hash) =>
        new(Profiles.Pinned(hash) ?? throw new InvalidOperationException($"The profile with hash {hash} is not at hand."), Calendar);

    /// <summary>The law in force for a regulation at an instant, or <see langword="null"/> when there is none.</summary>
    public CaseLaw? InForce(string code, DateTimeOffset at) =>
        Profiles.InForce(code, ChinaTime.DayOf(at)) is { } pinned ? new CaseLaw(pinned, Calendar) : null;
}
