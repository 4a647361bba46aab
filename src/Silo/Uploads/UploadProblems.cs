using Enforcement.Domain;
using Enforcement.Silo.Api;

namespace Enforcement.Silo.Uploads;

/// <summary>Every way in which an upload is refused, each with its stable type.</summary>
internal static class UploadProblems
{
    private static readonly Words HashTitle = new("文件与申报的 SHA-256 不符", "The file does not have the declared SHA-256");
    private static readonly Words TooLargeTitle = new("上传内容过大", "The upload is too large");

    public static IResult Version() => Problems.Of(
        StatusCodes.Status412PreconditionFailed, "tus-version",
        new Words("不支持此上传协议版本", "Protocol version not supported"),
        new Words("请发送请求头 Tus-Resumable: 1.0.0。", "Send the header Tus-Resumable: 1.0.0."));

    public static IResult ContentType() => Problems.Of(
        StatusCodes.Status415UnsupportedMediaType, "upload-content-type",
        new Words("不支持此内容类型", "Content type not supported"),
        new Words("数据块须以 application/offset+octet-stream 发送。", "Chunks are sent as application/offset+octet-stream."));

    public static IResult Header(Words detail) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-header", new Words("上传请求头缺失或格式错误", "A header of the upload is missing or malformed"), detail);

    public static IResult Metadata(Words detail) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-metadata", new Words("上传元数据格式错误", "The metadata of the upload is malformed"), detail);

    public static IResult Empty() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "upload-empty",
        new Words("文件为空", "The file is empty"),
        new Words("没有任何内容的文件不是音像记录，请检查执法记录仪的存储卡。", "A file without a single byte is no recording. Check the recorder's card."));

    public static IResult TooLarge(long largest) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "upload-too-large", TooLargeTitle,
        new Words($"可接收的最大文件为 {largest} 字节。", $"The largest file that is taken has {largest} bytes."));

    public static IResult TooLong(long length, long offset) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "upload-too-large", TooLargeTitle,
        new Words(
            $"申报 {length} 字节，已到达 {offset} 字节，本数据块超出其余部分。",
            $"{length} bytes were declared, {offset} have arrived, and the chunk holds more than the rest."));

    public static IResult NotFound() => Problems.Of(
        StatusCodes.Status404NotFound, "upload-unknown", new Words("没有此上传任务", "Upload not found"), new Words("请新建上传任务。", "Create a new upload."));

    public static IResult Expired() => Problems.Of(
        StatusCodes.Status410Gone, "upload-expired",
        new Words("上传任务已过期", "The upload has expired"),
        new Words("请新建上传任务并重新发送文件。", "Create a new upload and send the file again."));

    public static IResult Offset(long offset) => Problems.Of(
        StatusCodes.Status409Conflict, "upload-offset",
        new Words("偏移量不符", "The offset does not match"),
        new Words($"下一个字节应为第 {offset} 字节，请以 HEAD 查询后续传。", $"The next byte expected is {offset}. Ask for the offset with HEAD and go on from there."),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["offset"] = offset });

    public static IResult Busy() => Problems.Of(
        StatusCodes.Status423Locked, "upload-busy",
        new Words("另一请求正在写入此上传任务", "Another request is writing to this upload"),
        new Words("请等待其结束，以 HEAD 查询偏移量后续传。", "Wait until it has ended, ask for the offset with HEAD and go on from there."));

    public static IResult Checksum() => Problems.Of(
        460, "upload-checksum",
        new Words("数据块与校验和不符", "The chunk does not match its checksum"),
        new Words("该数据块未保留，请从同一偏移量重新发送。", "Nothing of the chunk was kept. Send it again from the same offset."));

    public static IResult Cut(long offset) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-cut",
        new Words("数据块中断", "The chunk broke off"),
        new Words($"已保存 {offset} 字节，请从此处续传。", $"The upload stands at {offset} bytes. Go on from there."));

    public static IResult Complete() => Problems.Of(
        StatusCodes.Status403Forbidden, "upload-complete",
        new Words("上传已完成", "The upload is complete"),
        new Words("已成为原始文件的，不得撤回。", "What has become an original is not withdrawn."));

    public static IResult Full() => Problems.Of(
        StatusCodes.Status507InsufficientStorage, "storage-full",
        new Words("存储空间不足", "The store has no room"),
        new Words("已到达的内容没有丢失，请联系管理员后再试。", "Nothing was lost. Tell the administrator and come back later."),
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["reason"] = "full" });

    public static IResult NotYet() => Problems.Of(
        StatusCodes.Status503ServiceUnavailable, "upload-not-acknowledged",
        new Words("文件已存储，尚未确认接收", "The file is stored but not acknowledged yet"),
        new Words(
            "所有内容均已安全保存，请稍后以 HEAD 查询；确认接收前不得删除原件。",
            "Every byte is safe. Ask again with HEAD; do not delete the original before it is acknowledged."));

    public static UploadSettlement Rejected(string actualSha256) => new(
        Accepted: false, null, StatusCodes.Status422UnprocessableEntity, "upload-hash", HashTitle,
        new Words(
            $"文件的 SHA-256 为 {actualSha256}，与申报不符，已另行保存，未予采用。",
            $"The file has SHA-256 {actualSha256}, not the declared one. It is kept apart and not used."));

    public static IResult Of(UploadSettlement refused) => new Problem(
        refused.Status, refused.Code, refused.Title, refused.Detail, refused.Rules.IsDefault ? [] : refused.Rules);
}
