using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Grains.Interfaces.Regulations;

/// <summary>Reads the law at hand: articles, profiles, and the forms they give rise to. A service, not a grain: the law is the same everywhere.</summary>
public interface IRegulationReader
{
    /// <summary>An article by its cite; <see langword="null"/>: unknown.</summary>
    ArticleView? Article(string cite);

    /// <summary>The profiles known, newest first within a code.</summary>
    ImmutableArray<ProfileSummary> Profiles();

    /// <summary>The acts that may open a case of a bureau under the profile in force on a day, with their forms.</summary>
    /// <param name="code">The regulation's code.</param>
    /// <param name="day">The day at +08:00.</param>
    ImmutableArray<ActFormView> Openings(string code, DateOnly day);

    /// <summary>All acts of a profile with their forms; empty: unknown profile.</summary>
    /// <param name="profileId">The profile's id.</param>
    ImmutableArray<ActFormView> Acts(string profileId);

    /// <summary>The terms [期限] that a profile sets; empty: unknown profile.</summary>
    /// <param name="profileId">The profile's id.</param>
    ImmutableArray<ClockRuleView> Clocks(string profileId);

    /// <summary>All articles of a regulation, in order.</summary>
    ImmutableArray<ArticleView> Articles(string code);

    /// <summary>The kinds of case that a regulation covers.</summary>
    ImmutableArray<NamedValue> ActTypes(string code, DateOnly day);

    /// <summary>Every article of a profile's own regulation with the rules that rest on it, in order; empty: unknown profile.</summary>
    /// <param name="profileId">The profile's id.</param>
    ImmutableArray<ArticleRules> ByArticle(string profileId);

    /// <summary>Two profiles rule by rule, generated from the data; empty: one of them is unknown.</summary>
    /// <param name="left">The first profile's id.</param>
    /// <param name="right">The second profile's id.</param>
    ImmutableArray<ComparedRule> Compare(string left, string right);

    /// <summary>The exact text of a profile, to download; <see langword="null"/>: unknown.</summary>
    string? Text(string profileId);
}

/// <summary>One profile.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The regulation's code.</param>
/// <param name="Title">The title.</param>
/// <param name="EffectiveFrom">First day in force; <see langword="null"/>: before this system began.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="Acts">Number of acts.</param>
/// <param name="Clocks">Number of terms.</param>
public sealed record ProfileSummary(string Id, string Code, Wording Title, DateOnly? EffectiveFrom, string Hash, int Acts, int Clocks);

/// <summary>A term as a profile sets it.</summary>
/// <param name="Id">Its id in the profile.</param>
/// <param name="Name">Its name.</param>
/// <param name="Article">The article that sets it.</param>
/// <param name="Length">How long it runs, in words.</param>
/// <param name="Starts">What starts it: names of acts, or facts in words.</param>
/// <param name="Stops">What stops it.</param>
/// <param name="StopActs">The kinds of act among them, for whoever offers the act that meets a running term.</param>
/// <param name="Advisory">Not in the regulation: a hint.</param>
public sealed record ClockRuleView(
    string Id,
    Wording Name,
    string Article,
    Wording Length,
    ImmutableArray<Wording> Starts,
    ImmutableArray<Wording> Stops,
    ImmutableArray<string> StopActs,
    bool Advisory);
