using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Components.Forms;

/// <summary>Which broken rule belongs beside which part of a form, by the code's family and the member.</summary>
public static class FormPlaces
{
    public const string OfficersId = "act-officers";
    public const string OccurredId = "act-occurred-at";
    public const string AvEndedId = "act-av-ended";
    public const string RecordingsId = "act-recordings";
    public const string ExemptionId = "act-exemption";
    public const string RefersToId = "act-refers-to";
    public const string CorrectsId = "act-corrects";
    public const string ConsentId = "act-consent";

    public static string Field(string id) => $"field-{id}";

    public static string Document(string id) => $"document-{id}";

    public static string Signature(string by) => $"signature-{by}";

    /// <summary>The id of the element a rule is about, or <see langword="null"/> for the act as a whole.</summary>
    public static string? Of(BrokenRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Member is not { Length: > 0 } member)
        {
            return null;
        }

        return rule.Code.Split('.')[0] switch
        {
            "document" => Document(member),
            "signature" => Signature(member),
            "officer" => OfficersId,
            "field" => Field(member),
            _ => member switch
            {
                "occurredAt" => OccurredId,
                "avEnded" => AvEndedId,
                "exemption" => ExemptionId,
                "recordings" => RecordingsId,
                "refersTo" => RefersToId,
                "corrects" => CorrectsId,
                "consentAct" => ConsentId,
                "title" => "case-title",
                "party.name" => "party-name",
                "kind" => null,
                _ => Field(member),
            },
        };
    }

    /// <summary>The rules that belong beside one element.</summary>
    public static ImmutableArray<BrokenRule> At(ImmutableArray<BrokenRule> rules, string place) =>
        rules.IsDefaultOrEmpty ? [] : [.. rules.Where(rule => Of(rule) == place)];
}
