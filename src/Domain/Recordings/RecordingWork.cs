using System.Collections.Immutable;
using Enforcement.Domain.Cases;

namespace Enforcement.Domain.Recordings;

/// <summary>What waits at a recording: to be handed in, then to be linked to an act.</summary>
public static class RecordingWork
{
    /// <summary>Everything that waits.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="state">What its stream adds up to.</param>
    public static ImmutableArray<WorkItem> Of(string id, RecordingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Announcement is not { } known || (state.File is null && state.EndedAt is null) || (state.File is not null && state.Link is not null))
        {
            return [];
        }

        var clock = state.Clocks.Clocks.Values.FirstOrDefault(c => c is { Advisory: false, IsOpen: true });
        WorkItem item = new()
        {
            Id = "recording",
            Kind = state.File is null ? WorkKind.HandIn : WorkKind.Link,
            Roles = ["officer"],
            AssigneeId = known.OfficerId,
            About = id,
            Name = state.File is null ? new("移交音像记录", "Hand the recording in") : new("将音像记录关联到执法环节", "Link the recording to an act"),
            Article = clock?.Article,
            Since = state.StoredAt ?? state.EndedAt!.Value,
            DueAt = clock is { Suspension: null } ? clock.Due.At : null,
            Term = clock?.Name,
        };
        // The custodian takes in what officers hand in.
        return state.File is null ? [item, item with { Id = "take-in", Roles = ["records-custodian"], AssigneeId = null, Name = new("接收音像记录", "Take the recording in") }] : [item];
    }
}
