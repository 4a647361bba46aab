using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>Words of the hand-in of many files.</summary>
internal static class UploadText
{
    public static readonly Phrase Title = new("批量移交音像文件", "Hand in many files");
    public static readonly Phrase LeadChoose = new("选择", "Choose");
    public static readonly Phrase LeadDrop = new("或拖入", " or drop");
    public static readonly Phrase Lead = new(
        "执法记录仪导出的文件，系统按编号、文件名中的时间或记录仪编号找到对应的登记；找不到的，由您选择或就地登记。",
        " the files from the recorders. Each is matched to its announced recording by id, by the time in its name or by the recorder; where none stands out, you choose or announce it here.");
    public static readonly Phrase Help = new("中断、重新载入或关闭浏览器之后", "After a cut, a reload or a closed browser");

    public static readonly Phrase[] Lines =
    [
        new("网络中断时自动重试；仍未恢复的，按“继续”从断点续传。", "After a cut it tries again by itself; if that does not help, press “Go on”: it goes on where it stopped."),
        new("重新载入或关闭浏览器后，本页会列出没有传完的文件。浏览器不保留文件内容，请再次选择同一文件；浏览器支持时，按“继续上传”即可。", "After a reload or a closed browser this page lists what was not finished. Browsers do not keep files: choose the same file again, or press “Upload on” where the browser offers it."),
        new("登录失效时，请在新窗口重新登录，再按“继续”。", "When the session has ended, sign in in a new window and press “Go on”."),
        new("入库后显示服务器计算的 SHA-256，并与本机计算的比较；一致之前，请勿删除原件。", "Once stored, the server's SHA-256 is shown and compared with the one computed here. Do not delete the original before they agree."),
    ];
}
