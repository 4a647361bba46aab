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
}
