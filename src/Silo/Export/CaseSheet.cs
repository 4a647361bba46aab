using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Silo.Export;

/// <summary>A list of cases as a file that grows row by row.</summary>
internal interface ICaseSheet : IDisposable
{
    void Begin();

    void Row(CaseRow row);

    /// <summary>Ends it, with what a reader of the file must know of where it comes from.</summary>
    void End(IReadOnlyList<(string Name, string Value)> about);
}

/// <summary>A column of the file.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Width">The width in characters.</param>
/// <param name="Value">A <see langword="string"/>, an <see langword="int"/>, a <see cref="DateTimeOffset"/>, or <see langword="null"/>.</param>
internal sealed record CaseSheetColumn(Phrase Name, int Width, Func<CaseRow, object?> Value);

/// <summary>What stands in an exported list.</summary>
internal static class CaseSheet
{
    public static readonly Phrase Title = new("案件清单", "Cases");

    public static readonly Phrase About = new("导出说明", "About");

    /// <param name="bureaus">The names of the bureaus by id.</param>
    public static CaseSheetColumn[] Columns(IReadOnlyDictionary<string, string> bureaus) =>
    [
        new(new Phrase("案号", "Number"), 26, row => row.Number),
        new(new Phrase("案由", "Cause"), 36, row => row.Title),
        new(new Phrase("当事人", "Party"), 24, row => row.Party),
        new(new Phrase("执法机关", "Bureau"), 20, row => bureaus.GetValueOrDefault(row.Bureau, row.Bureau)),
        new(new Phrase("行为类别", "Kind of act"), 12, row => Names.ActType(row.ActType)),
        new(new Phrase("案件来源", "Origin"), 16, row => Names.Origin(row.Origin)),
        new(new Phrase("阶段", "Stage"), 12, row => Names.Stage(row.Stage)),
        new(new Phrase("承办人", "Handler"), 12, row => row.HandlerName),
        new(new Phrase("登记时间", "Opened"), 21, row => row.OpenedAt),
        new(new Phrase("最近期限", "Next term"), 21, row => row.NextDueAt),
        new(new Phrase("逾期数", "Overdue"), 9, row => row.OverdueCount),
        new(new Phrase("曾逾期数", "Missed"), 10, row => row.MissedCount),
        new(new Phrase("缺项数", "Missing"), 9, row => row.MissingCount),
        new(new Phrase("未处理问题", "Open findings"), 12, row => row.OpenFindings),
        new(new Phrase("办结时间", "Ended"), 21, row => row.EndedAt),
        new(new Phrase("归档时间", "Archived"), 21, row => row.ArchivedAt),
        new(new Phrase("最近变动", "Last moved"), 21, row => row.UpdatedAt),
    ];
}
