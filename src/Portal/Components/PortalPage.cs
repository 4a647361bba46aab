using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Enforcement.Portal.Components;

/// <summary>What every page does alike: it stops asking when it is left, and says in words when the system did not answer.</summary>
public abstract partial class PortalPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private bool _left;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>What went wrong, for the reader; <see langword="null"/>: nothing.</summary>
    protected string? Failure { get; set; }

    /// <summary>Whether a command is on its way.</summary>
    protected bool Busy { get; private set; }

    /// <summary>Does something that may fail: on failure the page keeps what it shows and says so.</summary>
    protected async Task<bool> TryAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            Busy = true;
            Failure = null;
            await work();
            return true;
        }
        catch (OperationCanceledException) when (_left)
        {
            return false;
        }
        catch (Exception failure) when (failure is not NavigationException)
        {
            Failure = CommonText.Failed;
            LogFailed(Loggers.CreateLogger(GetType()), failure);
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Does something that the reader did not ask for, such as reading anew: a failure is logged, and what is shown and said stays.</summary>
    protected async Task<bool> QuietlyAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (_left && failure is OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
        catch (Exception failure) when (failure is not NavigationException)
        {
            LogFailed(Loggers.CreateLogger(GetType()), failure);
            return false;
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_left)
        {
            _left = true;
            _leaving.Cancel();
            _leaving.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page could not do what was asked")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
