using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.City;

internal static class CityText
{
    public static readonly Phrase Title = new("全市态势", "City cockpit");
    public static readonly Phrase OwnTitle = new("本单位态势", "Our bureau at a glance");
    public static readonly Phrase Screen = new("大屏", "Big screen");
    public static readonly Phrase Back = new("返回", "Back");
    public static readonly Phrase FullScreen = new("全屏", "Full screen");
    public static readonly Phrase WholeCity = new("全市", "Whole city");
    public static readonly Phrase Map = new("各区态势", "The districts");
    public static readonly Phrase MapHint = new("数字为在办案件数，颜色表示逾期情况；点击进入该机关。", "The number is open cases, the colour tells of overdue ones; a click narrows to the bureau.");
    public static readonly Phrase ToneOk = new("无逾期", "none overdue");
    public static readonly Phrase ToneWarn = new("有逾期，不足在办的两成", "some overdue, below a fifth of the open ones");
    public static readonly Phrase ToneBad = new("逾期达在办的两成", "a fifth or more overdue");
    public static readonly Phrase MoreArticles = new("另有 {0} 个条文；查看全部 {1} 个违规问题", "{0} more articles; all {1} breaches");
    public static readonly Phrase Open = new("在办案件", "Open cases");
    public static readonly Phrase Overdue = new("已逾期", "Overdue");
    public static readonly Phrase DueToday = new("今日到期", "Due today");
    public static readonly Phrase Incomplete = new("记录不完整", "Incomplete");
    public static readonly Phrase Findings = new("待处理违规问题", "Open breaches");
    public static readonly Phrase HandIn = new("按期移交率", "Handed in on time");
    public static readonly Phrase Linked = new("音像关联率", "Linked to a case");
    public static readonly Phrase Archived = new("按期归档率", "Archived on time");
    public static readonly Phrase Rates = new("近30天比率", "Rates of thirty days");
    public static readonly Phrase RatesTable = new("近30天比率（表）", "Rates of thirty days, as a table");
    public static readonly Phrase RatesHint = new("分子 / 分母：近30天内到期（关联率为开始录制）的全部计入，不剔除。", "Numerator / denominator: everything that fell due within thirty days (or began, for linking) counts; nothing is excluded.");
    public static readonly Phrase Online = new("记录仪在线", "Recorders online");
    public static readonly Phrase Alarms = new("未处理告警", "Open alarms");
    public static readonly Phrase OfAll = new("{0} / {1}", "{0} of {1}");
    public static readonly Phrase Nothing = new("无", "none");
    public static readonly Phrase Bureau = new("执法机关", "Bureau");
    public static readonly Phrase ByStage = new("各机关各阶段案件", "Cases by bureau and stage");
    public static readonly Phrase Trend = new("近30天趋势", "Thirty days");
    public static readonly Phrase Opened = new("新登记", "registered");
    public static readonly Phrase Ended = new("终结", "ended");
    public static readonly Phrase Missed = new("逾期", "missed terms");
    public static readonly Phrase ByArticle = new("待处理违规问题所涉条文", "Articles behind open breaches");
    public static readonly Phrase NoFindings = new("没有待处理的违规问题", "No open breach");
    public static readonly Phrase Fleet = new("执法记录仪", "Recorders");
    public static readonly Phrase FleetOnline = new("在线", "online");
    public static readonly Phrase FleetOffline = new("离线", "offline");
    public static readonly Phrase FleetUnknown = new("未知", "unknown");
    public static readonly Phrase FleetNone = new("尚未登记记录仪", "No recorder is registered yet");
    public static readonly Phrase Recording = new("录制中 {0}", "{0} recording");
    public static readonly Phrase Detail = new("在办 {0}，逾期 {1}，今日到期 {2}，违规 {3}", "{0} open, {1} overdue, {2} due today, {3} breaches");
    public static readonly Phrase UnknownBureau = new("没有执法机关“{0}”，或不在您的查看范围内。以下为可查看的全部机关。", "There is no bureau \"{0}\", or you may not see it. These are all that you may.");
    public static readonly Phrase Empty = new("还没有案件", "There is no case yet");
    public static readonly Phrase EmptyNext = new("各机关登记案件后，数字会自动出现在这里。", "The figures appear by themselves when bureaus start cases.");
    public static readonly Phrase Cases = new("件", "");
    public static readonly Phrase SystemRule = new("系统规则", "rule of the system");
}
