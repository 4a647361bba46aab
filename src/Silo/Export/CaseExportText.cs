using System.Globalization;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Localization;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Export;

/// <summary>What an exported list says of itself: who made it, when, of what.</summary>
internal static class CaseExportText
{
    private static readonly Phrase Who = new("导出人", "Exported by");
    private static readonly Phrase When = new("导出时间", "Exported at");
    private static readonly Phrase Count = new("件数", "Cases");
    private static readonly Phrase Filter = new("查询条件", "Filters");
    private static readonly Phrase NoFilter = new("无（可查看的全部案件）", "none (all cases that may be read)");
    private static readonly Phrase Note = new("说明", "Note");
    private static readonly Phrase Moment = new("本清单为导出时的情况，以系统中的案卷为准。", "The list is as of the export; what counts is the file in the system.");
    private static readonly Phrase Yes = new("是", "yes");

    private static readonly Dictionary<string, Phrase> States = new(StringComparer.Ordinal)
    {
        ["open"] = new("在办（未归档）", "open (not archived)"),
        ["ended"] = new("已办结待归档", "ended, to be archived"),
        ["archived"] = new("已归档", "archived"),
        ["all"] = new("全部（含已归档）", "all, archived too"),
    };

    public static IReadOnlyList<(string, string)> About(Caller caller, DateTimeOffset now, CaseFilterQuery asked, IReadOnlyDictionary<string, string> bureaus, long count)
    {
        List<(string, string)> about =
        [
            (Who, $"{caller.Name}{Punctuation.Aside($"{caller.Id}, {Names.Role(caller.Role)}, {bureaus.GetValueOrDefault(caller.Bureau, caller.Bureau)}")}"),
            (When, Dates.Exact(now)),
            (Count, count.ToString(CultureInfo.InvariantCulture)),
        ];
        var filters = Filters(asked, bureaus).ToList();
        about.AddRange(filters.Count == 0 ? [(Filter, NoFilter)] : filters.Select(filter => (Filter + Punctuation.Colon + filter.Name, filter.Value)));
        about.Add((Note, Moment));
        return about;
    }

    private static IEnumerable<(string Name, string Value)> Filters(CaseFilterQuery asked, IReadOnlyDictionary<string, string> bureaus)
    {
        (Phrase Name, string? Value)[] all =
        [
            (new("文字", "text"), asked.Text),
            (new("办理状态", "state"), asked.State is { } state ? States[state].ToString() : null),
            (new("阶段", "stage"), asked.Stage is { } stage ? Names.Stage(stage) : null),
            (new("行为类别", "kind of act"), asked.ActType is { } type ? Names.ActType(type) : null),
            (new("执法机关", "bureau"), asked.Bureau is { } bureau ? bureaus.GetValueOrDefault(bureau, bureau) : null),
            (new("承办人", "handler"), asked.Handler),
            (new("有逾期", "overdue"), asked.Overdue is true ? Yes.ToString() : null),
            (new("期限届满（日内）", "term ends within days"), asked.DueWithin?.ToString(CultureInfo.InvariantCulture)),
            (new("记录不完整", "incomplete"), asked.Incomplete is true ? Yes.ToString() : null),
            (new("有未处理问题", "open findings"), asked.OpenFindings is true ? Yes.ToString() : null),
            (new("归档期限近30天届满", "term to archive ended in the last 30 days"), asked.ArchiveTerm is true ? Yes.ToString() : null),
            (new("登记起", "opened from"), asked.OpenedFrom is { } from ? Dates.Day(from) : null),
            (new("登记止", "opened to"), asked.OpenedTo is { } to ? Dates.Day(to) : null),
            (new("办结起", "ended from"), asked.EndedFrom is { } endedFrom ? Dates.Day(endedFrom) : null),
            (new("办结止", "ended to"), asked.EndedTo is { } endedTo ? Dates.Day(endedTo) : null),
        ];
        return all.Where(filter => !string.IsNullOrWhiteSpace(filter.Value)).Select(filter => (filter.Name.ToString(), filter.Value!));
    }
}
