using Enforcement.Domain.Cases;

namespace Enforcement.Grains.Cases;

/// <summary>What a command made, for the reply.</summary>
internal static class CaseReferences
{
    public static string? Of(CaseCommand command, CaseState after) => command switch
    {
        CaseCommand.Open => after.Opening?.Number,
        CaseCommand.RecordAct => after.Acts is [.., var last] ? last.Entry.Id : null,
        CaseCommand.ResolveFinding c => c.Finding,
        CaseCommand.OverrideClock c => c.Clock,
        _ => null,
    };
}
