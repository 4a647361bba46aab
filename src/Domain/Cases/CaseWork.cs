using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>What waits in a case, for whom and until when: drawn from the state and the pinned profile alone, so that it is the same whenever it is drawn.</summary>
/// <remarks>
/// A submitted form waits for every decision about it that some gate of the case asks for, in the order of the gates. A running term waits for
/// the act that meets it or, where that act is not possible yet, for what must come first. A case in which nothing else waits is with its handler.
/// </remarks>
public static class CaseWork
{
    /// <summary>Everything that waits.</summary>
    /// <param name="state">The case.</param>
    /// <param name="profile">The pinned profile.</param>
    /// <returns>The items, without order; none for a case that does not exist or is archived.</returns>
    public static ImmutableArray<WorkItem> Of(CaseState state, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(profile);
        if (state.Opening is null || state.ArchivedAt is not null || state.Acts.IsEmpty)
        {
            return [];
        }

        CaseWorkRun run = new(state, profile);
        run.Forms();
        run.Terms();
        run.Missing();
        run.Rest();
        return run.Items;
    }

    /// <summary>The person who handles a case [承办人]: who recorded its first act as an officer, else who opened it.</summary>
    public static Person HandlerOf(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Acts.FirstOrDefault(a => a.Entry.By.Role == "officer")?.Entry.By ?? state.Acts[0].Entry.By;
    }
}
