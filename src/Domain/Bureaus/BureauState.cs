using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Bureaus;

/// <summary>What the stream of a bureau adds up to.</summary>
public sealed record BureauState(BureauEvent.Founded? Founding, ImmutableDictionary<string, string> Numbers, ImmutableDictionary<string, int> Serials)
{
    /// <summary>Not founded.</summary>
    public static BureauState None { get; } = new(null, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, int>.Empty);

    /// <summary>The state after a fact.</summary>
    public static BureauState Evolve(BureauState state, Fact fact) => fact.Event switch
    {
        BureauEvent.Founded e => state with { Founding = e },
        BureauEvent.NumberGiven e => state with { Numbers = state.Numbers.SetItem(e.CaseId, e.Number), Serials = state.Serials.SetItem($"{e.ActType}/{e.Year}", e.Serial) },
        _ => throw new UnreachableException($"BureauState does not know {fact.Event.GetType().Name}."),
    };

    /// <summary>The next number of a kind and year, such as 城管罚〔2026〕12号.</summary>
    public BureauEvent.NumberGiven Next(string caseId, ActType actType, int year)
    {
        var serial = Serials.GetValueOrDefault($"{Kebab.Of(actType)}/{year}") + 1;
        return new BureauEvent.NumberGiven(caseId, Kebab.Of(actType), year, serial, $"{Founding?.Mark}{Mark(actType)}〔{year}〕{serial}号");
    }

    private static char Mark(ActType type) => type switch
    {
        ActType.Licence => '许',
        ActType.Penalty => '罚',
        ActType.Coercion => '强',
        ActType.Inspection => '检',
        ActType.Fee => '费',
        ActType.Levy => '征',
        ActType.Other => '执',
        _ => throw new UnreachableException($"Unknown act type {type}."),
    };
}
