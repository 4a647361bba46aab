using System.Globalization;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Silo.Api;
using Enforcement.Silo.Time;
using Microsoft.Net.Http.Headers;

namespace Enforcement.Silo.Export;

/// <summary>The address of an export: a format, and the filters of the list.</summary>
internal sealed class CaseExportQuery : CaseFilterQuery
{
    public string? Format { get; init; }
}

/// <summary>Sends the list of cases as a file, piece by piece: however long it is, a piece is all that is held.</summary>
internal static partial class CaseExport
{
    private static readonly string[] Formats = ["csv", "xlsx"];

    public static async Task<IResult> WriteAsync(
        [AsParameters] CaseExportQuery query,
        HttpContext http,
        IReadModel reads,
        IAccess access,
        LegalClock clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (query.Format is null || !Formats.Contains(query.Format, StringComparer.Ordinal))
        {
            return Paging.Bad("format", "format 须为 csv 或 xlsx。", "format is csv or xlsx.");
        }

        var now = clock.Display;
        var asked = await CaseListFilters.ReadAsync(query, http, reads, access, now, cancellationToken);
        if (asked.Refusal is { } refusal)
        {
            return refusal;
        }

        if (query.Format == "xlsx"
            && (await reads.CasesAsync(asked.Scope, asked.Query, new PageRequest(1, WithCount: true), cancellationToken)).Count is { } length
            && TooLong(query.Format, length) is { } tooLong)
        {
            return tooLong;
        }

        var bureaus = await BureauNames.OfAsync(reads, asked.Scope, cancellationToken);
        var caller = http.User.ToCaller("read");
        var filters = http.Request.QueryString.Value ?? "";
        var logger = loggers.CreateLogger(typeof(CaseExport));
        LogBegun(logger, caller.Id, caller.Role, caller.Bureau, query.Format, filters);

        var response = http.Response;
        response.ContentType = query.Format == "csv" ? CsvCaseSheet.ContentType + "; charset=utf-8" : XlsxCaseSheet.ContentType;
        ContentDispositionHeaderValue disposition = new("attachment");
        disposition.SetHttpFileName($"{CaseSheet.Title}-{Dates.DayOf(now):yyyy-MM-dd}.{query.Format}");
        response.Headers.ContentDisposition = disposition.ToString();

        var rows = await SendAsync(query.Format, response.Body, CaseSheet.Columns(bureaus), reads.AllCasesAsync(asked.Scope, asked.Query, cancellationToken), About, cancellationToken);
        LogDone(logger, caller.Id, query.Format, rows);
        return Results.Empty;

        IReadOnlyList<(string, string)> About(long count) => CaseExportText.About(caller, now, query, bureaus, count);
    }

    /// <summary>A workbook holds only so many rows; a list that is cut would not say so.</summary>
    /// <returns>The problem, or <see langword="null"/>.</returns>
    public static IResult? TooLong(string format, long count) =>
        format == "xlsx" && count > XlsxCaseSheet.MostRows
            ? Paging.Bad(
                "format",
                FormattableString.Invariant($"清单有 {count:N0} 件，超过一张工作表可容纳的 {XlsxCaseSheet.MostRows:N0} 行。请缩小查询条件，或改用 csv 导出。"),
                FormattableString.Invariant($"The list has {count:N0} cases; a sheet holds {XlsxCaseSheet.MostRows:N0} rows. Narrow the list, or export it as csv."))
            : null;

    /// <summary>Writes rows as they come and sends each piece on.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<long> SendAsync(
        string format,
        Stream target,
        CaseSheetColumn[] columns,
        IAsyncEnumerable<System.Collections.Immutable.ImmutableArray<CaseRow>> pieces,
        Func<long, IReadOnlyList<(string Name, string Value)>> about,
        CancellationToken cancellationToken)
    {
        await using DrainStream held = new();
        using ICaseSheet sheet = format == "csv" ? new CsvCaseSheet(held, columns) : new XlsxCaseSheet(held, columns);
        sheet.Begin();
        var count = 0L;
        await foreach (var piece in pieces.WithCancellation(cancellationToken))
        {
            foreach (var row in piece)
            {
                sheet.Row(row);
            }

            count += piece.Length;
            await held.DrainAsync(target, cancellationToken);
        }

        sheet.End(about(count));
        await held.DrainAsync(target, cancellationToken);
        return count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Person} ({Role} of {Bureau}) exports a list of cases as {Format}: {Filters}")]
    private static partial void LogBegun(ILogger logger, string person, string role, string bureau, string format, string filters);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Person} exported {Count} cases as {Format}")]
    private static partial void LogDone(ILogger logger, string person, string format, long count);
}
