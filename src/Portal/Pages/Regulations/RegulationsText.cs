using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Regulations;

internal static class RegulationsText
{
    public static readonly Phrase Title = new("法规制度", "Regulations");
    public static readonly Phrase Name = new("制度名称", "Regulation");
    public static readonly Phrase Code = new("代码", "Code");
    public static readonly Phrase Effective = new("施行日期", "In force from");
    public static readonly Phrase Undated = new("原文未载明", "the text gives no date");
    public static readonly Phrase Acts = new("环节", "Acts");
    public static readonly Phrase Clocks = new("期限", "Terms");
    public static readonly Phrase Articles = new("条文", "Articles");
    public static readonly Phrase Hash = new("配置摘要", "Hash of the profile");
    public static readonly Phrase NotFound = new("没有此制度", "There is no such regulation");
    public static readonly Phrase Required = new("必填 {0} 项", "{0} required fields");
    public static readonly Phrase Fields = new("载明事项", "Fields");
    public static readonly Phrase Officers = new("执法人员", "Officers");
    public static readonly Phrase Documents = new("文书", "Documents");
    public static readonly Phrase Signatures = new("签名", "Signatures");
    public static readonly Phrase Av = new("音像记录", "Recording");
    public static readonly Phrase Roles = new("可由", "May be recorded by");
    public static readonly Phrase NoText = new("未收录条文", "Text not at hand");
    public static readonly Phrase Gist = new("要旨", "gist");
    public static readonly Phrase Filter = new("在环节、期限和条文中查找", "Search acts, terms and articles");
    public static readonly Phrase Starts = new("起算", "starts with");
    public static readonly Phrase Stops = new("办结", "stops with");
    public static readonly Phrase Advisory = new("提示性目标", "advisory");
    public static readonly Phrase Beside = new("条文对照", "Text and rules");
    public static readonly Phrase BesideHint = new("左为条文原文，右为系统据此执行的规则。", "The regulation's own text on the left, the rules that the system carries out on the right.");
    public static readonly Phrase NoRules = new("本条没有需要执行的规则", "Nothing to carry out");
    public static readonly Phrase Compare = new("与另一制度比较", "Compare with another");
    public static readonly Phrase CompareTitle = new("制度比较", "Compare two regulations");
    public static readonly Phrase First = new("制度一", "First regulation");
    public static readonly Phrase Second = new("制度二", "Second regulation");
    public static readonly Phrase Topic = new("主题", "Topic");
    public static readonly Phrase AllRules = new("同时显示相同的规则", "Show what is the same too");
    public static readonly Phrase Differences = new("比较了 {0} 项规则，{1} 项不同。由制度配置生成，不含人工撰写的内容。", "{0} rules compared, {1} differ. Generated from the profiles; nothing here is written by hand.");
    public static readonly Phrase Item = new("事项", "Matter");
    public static readonly Phrase NoSuchRule = new("无此规定", "no such rule");
    public static readonly Phrase Identical = new("相同", "same");
    public static readonly Phrase NoDifference = new("没有不同之处", "There is no difference");
    public static readonly Phrase ChooseTwo = new("请选择两个不同的制度", "Choose two different regulations");
    public static readonly Phrase UnknownProfile = new("没有制度“{0}”。请从下面的列表中选择。", "There is no regulation \"{0}\". Choose one of the list below.");
    public static readonly Phrase Swap = new("左右互换", "Swap sides");
    public static readonly Phrase Download = new("下载配置原文", "Download the profile");
}
