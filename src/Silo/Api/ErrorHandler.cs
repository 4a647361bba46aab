using System.Text.Json;
using Enforcement.Domain;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Time;
using Microsoft.AspNetCore.Diagnostics;

namespace Enforcement.Silo.Api;

/// <summary>Turns whatever was thrown into a problem with a stable type. What it does not know is a bug: it is logged, and the client learns nothing of it but the correlation id.</summary>
internal sealed partial class ErrorHandler(ILogger<ErrorHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            return true; // the client has left; there is nobody to answer
        }

        var problem = ProblemOf(exception);
        if (problem is null)
        {
            LogBug(exception, httpContext.Request.Method, httpContext.Request.Path, Correlation.Of(httpContext));
            problem = Problems.Of(
                StatusCodes.Status500InternalServerError,
                "internal",
                new Words("系统内部错误", "Internal error"),
                new Words("操作未完成。请重试；如仍失败，请将关联编号报告管理员。", "Nothing was done. Try again; if it fails again, tell the administrator the correlation id."));
        }

        if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            await UnreadBody.DropAsync(httpContext);
        }

        await (ErrorPage.Wanted(httpContext.Request) ? new ErrorPage(problem) : problem).ExecuteAsync(httpContext);
        return true;
    }

    private static IResult? ProblemOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(),
        BadHttpRequestException { Message: var words } when words.Contains("body was provided", StringComparison.Ordinal) => JsonProblems.NoBody(),
        BadHttpRequestException { InnerException: JsonException json } => JsonProblems.Of(json),
        JsonException json => JsonProblems.Of(json),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.Of(
            415, "request.media-type", new Words("不支持的内容类型", "Unsupported media type"), new Words("请以 application/json 发送。", "Send application/json.")),
        BadHttpRequestException bad => Problems.Of(
            bad.StatusCode, "request.malformed", new Words("请求格式错误", "Malformed request"), new Words($"请求无法读取：{bad.Message}", bad.Message)),
        ClockBehindException behind => Problems.Of(
            503,
            "clock.behind",
            new Words("系统时钟落后，暂停办理", "The system clock is behind"),
            new Words(
                $"系统时钟（{behind.SystemClock:O}）早于最后一条记录（{behind.LastEntry:O}）。请校准时钟；确需继续的，由管理员在“时钟”中登记原因。",
                $"The system clock ({behind.SystemClock:O}) is behind the last entry ({behind.LastEntry:O}). Set it right; if work must go on, an administrator records a reason at POST /api/v1/clock/accept."),
            new Dictionary<string, object?> { ["systemClock"] = behind.SystemClock, ["lastEntry"] = behind.LastEntry }),
        StoreUnavailableException store => Problems.Of(
            503,
            $"store.{store.Reason}",
            new Words("存储暂不可用", "The store cannot serve now"),
            StoreDetail(store.Reason)),
        LedgerCorruptedException corrupted => Problems.Of(
            500,
            "ledger.corrupted",
            new Words("账本校验失败", "The ledger does not verify"),
            new Words(
                $"{corrupted.Stream} 第 {corrupted.Sequence} 条与当初写入的内容不符，已停止办理。请立即通知管理员。",
                $"{corrupted.Stream}, entry {corrupted.Sequence}, is not what was written. Work on it has stopped. Tell the administrator at once.")),
        CommandConflictException conflict => Problems.Of(
            409,
            "command.conflict",
            new Words("命令编号冲突", "Command id conflict"),
            new Words($"命令编号 {conflict.CommandId} 已用于另一项内容不同的命令。请使用新的编号。", $"The command id {conflict.CommandId} was used with another payload. Use a new one.")),
        SequenceConflictException => Problems.Of(
            409,
            "sequence.conflict",
            new Words("记录已被他人更新", "The record has moved on"),
            new Words("请刷新后重试。", "Reload and try again.")),
        TimeoutException => Problems.Of(
            503,
            "timeout",
            new Words("处理超时", "No answer in time"),
            new Words("请以同一命令编号重试；已办成的不会重复办理。", "Try again with the same command id; what was done is not done twice.")),
        _ => null,
    };

    private static Words StoreDetail(string reason) => reason switch
    {
        StoreUnavailableException.Full => new("磁盘空间不足，未写入任何内容。请管理员清理磁盘后重试。", "The disk is full; nothing was written. Free space and try again."),
        StoreUnavailableException.Corrupt => new("数据库文件已损坏，未写入任何内容。请管理员从备份恢复。", "The database file is damaged; nothing was written. Restore it from a backup."),
        StoreUnavailableException.Locked => new("数据库被其他进程占用，未写入任何内容。请稍后重试。", "Another process holds the database; nothing was written. Try again in a moment."),
        _ => new("未写入任何内容。请稍后重试；如仍失败，请通知管理员。", "Nothing was written. Try again in a moment; if it fails again, tell the administrator."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, correlation {Correlation}")]
    private partial void LogBug(Exception exception, string method, string path, string correlation);
}
