using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Grains.Cases;

/// <summary>The rows of what waits: those that came or changed, and those that are done.</summary>
internal static class WorkRows
{
    public static IEnumerable<ReadRow> OfCase(string id, string stream, CaseState before, CaseState after, Profile profile) =>
        Changes(Case(id, stream, before, profile), Case(id, stream, after, profile));

    public static IEnumerable<ReadRow> OfRecording(string id, string stream, RecordingState before, RecordingState after) =>
        Changes(Recording(id, stream, before), Recording(id, stream, after));

    private static IEnumerable<ReadRow> Changes(List<WorkItemRow> before, List<WorkItemRow> after)
    {
        var kept = before.ToHashSet();
        var keys = after.Select(KeyOf).ToHashSet();
        return after.Where(row => !kept.Contains(row)).Concat<ReadRow>(before.Where(row => !keys.Contains(KeyOf(row))).Select(row => new GoneRow(row)));
    }

    private static (string, string) KeyOf(WorkItemRow row) => (row.Item, row.Role);

    private static List<WorkItemRow> Case(string id, string stream, CaseState state, Profile profile) => state.Opening is not { } opening
        ? []
        : [.. CaseWork.Of(state, profile).SelectMany(item => item.Roles.Distinct().Select(role => Row(stream, role, opening.Bureau, id, opening.Number, $"{opening.Title} · {opening.Party.Name}", item)))];

    private static List<WorkItemRow> Recording(string id, string stream, RecordingState state) => state.Announcement is not { } known
        ? []
        : [.. RecordingWork.Of(id, state).SelectMany(item => item.Roles.Select(role => Row(stream, role, known.Bureau, state.Link?.CaseId, id, known.Place ?? known.OfficerName, item)))];

    private static WorkItemRow Row(string stream, string role, string bureau, string? caseId, string subject, string cause, WorkItem item) => new(
        stream, item.Id, role, bureau, Kebab.Of(item.Kind), item.AssigneeId, caseId, subject, cause, item.Act, item.About, item.Name.Zh, item.Name.En, item.Article,
        item.Since, item.DueAt, item.Term?.Zh, item.Term?.En, item.Note);
}
