using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Issues, takes back, repairs and retires one recorder, and renews its key; every refusal is shown with its words.</summary>
public sealed partial class RecorderActions(IGrainFactory grains, IRecorderDesk desk, PortalSession session, Toasts toasts)
{
    private ImmutableArray<BrokenRule> _broken = [];
    private RecorderAct? _act;
    private string _officer = "";
    private string _words = "";
    private string? _key;
    private bool _missing;
    private string _command = PortalSession.NewCommandId();

    [Parameter, EditorRequired]
    public RecorderView View { get; set; } = null!;

    /// <summary>The officers in service of its bureau.</summary>
    [Parameter, EditorRequired]
    public OfficerRoll? Officers { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter, EditorRequired]
    public EventCallback Done { get; set; }

    private IRecorderGrain Grain => grains.GetGrain<IRecorderGrain>(View.Id);

    private static string Name(RecorderAct act) => act switch
    {
        RecorderAct.Issue => RecordersText.Issue,
        RecorderAct.Return => RecordersText.Return,
        RecorderAct.ToRepair => RecordersText.ToRepair,
        _ => RecordersText.Repaired,
    };

    private static Phrase WordsName(RecorderAct act) => act switch
    {
        RecorderAct.Issue => RecordersText.IssueNote,
        RecorderAct.Return => RecordersText.ReturnNote,
        RecorderAct.ToRepair => RecordersText.ToRepairReason,
        _ => RecordersText.RepairedReason,
    };

    private static bool NeedsWords(RecorderAct act) => act is RecorderAct.ToRepair or RecorderAct.Repaired;

    private void Unfold(RecorderAct act)
    {
        _act = _act == act ? null : act;
        (_officer, _words, _missing, _broken) = ("", "", false, []);
    }

    private async Task DoAsync(RecorderAct act)
    {
        var words = _words.Trim();
        ImmutableArray<BrokenRule> missing =
        [
            .. act is RecorderAct.Issue && _officer.Length == 0 ? [Missing("act-officer", RecordersText.IssueTo)] : ImmutableArray<BrokenRule>.Empty,
            .. NeedsWords(act) && words.Length == 0 ? [Missing("act-words", WordsName(act))] : ImmutableArray<BrokenRule>.Empty,
        ];
        (_missing, _broken) = (!missing.IsEmpty, missing);
        if (_missing)
        {
            return;
        }

        await SendAsync(Name(act), caller => act switch
        {
            RecorderAct.Issue => Grain.IssueAsync(new IssueRecorder(_officer, words), caller),
            RecorderAct.Return => Grain.ReturnAsync(new ReturnRecorder(words), caller),
            RecorderAct.ToRepair => Grain.RepairAsync(new RepairRecorder(Done: false, words), caller),
            _ => Grain.RepairAsync(new RepairRecorder(Done: true, words), caller),
        });
    }

    private Task RetireAsync(string reason) => SendAsync(RecordersText.Retire, caller => Grain.RetireAsync(new RetireRecorder(reason), caller));

    private async Task RenewAsync(string reason) => await FinishAsync(RecordersText.RenewKey, async () =>
    {
        var answer = await desk.RenewKeyAsync(await session.PersonAsync(), View.Id, _command);
        _key = answer.Key;
        return answer.Broken;
    });

    private Task SendAsync(string name, Func<Caller, Task<CommandReply>> work) => FinishAsync(name, async () =>
        await session.MayAsync(Permissions.FleetManage, View.Bureau) ? (await work(await session.CallerAsync(_command))).Broken : [RecorderActs.NotYours]);

    private async Task FinishAsync(string name, Func<Task<ImmutableArray<BrokenRule>>> work)
    {
        _key = null;
        if (!await TryAsync(async () => _broken = await work()))
        {
            return; // the same command may be sent again
        }

        _command = PortalSession.NewCommandId();
        if (_broken.IsDefaultOrEmpty)
        {
            _act = null;
            toasts.Show(RecordersText.ActDone.With(name));
            await Done.InvokeAsync();
        }
    }

    private static BrokenRule Missing(string member, Phrase what) => CommonRules.Missing(member, new Wording(what.Zh, what.En));
}
