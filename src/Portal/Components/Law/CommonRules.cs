using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Law;

/// <summary>Refusals that pages make themselves.</summary>
public static class CommonRules
{
    /// <summary>The system did not answer: what was typed stays, and the same command may be sent again.</summary>
    public static readonly ImmutableArray<BrokenRule> NoAnswer =
    [
        new BrokenRule(
            "portal.no-answer",
            null,
            null,
            new Wording(CommonText.Failed.Zh, CommonText.Failed.En),
            new Wording("再次提交即可，不会重复记录。", "Submit again: it is not recorded twice."),
            null),
    ];

    /// <summary>Something the page cannot send without.</summary>
    public static BrokenRule Missing(string member, Wording what) => new(
        "portal.missing",
        null,
        null,
        new Wording($"缺少“{what.Zh}”", $"\"{what.En}\" is missing"),
        new Wording($"填写“{what.Zh}”", $"Fill in \"{what.En}\""),
        member);
}
