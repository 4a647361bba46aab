using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>Words of the player and of marks.</summary>
internal static class PlayerText
{
    public static readonly Phrase Ask = new("申请调阅", "Ask to see it");
    public static readonly Phrase Purpose = new("调阅目的", "Purpose of viewing");
    public static readonly Phrase Other = new("其他目的", "Another purpose");
    public static readonly Phrase OtherPurpose = new("写明目的", "State the purpose");
    public static readonly Phrase Look = new("查看照片", "Show the photo");
    public static readonly Phrase Audited = new("调阅人、时间和目的将记入保管链。", "Who looked, when and why is written into the custody line.");
    public static readonly Phrase PurposeMissing = new("请先选择或写明调阅目的。", "Choose or state the purpose first.");
    public static readonly Phrase Film = new("录像 {0}", "Film {0}");
    public static readonly Phrase Sound = new("录音 {0}", "Sound {0}");
    public static readonly Phrase CannotPlay = new(
        "不能播放：文件未能通过校验，或浏览器不支持此格式。未通过校验的文件不予提供；请刷新页面查看保管链与问题。",
        "It cannot be played: the file failed its check, or the browser does not know the format. A file that fails its check is not served; reload and look at the custody line and the findings.");
    public static readonly Phrase Seek = new("跳到 {0}：{1}", "Go to {0}: {1}");
    public static readonly Phrase Keys = new("键盘：空格 播放或暂停，← → 后退或前进 5 秒，M 在当前位置标注。", "Keys: space plays and pauses, ← → go 5 s back and forth, M marks the place.");
    public static readonly Phrase Marks = new("时点标注", "Marks");
    public static readonly Phrase NoMarks = new("还没有标注。播放到要说明的画面，按 M 写明内容。", "No mark yet. Play to the place, press M and say what it shows.");
    public static readonly Phrase At = new("位置（时:分:秒）", "Place (h:mm:ss)");
    public static readonly Phrase Text = new("说明内容", "What it shows");
    public static readonly Phrase Add = new("保存标注", "Save the mark");
    public static readonly Phrase Correct = new("更正", "Correct");
    public static readonly Phrase CorrectOf = new("更正标注：{0}", "Correct the mark: {0}");
    public static readonly Phrase Withdraw = new("撤回", "Withdraw");
    public static readonly Phrase WithdrawOf = new("撤回标注：{0}", "Withdraw the mark: {0}");
    public static readonly Phrase WithdrawEffect = new("撤回后不再显示，但标注与撤回原因仍留在保管链中，不能删除。", "It is no longer shown; the mark and the reason stay in the custody line for ever.");
    public static readonly Phrase Reason = new("撤回原因", "Reason");
    public static readonly Phrase MarkEffect = new("标注写入该音像记录的链式存证，只能由本人更正或者撤回，不能删除。", "A mark goes into the recording's ledger; only you can correct or withdraw it, nobody can delete it.");
    public static readonly Phrase BadPlace = new("位置写作 分:秒 或 时:分:秒，例如 1:25。", "Write the place as m:ss or h:mm:ss, such as 1:25.");

    public static readonly Phrase[] Purposes =
    [
        new("办案复核", "Checking a case"),
        new("整理案卷", "Putting the file in order"),
        new("法制审核", "Legal review"),
        new("执法监督检查", "Supervision"),
        new("复议、诉讼应诉", "Review or litigation"),
        new("当事人依法查阅", "Inspection by the party"),
    ];
}
