using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Whether an act needs an audio-video record, and whether a claimed exemption holds.</summary>
internal static class AvDecision
{
    /// <summary>The rule that applies; <see langword="null"/>: the profile says nothing, text is enough.</summary>
    internal static AvRule? Rule(ActRule rule, ActInput input, CaseState state, Profile profile) =>
        rule.Av.FirstOrDefault(a => Conditions.Holds(a.When, state, input.Fields, profile, input.RefersTo));

    /// <summary>What is wrong with the exemption claimed.</summary>
    internal static IEnumerable<Violation> Faults(AvRule? rule, ActInput input, string actArticle)
    {
        if (input.Exemption is not { } claim)
        {
            yield break;
        }

        var article = rule?.ExemptionArticle ?? rule?.Article ?? actArticle;
        if (rule?.Need is not AvNeed.Required)
        {
            yield return new("av.exemption-needless", article, new("该环节并不要求音像记录，无需免予", "This act needs no recording, so there is nothing to exempt"), new("删去免予说明", "Leave the exemption out"), "exemption");
            yield break;
        }

        if (rule.Exemption is AvExemption.None)
        {
            yield return new("av.exemption-not-allowed", article, new("该环节应当进行音像记录，没有免予的规定", "This act must be recorded; the regulation knows no exemption"), new("补充音像记录", "Add the recording"), "exemption");
        }
        else if (rule.Exemption is AvExemption.Secrets && claim.Ground is not AvExemptionGround.Secret)
        {
            yield return new("av.exemption-secrets-only", article, new("仅涉及国家秘密等不适宜音像记录的情形可以免予", "Only state secrets and the like exempt from recording"), new("补充音像记录，或选择正确的事由", "Add the recording or choose the right ground"), "exemption");
        }

        if (rule.Exemption is AvExemption.UnsuitableWithReason && string.IsNullOrWhiteSpace(claim.Reason))
        {
            yield return new("av.exemption-reason", article, new("不适宜音像记录的，需书面记录原因", "Where recording is unsuitable the reason must be written down"), new("写明不适宜音像记录的原因", "Write down the reason"), "exemption");
        }

        if (claim.Reason is { Length: > 2000 })
        {
            yield return new("av.exemption-reason-long", article, new("免予原因过长", "The reason is too long"), new("缩短原因", "Shorten it"), "exemption");
        }
    }
}
