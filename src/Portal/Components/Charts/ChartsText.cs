using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Charts;

internal static class ChartsText
{
    public static readonly Phrase NoFigures = new("没有数据", "No figures");
    public static readonly Phrase Figures = new("查看数据", "Show the figures");
    public static readonly Phrase Time = new("时间", "Time");
    public static readonly Phrase Total = new("合计", "Total");
    public static readonly Phrase Item = new("项目", "Item");
    public static readonly Phrase Trend = new("{0}：最低 {1}，最高 {2}，最近 {3}", "{0}: lowest {1}, highest {2}, latest {3}");
    public static readonly Phrase OfMost = new("{0}，满值 {1}", "{0} of {1}");
}
