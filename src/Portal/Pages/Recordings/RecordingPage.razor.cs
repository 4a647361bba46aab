using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Components.Recordings;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Recordings;

/// <summary>One recording: file and hashes, custody, terms, and what may be done with it.</summary>
public sealed partial class RecordingPage(IGrainFactory grains, IReadModel reads, IFileChecks checks, IChangeFeed feed, ILegalTime time, PortalSession session)
{
    private readonly Dictionary<string, string> _commands = new(StringComparer.Ordinal);

    private RecordingView? _recording;
    private CaseRow? _file;
    private FileCheck? _check;
    private IReadOnlyList<ActWindow> _acts = [];
    private string _bureau = "";
    private string _account = "";
    private ImmutableArray<BrokenRule> _endBroken = [];
    private ImmutableArray<BrokenRule> _remoteBroken = [];
    private ImmutableArray<BrokenRule> _returnBroken = [];
    private string _end = "";
    private string _ground = "";
    private string _remoteReason = "";
    private string _returned = "";
    private bool _missing;
    private bool _mayPlay;
    private bool _maySeeRecorder;
    private bool _mayUpload;
    private bool _mayAnnounce;
    private bool _mayAttach;
    private bool _mayResolve;

    [Parameter]
    public string RecordingId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "done")]
    private string? Done { get; set; }

    private IRecordingGrain Grain => grains.GetGrain<IRecordingGrain>(RecordingId);

    protected override async Task OnParametersSetAsync()
    {
        if (_recording?.Id != RecordingId)
        {
            (_recording, _missing) = (null, false);
            await LoadAsync();
        }
    }

    // Before the first reading, so that nothing falls between the reading and the following.
    protected override void OnInitialized() => _ = FollowAsync(feed.FollowAsync(Leaving));

    private Task LoadAsync() => TryAsync(ReadAsync);

    private async Task ReadAsync()
    {
        var scope = await session.ScopeAsync(Permissions.RecordingsRead);
        if (await reads.RecordingAsync(scope, RecordingId, Leaving) is not { } row)
        {
            _missing = true;
            return;
        }

        _bureau = (await reads.BureausAsync(scope, Leaving)).FirstOrDefault(b => b.BureauId == row.Bureau) is { } bureau ? Names.Bureau(bureau.NameZh, bureau.NameEn) : row.Bureau;
        _recording = await Grain.ViewAsync();
        _missing = _recording is null;
        _check = _recording?.File is { } file ? checks.Find(file.Sha256) : null;
        _account = (await session.ReaderAsync()).Id;
        await LoadCaseAsync();
        _maySeeRecorder = await session.MayAsync(Permissions.FleetRead, row.Bureau);
        _mayPlay = await session.MayAsync(Permissions.RecordingsPlay, row.Bureau);
        _mayUpload = await session.MayAsync(Permissions.RecordingsUpload, row.Bureau);
        _mayAnnounce = await session.MayAsync(Permissions.RecordingsAnnounce, row.Bureau);
        _mayAttach = await session.MayAsync(Permissions.RecordingsAttach, row.Bureau);
        _mayResolve = await session.MayAsync(Permissions.FindingsResolve, row.Bureau);
    }

    // The acts inside its time, and whether the case is archived, for those who may read the case.
    private async Task LoadCaseAsync()
    {
        (_file, _acts) = (null, []);
        if (_recording is { CaseId: { } caseId } recording
            && await reads.CaseAsync(await session.ScopeAsync(Permissions.CasesRead), caseId, Leaving) is { } row
            && await grains.GetGrain<ICaseGrain>(caseId).ViewAsync(await session.ReaderAsync()) is { } file)
        {
            (_file, _acts) = (row, ActWindow.Of(recording, file));
        }
    }

    private async Task FollowAsync(IAsyncEnumerable<Change?> changes)
    {
        try
        {
            await foreach (var change in changes)
            {
                if (change is null || change.Stream.EndsWith(RecordingId, StringComparison.Ordinal))
                {
                    await InvokeAsync(async () =>
                    {
                        await QuietlyAsync(ReadAsync); // what was said to the reader stays said
                        StateHasChanged();
                    });
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task EndAsync()
    {
        if (Dates.FromInput(_end) is not { } ended)
        {
            _endBroken = [CommonRules.Missing("end-at", new Wording("录制结束时间", "End of the recording"))];
            return;
        }

        _endBroken = await SendAsync("end", caller => Grain.EndAsync(new EndRecording(ended), caller));
    }

    private async Task RemoteAsync() =>
        _remoteBroken = await SendAsync("remote", caller => Grain.DeclareRemoteWorkAsync(new DeclareRemoteWork(_ground, _remoteReason.Trim()), caller));

    private async Task ReturnAsync()
    {
        if (Dates.FromInput(_returned) is not { } returned)
        {
            _returnBroken = [CommonRules.Missing("returned-at", new Wording("返回单位时间", "Time of the return"))];
            return;
        }

        _returnBroken = await SendAsync("return", caller => Grain.DeclareReturnAsync(new DeclareReturn(returned), caller));
    }

    private Task<ImmutableArray<BrokenRule>> LinkAsync(string caseId, string act) =>
        SendAsync("link", caller => grains.GetGrain<ICaseGrain>(caseId).LinkRecordingAsync(new LinkRecording(act, RecordingId), caller));

    private Task<ImmutableArray<BrokenRule>> MarkAsync(MarkRecording mark) =>
        SendAsync("mark-" + mark.Mark, caller => Grain.MarkAsync(mark, caller), Permissions.RecordingsAttach);

    private Task<ImmutableArray<BrokenRule>> WithdrawMarkAsync(WithdrawMark mark) =>
        SendAsync("withdraw-" + mark.Mark, caller => Grain.WithdrawMarkAsync(mark, caller), Permissions.RecordingsAttach);

    private Task<ImmutableArray<BrokenRule>> ResolveAsync(string finding, ResolveForm.Words words) =>
        SendAsync("resolve-" + finding, caller => Grain.ResolveFindingAsync(new ResolveFinding(finding, words.Text), caller));

    /// <summary>Sends a command under one id per form until it is done; then the page is read anew.</summary>
    private async Task<ImmutableArray<BrokenRule>> SendAsync(string form, Func<Caller, Task<CommandReply>> command, string? permission = null)
    {
        if (permission is not null && !await session.MayAsync(permission, _recording?.Bureau))
        {
            return CommonRules.NoAnswer; // the seat was switched since the page was drawn
        }

        if (!_commands.TryGetValue(form, out var id))
        {
            _commands[form] = id = PortalSession.NewCommandId();
        }

        ImmutableArray<BrokenRule> broken = [];
        if (!await TryAsync(async () => broken = (await command(await session.CallerAsync(id))).Broken))
        {
            return CommonRules.NoAnswer;
        }

        if (broken.IsDefaultOrEmpty)
        {
            _commands.Remove(form);
            await LoadAsync();
        }

        return broken;
    }
}
