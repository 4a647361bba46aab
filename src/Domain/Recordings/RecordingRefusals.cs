using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recordings;

/// <summary>The refusals of a recording.</summary>
internal static class RecordingRefusals
{
    internal static Violation Unannounced() => new("recording.unknown", null, new("没有登记过这份音像记录", "The recording was never announced"), new("先登记音像记录", "Announce it first"), "recording");

    internal static Violation Announced() => new("recording.exists", null, new("该编号的音像记录已登记，内容不同", "A recording with this id is announced with other particulars"), new("使用新的编号", "Use a new id"), "recording");

    internal static Violation UnknownOfficer(string id) => new("officer.unknown", null, new($"执法人员“{id}”未登记或已停用", $"Officer \"{id}\" is not registered or not in service"), new("从执法人员名册中选择", "Choose from the register of officers"), "officerId");

    internal static Violation EndsBeforeStart() => new("recording.ends-before-start", null, new("结束时间早于开始时间", "It ends before it begins"), new("核对起止时间", "Check the instants"), "endedAt");

    internal static Violation TooOld() => new("recording.too-old", null, new("开始时间早于十年前", "It began more than ten years ago"), new("核对开始时间", "Check the instant"), "startedAt");

    internal static Violation BadPlace() => new("recording.text", null, new("地点超过200字或含有不可见的控制字符", "The place is longer than 200 characters or holds invisible control characters"), new("缩短或重新填写地点", "Shorten it or write it anew"), "place");

    internal static Violation BadRecorder() => new("recording.text", null, new("记录仪编号为空、超过64字或含有不可见的控制字符", "The recorder is empty, longer than 64 characters or holds invisible control characters"), new("核对设备上的编号", "Check the number on the device"), "recorderId");

    internal static Violation EndedAlready() => new("recording.ended-already", null, new("结束时间已经登记", "Its end is known already"), new("无需再次登记", "Nothing to do"), "endedAt");

    internal static Violation OriginalKept(string article) => new("recording.original-kept", article, new("该音像记录已有原始文件，不得替换", "The recording has its original file, which is never replaced"), new("作为新的音像记录登记", "Announce it as another recording"), "file");

    internal static Violation LinkedElsewhere(string number) => new("recording.linked-elsewhere", null, new($"该音像记录已关联到案件{number}", $"The recording is linked to case {number}"), new("选择其他音像记录", "Choose another recording"), "recording");

    internal static Violation NoRemoteWork(string article) => new("remote-work.none", article, new("本机关的规定没有异地、连续工作的例外", "The bureau's regulation knows no exemption for remote work"), new("按期移交", "Hand it in within the term"));

    internal static Violation NothingRuns(string article) => new("remote-work.nothing-runs", article, new("移交期限没有在进行", "No hand-in term is running"), new("无需申报", "Nothing to declare"));

    internal static Violation RemoteTooLate(string article) => new("remote-work.too-late", article, new("移交期限已过，不能再申报异地、连续工作", "The term has passed; remote work must be declared before"), new("尽快移交，由监督人员处理", "Hand it in now; the supervisor decides"));

    internal static Violation ReturnedAlready(string article) => new("remote-work.returned", article, new("已申报返回单位", "The return is declared already"), new("按返回后的期限移交", "Hand it in within the term from the return"));

    internal static Violation UnknownGround(RemoteWorkRule rule) => new("remote-work.ground", rule.Article, new($"事由应为：{string.Join('、', rule.Grounds.Select(g => g.Name.Zh))}", $"The ground is one of: {string.Join(", ", rule.Grounds.Select(g => g.Name.En))}"), new("选择事由", "Choose the ground"), "ground");

    internal static Violation RemoteReason(string article) => new("remote-work.reason", article, new("应写明确实不能及时移交的原因", "State why it really cannot be handed in"), new("填写原因", "Give the reason"), "reason");

    internal static Violation NotRemote() => new("remote-work.not-declared", null, new("没有申报过异地、连续工作", "Remote work was never declared"), new("无需申报返回", "Nothing to declare"));

    internal static Violation ReturnBeforeEnd() => new("remote-work.return-before-end", null, new("返回时间早于音像记录结束时间", "The return lies before the end of the recording"), new("核对时间", "Check the instant"), "returnedAt");
}
