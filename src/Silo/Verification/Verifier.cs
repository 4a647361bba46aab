using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Media;
using Enforcement.Silo.Hosting;
using Enforcement.Storage.Audit;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Verification;

/// <summary>Re-computes the whole ledger and reads every stored file again, in the background and beside the work, when an administrator asks.</summary>
internal sealed partial class Verifier(
    Installation installation, ILedgerInfo ledger, IMediaStore media, IMediaAlarm alarm, MediaChecks checks, TimeProvider machine, ILogger<Verifier> logger) : IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile VerificationView _view = VerificationView.None;
    private Task _run = Task.CompletedTask;

    /// <summary>Where the present or last verification stands.</summary>
    public VerificationView View => _view;

    /// <summary>Begins one; one that runs is left alone.</summary>
    /// <param name="by">The name of the person who asks.</param>
    public VerificationView Begin(string by)
    {
        lock (_lock)
        {
            if (_view.Status != VerificationView.Running)
            {
                _view = VerificationView.None with { Status = VerificationView.Running, StartedAt = machine.GetUtcNow() };
                _run = Task.Run(() => RunAsync(by, _stopping.Token));
            }

            return _view;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _run.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(string by, CancellationToken cancellationToken)
    {
        try
        {
            _view = _view with { EntriesTotal = (await ledger.HeadAsync(cancellationToken)).Count };
            var progress = new LedgerProgress(count => _view = _view with { Entries = count }, cancellationToken);
            var report = SqliteAudit.Run(installation.Folder, [], progress, new EventAudit(), new ProfileAudit());
            _view = (_view with { Entries = report.Entries, EntriesTotal = report.Entries, Root = report.Root }).With(report.Faults);
            await ReadMediaAsync(by, progress, cancellationToken);
            End(_view.Faults.IsEmpty ? VerificationView.Sound : VerificationView.Unsound);
        }
        catch (OperationCanceledException)
        {
            End(VerificationView.Failed, "The program stopped before the end.");
        }
#pragma warning disable CA1031 // Whatever kept it from being carried out is told to whoever asked; the program goes on.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogFailed(logger, failed);
            End(VerificationView.Failed, failed.Message);
        }
    }

    private async Task ReadMediaAsync(string by, LedgerProgress progress, CancellationToken cancellationToken)
    {
        _view = _view with { FilesTotal = (await media.MeasureAsync(cancellationToken)).Files };
        HashSet<string> read = new(StringComparer.Ordinal);
        await foreach (var hash in media.ListAsync(null, cancellationToken))
        {
            read.Add(hash);
            var findings = await media.VerifyAsync(hash, null, cancellationToken);
            checks.Keep(hash, new FileCheck(machine.GetUtcNow(), by, findings.Count));
            await RaiseAsync(findings, progress, cancellationToken);
            if (progress.Stored.TryGetValue(hash, out var named) && await media.FindAsync(hash, cancellationToken) is { } kept && kept != named.Media)
            {
                await RaiseAsync([new MediaFinding(hash, MediaFault.LeavesDamaged, null, "The ledger names another size, SM3 or leaf root.")], progress, cancellationToken);
            }

            _view = _view with { Files = read.Count, FilesTotal = Math.Max(_view.FilesTotal, read.Count) };
        }

        foreach (var hash in progress.Stored.Keys.Where(hash => !read.Contains(hash)))
        {
            await RaiseAsync([new MediaFinding(hash, MediaFault.Missing, null, "The ledger names it, and it is not in the store.")], progress, cancellationToken);
        }
    }

    private async Task RaiseAsync(IEnumerable<MediaFinding> findings, LedgerProgress progress, CancellationToken cancellationToken)
    {
        foreach (var finding in findings)
        {
            var entry = progress.Stored.TryGetValue(finding.Sha256, out var named) ? named.Entry : null;
            var leaf = finding.Leaf is { } at ? FormattableString.Invariant($", leaf {at}") : "";
            _view = _view.With([new LedgerFault("media", entry?.Position, entry?.Stream, entry?.Sequence, $"file {finding.Sha256}{leaf}: {finding.Detail}")]);
            await alarm.CorruptedAsync(finding, cancellationToken);
        }
    }

    private void End(string status, string? why = null)
    {
        var ended = _view with { Status = status, EndedAt = machine.GetUtcNow() };
        _view = why is null ? ended : ended.With([new LedgerFault("run", null, null, null, why)]);
        LogEnded(logger, status, _view.Entries, _view.Files, _view.Faults.Length);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Verification ended {Status}: {Entries} entries, {Files} files, {Faults} faults")]
    private static partial void LogEnded(ILogger logger, string status, long entries, long files, int faults);

    [LoggerMessage(Level = LogLevel.Error, Message = "The verification could not be carried out")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
