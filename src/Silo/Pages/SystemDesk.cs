using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Ledger;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Verification;
using Enforcement.Storage.Calendars;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Pages;

/// <summary>How the installation stands, for the page of those who run it.</summary>
internal sealed class SystemDesk(
    Installation installation, Settings settings, ILedgerInfo ledger, Verifier verifier, MediaScrub scrub, CalendarFolder calendars, CalendarLoop loop, AccessDecider access)
    : ISystemDesk
{
    private readonly DateTimeOffset _started = new(Process.GetCurrentProcess().StartTime.ToUniversalTime());

    public async Task<SystemView?> ViewAsync(ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (!access.May(by, Permissions.AdminVerify, Principal.Municipality))
        {
            return null;
        }

        var head = await ledger.HeadAsync(cancellationToken);
        var last = await ledger.LastCheckpointAsync(cancellationToken);
        var drive = new DriveInfo(installation.Folder);
        return new SystemView
        {
            Id = installation.Id,
            Training = installation.IsTraining,
            Program = $"{typeof(SystemDesk).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]} · {Engine.Name}",
            StartedAt = _started,
            Folder = FolderSizes.Of(installation.Folder),
            DiskFree = drive.AvailableFreeSpace,
            DiskTotal = drive.TotalSize,
            DiskReserve = settings.Limits.FreeDiskBytes,
            Entries = head.Count,
            Root = head.Root,
            Checkpoint = last is null ? null : new CheckpointLine(last.Count, last.Root, last.MadeAt),
            Verification = Line(verifier.View),
            Scrub = scrub.Progress() is { } pass
                ? new ScrubLine(pass.StartedAt, pass.CompletedAt, pass.Files, pass.Bytes, pass.Findings, pass.CompletedAt is null ? null : scrub.NextAt())
                : null,
        };
    }

    public bool Verify(ClaimsPrincipal by)
    {
        var may = access.May(by, Permissions.AdminVerify, Principal.Municipality);
        if (may)
        {
            verifier.Begin(by.ToCaller("read").Name);
        }

        return may;
    }

    public async Task<CalendarAnswer> ImportCalendarAsync(ClaimsPrincipal by, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!access.May(by, Permissions.AdminClock, Principal.Municipality))
        {
            return Refused([Rules.NotYours]);
        }

        return calendars.Import(name, content) switch
        {
            CalendarImportResult.Stored stored => new CalendarAnswer(stored.Year.Version, Known: false, await loop.LookAsync(cancellationToken), []),
            CalendarImportResult.AlreadyThere known => new CalendarAnswer(known.Year.Version, Known: true, 0, []),
            CalendarImportResult.Refused refused => Refused(refused.Problems.Select(problem => new Violation(
                "calendar.file",
                null,
                new Words($"年历文件 {name} 的 {problem.Path} 处有误：{problem.Reason}", $"{name} at {problem.Path}: {problem.Reason}"),
                new Words("请按年历文件格式更正后重新导入；系统未作任何更改。", "Correct the file and import it again; nothing was changed."),
                problem.Path))),
            var unknown => throw new InvalidOperationException($"Unknown result {unknown.GetType().Name}."),
        };
    }

    private static CalendarAnswer Refused(IEnumerable<Violation> broken) => new(null, Known: false, 0, [.. broken.Select(Rules.Of)]);

    private static VerificationLine Line(VerificationView view) => new(
        view.Status, view.StartedAt, view.EndedAt, view.Entries, view.EntriesTotal, view.Files, view.FilesTotal,
        [.. view.Faults.Select(fault => string.Join(" · ", new[] { fault.Stream, fault.Sequence is { } n ? FormattableString.Invariant($"#{n}") : null, fault.Message }.OfType<string>()))]);
}
