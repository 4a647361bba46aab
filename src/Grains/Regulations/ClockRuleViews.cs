using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Regulations;

/// <summary>The terms of a profile, for readers of the law.</summary>
internal static class ClockRuleViews
{
    public static ClockRuleView Of(ClockRule rule, Profile profile) => new(
        rule.Id,
        rule.Name.ToWording(),
        rule.Article,
        TermSentence.Length(rule.Term).ToWording(),
        [.. rule.Start.Select(trigger => TriggerNames.Of(trigger, profile).ToWording())],
        [.. rule.Stop.Select(trigger => TriggerNames.Of(trigger, profile).ToWording())],
        [.. rule.Stop.Select(trigger => trigger.Act).OfType<string>().Distinct(StringComparer.Ordinal)],
        rule.Advisory);
}
