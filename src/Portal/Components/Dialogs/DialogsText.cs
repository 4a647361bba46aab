using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Dialogs;

internal static class DialogsText
{
    public static readonly Phrase Reason = new("理由", "Reason");
    public static readonly Phrase ReasonMissing = new("请写明理由：它与操作一并记入台账，不能事后补写。", "Give the reason: it is kept with the act and cannot be added later.");
    public static readonly Phrase Do = new("确认{0}", "Confirm: {0}");
    public static readonly Phrase Copy = new("复制", "Copy");
    public static readonly Phrase Copied = new("已复制", "Copied");
    public static readonly Phrase Dismiss = new("关闭提示", "Close the message");
    public static readonly Phrase Messages = new("操作结果", "Results");
}
