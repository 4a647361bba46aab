using System.Globalization;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Pages.Recordings;
using Enforcement.Silo.Access;
using Enforcement.Silo.Export;
using Enforcement.Silo.Time;

namespace Enforcement.Silo.Api;

/// <summary>The filtered library of recordings as CSV, written page by page while it is read.</summary>
internal static class RecordingExport
{
    private const int Batch = 500;

    private static readonly Phrase[] Heads =
    [
        new("编号", "Id"), new("单位", "Bureau"), new("类型", "Kind"), new("录制开始", "Started"), new("录制结束", "Ended"), new("录制人", "Officer"),
        new("记录仪编号", "Recorder"), new("地点", "Place"), new("状态", "State"), new("移交期限", "Hand-in due"), new("期限状态", "Term"), new("入库时间", "Stored"),
        new("文件名", "File"), new("字节数", "Bytes"), new("SHA-256", "SHA-256"), new("案号", "Case number"), new("环节", "Act"),
    ];

    public static async Task WriteAsync(
        [AsParameters] RecordingExportQuery query, HttpContext http, IRecordingReadModel reads, IAccess access, LegalClock clock, CancellationToken cancellationToken)
    {
        var now = clock.Display;
        var (scope, filter) = (access.ScopeOf(http.User, Permissions.RecordingsRead).Narrow(LibraryAddress.Blank(query.Bureau)), query.ToFilter(now));
        var response = http.Response;
        response.ContentType = CsvText.ContentType + "; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"recordings-{now.ToOffset(Dates.Offset):yyyyMMdd-HHmm}.csv\"");
        await using var text = CsvText.Writer(response.Body);
        await text.WriteLineAsync(CsvText.Line(Heads.Select(head => (string?)head.ToString())));
        for (string? cursor = null; ;)
        {
            var page = await reads.LibraryAsync(scope, filter, new PageRequest(Batch, cursor), cancellationToken);
            foreach (var row in page.Rows)
            {
                await text.WriteLineAsync(CsvText.Line(Cells(row)));
            }

            if ((cursor = page.Next) is null)
            {
                return;
            }
        }
    }

    private static IEnumerable<string?> Cells(RecordingRow row) =>
    [
        row.RecordingId, row.Bureau, Names.Mode(row.Mode), Dates.Iso(row.StartedAt), Iso(row.EndedAt), row.OfficerName, row.RecorderId, row.Place,
        Names.RecordingState(row.State), Iso(row.HandInDueAt), Names.Phase(row.HandInState), Iso(row.StoredAt), row.FileName,
        row.Size?.ToString(CultureInfo.InvariantCulture), row.Sha256, row.CaseNumber, row.ActId,
    ];

    private static string? Iso(DateTimeOffset? instant) => instant is { } at ? Dates.Iso(at) : null;
}
