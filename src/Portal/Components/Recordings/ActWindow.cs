using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>An act of the case inside the time of a recording.</summary>
/// <param name="FromMs">From, in milliseconds from the start of the recording.</param>
/// <param name="ToMs">To; the next act of the window list begins there, or the recording ends.</param>
/// <param name="Label">What it is.</param>
/// <param name="Linked">Whether the recording is linked to this very act.</param>
public sealed record ActWindow(long FromMs, long ToMs, string Label, bool Linked)
{
    /// <summary>The acts that happened while it was recorded, each until the next one begins.</summary>
    public static IReadOnlyList<ActWindow> Of(RecordingView recording, CaseView file)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(file);
        if (recording.EndedAt is not { } ended)
        {
            return [];
        }

        var inside = file.Acts.Where(act => act.CorrectedBy is null && act.OccurredAt >= recording.StartedAt && act.OccurredAt <= ended).OrderBy(act => act.OccurredAt).ToArray();
        return
        [
            .. inside.Select((act, i) => new ActWindow(
                Ms(act.OccurredAt),
                Ms(i + 1 < inside.Length ? inside[i + 1].OccurredAt : ended),
                $"{act.Name.Here()} {Dates.Instant(act.OccurredAt)}",
                act.Recordings.Any(r => r.Id == recording.Id))),
        ];

        long Ms(DateTimeOffset at) => (long)(at - recording.StartedAt).TotalMilliseconds;
    }
}
