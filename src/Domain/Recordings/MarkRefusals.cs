namespace Enforcement.Domain.Recordings;

/// <summary>The refusals of marks.</summary>
internal static class MarkRefusals
{
    internal static Violation NoFile() => new("mark.no-file", null, new("音像文件尚未移交，不能标注", "The file has not been handed in; there is nothing to mark"), new("移交后再标注", "Hand it in first"), "recording");

    internal static Violation Exists() => new("mark.exists", null, new("该编号的标注已存在，内容不同", "A mark with this id says something else"), new("使用新的编号", "Use a new id"), "mark");

    internal static Violation BadId() => new("mark.id", null, new("标注编号须为1至64个小写字母、数字或连字符", "A mark's id has 1 to 64 lower-case letters, digits and hyphens"), new("使用新的编号", "Use a new id"), "mark");

    internal static Violation Text(string member) => new("mark.text", null, new("文字为空、超过200字或含不可见字符", "The text is empty, longer than 200 characters or holds invisible characters"), new("填写1至200字", "Write 1 to 200 characters"), member);

    internal static Violation Outside() => new("mark.outside", null, new("标注的时间不在该音像记录之内", "The place lies outside the recording"), new("核对时间", "Check the position"), "atMs");

    internal static Violation TooMany(int most) => new("mark.too-many", null, new($"一份音像记录最多{most}条标注", $"A recording has at most {most} marks"), new("更正或撤回已有的标注", "Correct or withdraw marks that stand"), "mark");

    internal static Violation Unknown() => new("mark.unknown", null, new("没有这条标注，或已被更正、撤回", "There is no such mark, or it was corrected or withdrawn"), new("刷新页面", "Reload the page"), "mark");

    internal static Violation NotYours() => new("mark.not-yours", null, new("标注只能由作出标注的人更正或者撤回", "Only who made a mark corrects it or takes it back"), new("另作一条标注说明", "Add a mark of your own"), "mark");
}
