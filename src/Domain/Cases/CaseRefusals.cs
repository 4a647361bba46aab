using System.Collections.Immutable;
using Enforcement.Domain.Access;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>The refusals of a case that no profile words: their codes are stable, their words say what to do next.</summary>
internal static class CaseRefusals
{
    internal static Violation NotFound() => new("case.unknown", null, new("没有这个案件", "There is no such case"), new("核对案件编号", "Check the case id"));

    internal static Violation Exists() => new("case.exists", null, new("该案件编号已经立档", "The case already exists"), new("使用新的案件编号", "Use a new case id"));

    internal static Violation UnknownAct(string kind) => new(
        "act.unknown", null, new($"没有名为“{kind}”的执法环节", $"There is no act \"{kind}\""), new("从本案可记录的环节中选择", "Choose one of the acts offered for this case"), "kind");

    internal static Violation OutOfScope(Profile profile, Words what) => new(
        "act.out-of-scope", profile.Scope.Article, new($"“{what.Zh}”不在本机关执法全过程记录的适用范围内", $"\"{what.En}\" lies outside the scope of this bureau's regulation"),
        new("由有权机关办理", "Leave it to the competent organ"), "kind");

    internal static Violation NotOpening(ActRule rule, Words origin) => new(
        "act.cannot-open", rule.Article, new($"“{rule.Name.Zh}”不能作为“{origin.Zh}”案件的首个环节", $"\"{rule.Name.En}\" cannot open a case of origin \"{origin.En}\""),
        new("选择与案件来源相符的首个环节", "Choose a first act that fits the origin"), "kind");

    internal static Violation NotForActType(ActRule rule) => new(
        "act.not-for-this-case", rule.Article, new($"“{rule.Name.Zh}”不适用于本案的执法行为类别", $"\"{rule.Name.En}\" does not belong to this kind of case"),
        new("选择适用于本案类别的环节", "Choose an act of this kind of case"), "kind");

    internal static Violation Role(Words act, string article, ImmutableArray<string> roles) => new(
        "act.role", article,
        new(
            $"当前岗位不能记录“{act.Zh}”（可由：{string.Join('、', roles.Select(role => NameOf(role).Zh))}）",
            $"This role may not record \"{act.En}\" (may: {string.Join(", ", roles.Select(role => NameOf(role).En))})"),
        new("请由有权岗位的人员记录", "Ask a person with one of these roles to record it"));

    private static Words NameOf(string role) => RoleNames.Parse(role) is { } known ? RoleNames.Of(known) : new Words(role, role);

    internal static Violation Once(ActRule rule) => new(
        "act.once", rule.Article, new($"“{rule.Name.Zh}”已经记录，只能记录一次", $"\"{rule.Name.En}\" is already recorded and stands once"),
        new("如有错误，请以更正方式记录", "If it is wrong, record a correction"));

    internal static Violation Future(string member) => new(
        "instant.future", null, new("发生时间晚于系统时间", "The instant lies in the future"), new("填写不晚于现在的时间", "Give an instant not later than now"), member);

    internal static Violation TooLate(int days) => new(
        "instant.too-far-back", null, new($"发生时间早于允许补录的{days}日期限", $"The instant lies more than {days} days back"),
        new("先由分管负责人或主要负责人记录“同意补录”并写明理由，再引用该记录", "Let a leader record the consent to a late entry with a reason, then name that entry"), "occurredAt");

    internal static Violation BadConsent() => new(
        "consent.invalid", null, new("引用的补录同意无效：须为负责人在本案记录、尚未使用的“同意补录”", "The consent named is not a standing, unused consent of a leader in this case"),
        new("引用有效的同意记录", "Name a valid consent"), "consentAct");

    internal static Violation NotDeclared(ActRule rule) => new(
        "instant.not-declared", rule.Article, new($"“{rule.Name.Zh}”在系统内完成，时间由系统记载，不能申报", $"\"{rule.Name.En}\" happens in the system; its instant is not declared"),
        new("不要填写发生时间", "Leave the instant out"), "occurredAt");

