using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Law;

internal static class LawText
{
    public static readonly Phrase Read = new("查看条文 {0}", "Read article {0}");
    public static readonly Phrase Gist = new("此处为条文要旨。", "This is the gist of the article.");
    public static readonly Phrase Unknown = new("系统未收录该条文。", "The text of this article is not at hand.");
    public static readonly Phrase Refused = new("未能提交：有 {0} 处不符合规定", "Not accepted: {0} rule(s) broken");
    public static readonly Phrase Next = new("下一步：", "Next: ");
    public static readonly Phrase GoTo = new("转到该项", "Go to the field");
}
