using System.Diagnostics;
using Enforcement.Domain;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
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
        [.. rule.Start.Select(trigger => Name(trigger, profile))],
        [.. rule.Stop.Select(trigger => Name(trigger, profile))],
        [.. rule.Stop.Select(trigger => trigger.Act).OfType<string>().Distinct(StringComparer.Ordinal)],
        rule.Advisory);

    private static Wording Name(Trigger trigger, Profile profile) => trigger switch
    {
        { Act: { } kind } => (profile.Act(kind)?.Name ?? ActKinds.Find(kind)?.Name ?? new Words(kind, kind)).ToWording(),
        { Fact: ClockFact.AvDue } => new Wording("应当音像记录的环节录制完成", "recording of an act that needs it ended"),
        { Fact: ClockFact.AvStored } => new Wording("所需音像记录全部存储并核验", "every recording needed is stored and verified"),
        { Fact: ClockFact.RecordingEnded } => new Wording("音像记录制作完成", "the recording was completed"),
        { Fact: ClockFact.RecordingStored } => new Wording("音像记录存储并核验", "the recording is stored and verified"),
        _ => throw new UnreachableException($"Unknown trigger {trigger}."),
    };
}