    internal static Violation RefersToNothing(ActRule rule, string article) => new(
        "act.refers-to-nothing", article, new($"“{rule.Name.Zh}”所针对的记录不存在或已被更正", $"What \"{rule.Name.En}\" is about is not there or no longer stands"),
        new("先完成所针对的环节", "Record first what it is about"), "refersTo");

    internal static Violation AlreadyDecided(ActRule rule, ActEntry earlier) => new(
        "approval.already-decided", rule.Article,
        new($"“{rule.Name.Zh}”已由{earlier.By.Name}就同一记录作出（{earlier.Id}），不能重复作出", $"\"{rule.Name.En}\" was already given on this entry by {earlier.By.Name} ({earlier.Id})"),
        new("查看已作出的意见；确有错误的以更正方式记录，或由承办人重新提交", "Read what was decided; correct it if it is wrong, or let the handler submit anew"), "refersTo");

    internal static Violation NamesNoMeasure(ActRule rule, int open) => new(
        "approval.names-no-measure", rule.Article,
        new($"本案有{open}项措施等待“{rule.Name.Zh}”，须指明针对哪一项", $"{open} measures wait for \"{rule.Name.En}\": name the one it is about"),
        new("逐项选择所针对的措施记录后分别决定", "Choose the measure, and decide on each of them"), "refersTo");

    internal static Violation SamePerson(OtherPerson other, Words name) => new(
        "act.same-person", other.Article, new($"承办、审核、批准应由不同人员完成：您已办理“{name.Zh}”", $"Handler, reviewer and approver are different people: you recorded \"{name.En}\""),
        new("请由其他人员办理", "Let another person do it"));

    internal static Violation BadCorrection() => new(
        "correction.invalid", null, new("更正须指明本案中有效的同类记录并写明理由", "A correction names a standing entry of the same kind and gives a reason"),
        new("重新选择要更正的记录并填写理由", "Choose the entry again and give the reason"), "corrects");

    internal static Violation UnknownEntry(string member) => new(
        "act.entry-unknown", null, new("本案没有这条记录，或已被更正", "There is no such standing entry in this case"), new("刷新后重新选择", "Refresh and choose again"), member);

    internal static Violation RecordingUnknown() => new(
        "recording.not-linked", null, new("该音像记录未关联到本案", "The recording is not linked in this case"), new("先关联到执法环节", "Link it to an act first"), "recording");

    internal static Violation UnknownClock() => new(
        "clock.unknown", null, new("本案没有这个期限，或已结束", "There is no such open term in this case"), new("刷新后重新选择", "Refresh and choose again"), "clock");

    internal static Violation NoOverride(string article) => new(
        "clock.no-override", article, new("本办法没有允许其他规定替代该期限", "The regulation has no clause that lets another provision replace this term"),
        new("按原期限办理", "Keep the term"), "clock");

    internal static Violation Text(string member, Words what) => new(
        "text.missing", null, new($"缺少{what.Zh}", $"{what.En} is missing"), new($"填写{what.Zh}", $"Give the {what.En.ToLowerInvariant()}"), member);

    /// <summary>What is wrong with a text that somebody typed: not there, too long, or with characters that nobody sees; <see langword="null"/>: nothing.</summary>
    internal static Violation? Fault(string member, Words what, string? text, int max, bool required = true, bool lines = false) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => required ? Text(member, what) : null,
        { Length: var length } when length > max => new(
            "text.too-long", null, new($"{what.Zh}超过{max}字", $"{what.En} is longer than {max} characters"), new("缩短内容", "Shorten it"), member),
        _ when !PlainText.IsClean(text, lines) => new(
            "text.hidden", null, new($"{what.Zh}含有不可见的控制字符", $"{what.En} holds invisible control characters"), new("删去不可见的字符后重新填写", "Remove the characters that cannot be seen"), member),
        _ => null,
    };

    internal static Violation UnknownFinding() => new(
        "finding.unknown", null, new("没有这条待处理的问题", "There is no such open finding"), new("刷新后重新选择", "Refresh and choose again"), "finding");

    internal static Violation Archived(string article) => new(
        "case.archived", article, new("案卷已归档，不能再改动", "The file is archived and takes no more entries"), new("如有需要，记录“其他记录”说明", "Record a plain note if something must be said"));
}
