using Enforcement.Silo.Api;

namespace Enforcement.Silo.Uploads;

/// <summary>Every way in which an upload is refused, each with its stable type.</summary>
internal static class UploadProblems
{
    public static IResult Version() => Problems.Of(
        StatusCodes.Status412PreconditionFailed, "tus-version", "Protocol version not supported", "Send the header Tus-Resumable: 1.0.0.");

    public static IResult ContentType() => Problems.Of(
        StatusCodes.Status415UnsupportedMediaType, "upload-content-type", "Content type not supported", "Chunks are sent as application/offset+octet-stream.");

    public static IResult Header(string detail) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-header", "A header of the upload is missing or malformed", detail);

    public static IResult Metadata(string detail) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-metadata", "The metadata of the upload is malformed", detail);

    public static IResult Empty() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "upload-empty", "The file is empty", "A file without a single byte is no recording. Check the recorder's card.");

    public static IResult TooLarge(string detail) => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "upload-too-large", "The upload is too large", detail);

    public static IResult NotFound() => Problems.Of(
        StatusCodes.Status404NotFound, "upload-unknown", "Upload not found", "Create a new upload.");

    public static IResult Expired() => Problems.Of(
        StatusCodes.Status410Gone, "upload-expired", "The upload has expired", "Create a new upload and send the file again.");

    public static IResult Offset(long offset) => Problems.Of(
        StatusCodes.Status409Conflict, "upload-offset", "The offset does not match",
        $"The next byte expected is {offset}. Ask for the offset with HEAD and go on from there.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["offset"] = offset });

    public static IResult Busy() => Problems.Of(
        StatusCodes.Status423Locked, "upload-busy", "Another request is writing to this upload", "Wait until it has ended, ask for the offset with HEAD and go on from there.");

    public static IResult Checksum() => Problems.Of(
        460, "upload-checksum", "The chunk does not match its checksum", "Nothing of the chunk was kept. Send it again from the same offset.");

    public static IResult Cut(long offset) => Problems.Of(
        StatusCodes.Status400BadRequest, "upload-cut", "The chunk broke off", $"The upload stands at {offset} bytes. Go on from there.");

    public static IResult Complete() => Problems.Of(
        StatusCodes.Status403Forbidden, "upload-complete", "The upload is complete", "What has become an original is not withdrawn.");

    public static IResult Full() => Problems.Of(
        StatusCodes.Status507InsufficientStorage, "storage-full", "The store has no room", "Nothing was lost. Tell the administrator and come back later.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["reason"] = "full" });

    public static IResult NotYet() => Problems.Of(
        StatusCodes.Status503ServiceUnavailable, "upload-not-acknowledged", "The file is stored but not acknowledged yet",
        "Every byte is safe. Ask again with HEAD; do not delete the original before it is acknowledged.");

    public static UploadSettlement Rejected(string reason) => new(
        Accepted: false, null, StatusCodes.Status422UnprocessableEntity, "upload-hash", "The file does not have the declared SHA-256", reason);

    public static IResult Of(UploadSettlement refused) => Problems.Of(
        refused.Status, refused.Code, refused.Title, refused.Detail,
        refused.Violations.IsDefaultOrEmpty
            ? null
            : new Dictionary<string, object?>(StringComparer.Ordinal) { ["violations"] = refused.Violations });
}
