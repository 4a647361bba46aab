using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Checking while somebody types, and handing in.</summary>
public sealed partial class RecordActPage
{
    private ActCheck? _confirming;
    private ActView? _recorded;
    private ImmutableArray<TermEffect> _terms = [];
    private bool _submitting;

    protected override async Task<ActCheck?> AskAsync(ActFormModel model) =>
        await grains.GetGrain<ICaseGrain>(CaseId).CheckActAsync(model.ToDraft(), await Session.ReaderAsync());

    /// <summary>What ends something is asked for twice, with its effect.</summary>
    private async Task SubmitAsync()
    {
        _submitting = true;
        try
        {
            await CheckAsync(); // also when one is on its way: that one may not know yet what was typed last
        }
        finally
        {
            _submitting = false;
        }

        if (ConfirmEnding.Ends(Check))
        {
            (_confirming, Show) = (Check, "confirm-ending");
            return;
        }

        await SendAsync();
    }

    private async Task SendAsync()
    {
        if (Busy || Model is not { } model || _case is not { } before)
        {
            return;
        }

        var reply = await HandInAsync(model, async () =>
        {
            var act = model.ToDraft();
            var faults = await files.FaultsAsync(act.Documents, before.Bureau, CaseId, await Session.ReaderAsync(), Leaving);
            return faults.IsDefaultOrEmpty
                ? await grains.GetGrain<ICaseGrain>(CaseId).RecordActAsync(act, await Session.CallerAsync(model.CommandId))
                : new CommandReply(0, null, faults);
        });
        _confirming = null;
        if (reply is { Done: true })
        {
            await RecordedAsync(reply.Reference ?? "", before);
            return;
        }

        await RefusedAsync(model);
    }

    private async Task RecordedAsync(string reference, CaseView before)
    {
        await StopSavingAsync();
        await TryAsync(async () =>
        {
            // A draft that stays behind because the system ends here is recognised when it is opened again.
            await RemoveDraftAsync();
            if (await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(await Session.ReaderAsync()) is { } after && after.Acts.FirstOrDefault(act => act.Id == reference) is { } recorded)
            {
                (_case, _recorded, _terms, Show) = (after, recorded, TermEffects.Between(before.Clocks, after.Clocks), "act-result");
            }
        });
        if (_recorded is null)
        {
            navigation.NavigateTo($"/cases/{CaseId}?done={Uri.EscapeDataString(reference)}");
        }
    }
}
