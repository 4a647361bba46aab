namespace Enforcement.Domain.Recorders;

/// <summary>The refusals of the register of recorders.</summary>
internal static class RecorderRefusals
{
    internal static Violation Unknown() => new("recorder.unknown", null, new("没有登记过这台执法记录仪", "There is no such recorder"), new("先登记执法记录仪", "Register it first"), "recorder");

    internal static Violation Model() => new("recorder.model", null, new("型号为空、超过100字或含不可见字符", "The model is empty, longer than 100 characters or holds invisible ones"), new("填写型号", "Give the model"), "model");

    internal static Violation Serial() => new("recorder.serial", null, new("序列号为空、超过64字或含不可见字符", "The serial number is empty, longer than 64 characters or holds invisible ones"), new("按机身标签填写序列号", "Give the number on the device's label"), "serial");

    internal static Violation IdTaken(string by) => new("recorder.id-similar", null, new($"已有编号“{by}”，仅大小写不同", $"There is a recorder \"{by}\": the ids differ by case alone"), new("核对编号，使用已有的写法", "Check the id and write it as it stands"), "id");

    internal static Violation SerialTaken(string serial, string by, string? article) => new(
        "recorder.serial-taken", article, new($"序列号“{serial}”已用于在用的执法记录仪 {by}", $"The serial number \"{serial}\" belongs to recorder {by}, which is in service"), new($"核对机身标签；如为同一台，请改用编号 {by}", $"Check the label; if it is the same device, use the id {by}"), "serial");

    internal static Violation Storage() => new("recorder.storage", null, new("存储容量应为0至100 TB", "The size of the store is from 0 to 100 TB"), new("以字节填写容量；不详时填0", "Give it in bytes, 0 when unknown"), "storageBytes");

    internal static Violation Note(string member) => new("recorder.note", null, new("备注超过500字或含不可见字符", "The remark is longer than 500 characters or holds invisible ones"), new("改短备注，删去不可见字符", "Shorten it, without invisible characters"), member);

    internal static Violation Reason(string member) => new("recorder.reason", null, new("未写明原因，或超过500字、含不可见字符", "No reason is given, or it is longer than 500 characters or holds invisible ones"), new("写明原因", "Give the reason"), member);

    internal static Violation Retired(string? article) => new("recorder.retired", article, new("该执法记录仪已报废", "The recorder is retired"), new("另行登记、领用其他执法记录仪", "Register or issue another one"), "recorder");

    internal static Violation Moves(RecorderStage stage, string? article) => new(
        "recorder.not-in-store", article, new($"执法记录仪{StageZh(stage)}，不能调往其他单位", $"The recorder is {StageEn(stage)} and cannot move to another bureau"), new("先归还入库或完成维修，再变更所属单位", "Bring it back into the store first, then change its bureau"), "bureau");

    internal static Violation UnknownOfficer(string id) => new("officer.unknown", null, new($"“{id}”不是本单位在职执法人员", $"\"{id}\" is no officer in service of this bureau"), new("从本单位执法人员名册中选择", "Choose from the bureau's register of officers"), "officerId");

    internal static Violation Held(RecorderHolding holder, string? article) => new(
        "recorder.held", article, new($"该执法记录仪由{holder.OfficerName}领用，尚未归还", $"{holder.OfficerName} holds the recorder and has not returned it"), new("先办理归还，再领用", "Return it first, then issue it"), "officerId");

    internal static Violation InRepair() => new("recorder.in-repair", null, new("该执法记录仪正在维修", "The recorder is in repair"), new("先登记修复，再办理", "Enter that it is repaired first"), "recorder");

    internal static Violation NotInRepair() => new("recorder.not-in-repair", null, new("该执法记录仪不在维修中", "The recorder is not in repair"), new("核对编号；如需维修，先办理送修", "Check the id; to repair it, send it to repair first"), "done");

    internal static Violation RetiredOtherwise() => new("recorder.retired-already", null, new("该执法记录仪已以其他原因报废", "The recorder is retired already, for another reason"), new("报废不可更改；需要补充说明时写入发现问题的处理意见", "That is final; add words to the finding, if there is one"), "reason");

    internal static Violation File() => new("recorder.file", null, new("文件编号为空、超过200字或含不可见字符", "The file's id is empty, longer than 200 characters or holds invisible ones"), new("核对设备上报的文件编号", "Check what the device sends"), "file");

    internal static Violation FileReused(string file) => new("recorder.file-reused", null, new($"文件编号“{file}”此前已用于另一段录制", $"The file id \"{file}\" stood for another recording before"), new("设备的文件编号须终身唯一：请升级或设置设备", "Ids of files are unique for a device for ever: update or configure it"), "file");

    internal static Violation Hash() => new("recorder.file-facts", null, new("文件大小为负，或摘要不是64位小写十六进制", "The size is negative, or the hash is not 64 lower-case hexadecimal digits"), new("核对设备上报的大小与摘要", "Check what the device sends"), "sha256");

    internal static Violation Fault() => new("recorder.fault", null, new("故障代码应为1至64个可见字符，说明不超过500字", "A fault has a code of 1 to 64 visible characters and a detail of at most 500"), new("核对设备上报的故障", "Check what the device sends"), "code");

    internal static Violation UnknownRecording() => new("recorder.recording-unknown", null, new("该执法记录仪没有上报过这段录制", "The recorder never told of that recording"), new("核对录制编号", "Check the id"), "recording");

    internal static Violation UnknownFinding() => new("finding.unknown", null, new("没有这个问题，或已有其他处理意见", "There is no such finding, or it is resolved with other words"), new("核对问题编号", "Check the id"), "finding");

    internal static Violation Resolution() => new("finding.resolution", null, new("未写处理意见", "The resolution is missing"), new("写明处理意见", "Say what was done"), "resolution");

    private static string StageZh(RecorderStage stage) => stage is RecorderStage.Issued ? "已被领用" : "正在维修";

    private static string StageEn(RecorderStage stage) => stage is RecorderStage.Issued ? "issued" : "in repair";
}
