using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Forms;

internal static class DraftText
{
    public static readonly Phrase Restored = new("已恢复 {0} 的草稿", "The draft of {0} was restored");
    public static readonly Phrase Discard = new("丢弃草稿", "Discard the draft");
    public static readonly Phrase DiscardEffect = new("丢弃后已填写的内容不能找回。", "What you typed cannot be brought back.");
    public static readonly Phrase DiscardYes = new("确定丢弃", "Discard it");
    public static readonly Phrase Keep = new("继续填写", "Go on typing");
    public static readonly Phrase Bar = new("草稿", "Draft");
    public static readonly Phrase Recorded = new("草稿保存后，本人已记录过同一环节（{0}）。请核对是否已经提交，避免重复记录。", "After this draft began, you recorded the same act ({0}). Check whether it was submitted already.");
    public static readonly Phrase Mine = new("我的草稿", "My drafts");
    public static readonly Phrase SavedAt = new("保存于 {0}", "saved {0}");
    public static readonly Phrase DiscardOf = new("丢弃草稿“{0}”？", "Discard the draft \"{0}\"?");
    public static readonly Phrase Decided = new("{0}已于{1}作出“{2}”，这份草稿不再需要，可以丢弃。", "{0} decided on {1} ({2}); this draft is not needed any more and may be discarded.");
    public static readonly Phrase ToDecision = new("查看决定", "Look at the decision");
    public static readonly Phrase All = new("显示全部 {0} 份", "Show all {0}");
    public static readonly Phrase Unnamed = new("未填写案由的新案", "A new case without a cause");
    public static readonly Phrase Another = new("另立新案", "Start another case");
    public static readonly Phrase Started = new("此草稿的案件已经登记：", "The case of this draft was started: ");
}
