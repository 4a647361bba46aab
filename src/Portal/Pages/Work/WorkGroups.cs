using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Work;

/// <summary>How near something is.</summary>
public enum WorkGroup
{
    /// <summary>Its term is over.</summary>
    Overdue,

    /// <summary>It ends today, at +08:00.</summary>
    Today,

    /// <summary>It ends within the three days after today.</summary>
    Soon,

    /// <summary>It ends later.</summary>
    Later,

    /// <summary>It has no term, or one without a number.</summary>
    None,
}

/// <summary>Puts what waits into groups by how near it is, in the order in which it came.</summary>
public static class WorkGroups
{
    private const int SoonDays = 3;

    /// <summary>The group of a due instant.</summary>
    public static WorkGroup Of(DateTimeOffset? due, DateTimeOffset now) => due switch
    {
        null => WorkGroup.None,
        { } at when at < now => WorkGroup.Overdue,
        // The end of a day is midnight of the next one, and still belongs to it.
        { } at when at <= DayEnd(now) => WorkGroup.Today,
        { } at when at <= DayEnd(now).AddDays(SoonDays) => WorkGroup.Soon,
        _ => WorkGroup.Later,
    };

    /// <summary>The groups that have something, nearest first.</summary>
    public static ImmutableArray<(WorkGroup Group, ImmutableArray<WorkItemRow> Rows)> By(IEnumerable<WorkItemRow> rows, DateTimeOffset now) =>
        [.. rows.GroupBy(row => Of(row.DueAt, now)).OrderBy(group => group.Key).Select(group => (group.Key, group.ToImmutableArray()))];

    /// <summary>How many things came, went or changed.</summary>
    public static int Differences(ImmutableArray<WorkItemRow> shown, ImmutableArray<WorkItemRow> fresh)
    {
        var before = shown.ToDictionary(row => (row.Stream, row.Item));
        var after = fresh.Select(row => (row.Stream, row.Item)).ToHashSet();
        return fresh.Count(row => !before.TryGetValue((row.Stream, row.Item), out var old) || old != row) + before.Keys.Count(key => !after.Contains(key));
    }

    /// <summary>The end of today at +08:00.</summary>
    public static DateTimeOffset DayEnd(DateTimeOffset now) => new(Dates.DayOf(now).AddDays(1).ToDateTime(TimeOnly.MinValue), Dates.Offset);

    /// <summary>Whether it waits at a recording, not in a case.</summary>
    public static bool IsRecording(WorkItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Stream.StartsWith("recording/", StringComparison.Ordinal);
    }

    /// <summary>Where something is done: straight at the act's form, the approval, the recording.</summary>
    public static string UrlOf(WorkItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            _ when IsRecording(row) => $"/recordings/{row.Subject}",
            { Act: { } act, Item: var item } when item.StartsWith("decide:", StringComparison.Ordinal) => $"/cases/{row.CaseId}/approvals/{act}{(row.About is { } about ? $"?about={about}" : "")}",
            { Act: { } act, About: { } measure, Kind: not "sent-back" } => $"/cases/{row.CaseId}/acts/new/{act}?about={measure}",
            { Act: { } act } => $"/cases/{row.CaseId}/acts/new/{act}",
            { Kind: "complete" } => $"/cases/{row.CaseId}?tab=completeness",
            { About: { } about } => $"/cases/{row.CaseId}#act-{about}",
            _ => $"/cases/{row.CaseId}",
        };
    }
}
