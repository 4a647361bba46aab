using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Components.Forms;

/// <summary>What became of the terms of a case between two looks at it.</summary>
public static class TermEffects
{
    /// <summary>The changes: new terms, terms in another phase, terms with another end.</summary>
    public static ImmutableArray<TermEffect> Between(ImmutableArray<ClockView> before, ImmutableArray<ClockView> after)
    {
        var known = before.ToDictionary(clock => clock.Clock, StringComparer.Ordinal);
        return
        [
            .. after
                .Select(clock => (Clock: clock, Change: ChangeOf(known.GetValueOrDefault(clock.Clock), clock)))
                .Where(pair => pair.Change is not null)
                .Select(pair => new TermEffect(pair.Clock.Clock, pair.Change!, pair.Clock.Name, pair.Clock.Article, IsOver(pair.Clock) ? null : pair.Clock.DueAt)),
        ];
    }

    private static string? ChangeOf(ClockView? before, ClockView after) => (before?.Phase, after.Phase) switch
    {
        (null, "met" or "met-late" or "missed" or "cancelled") => after.Phase,
        (null, _) => "began",
        ("suspended", "running") => "resumed",
        ("met" or "met-late", "running") => "reopened",
        var (was, now) when was != now => now is "running" or "waiting" ? "changed" : now,
        _ => before!.DueAt != after.DueAt ? "changed" : null,
    };

    private static bool IsOver(ClockView clock) => clock.Phase is "met" or "met-late" or "cancelled";
}
