using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Session;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Checking while somebody types, and handing in.</summary>
public sealed partial class RecordActPage
{
    private ActCheck? _check;
    private ActCheck? _confirming;
    private ActView? _recorded;
    private ImmutableArray<TermEffect> _terms = [];
    private Task _checks = Task.CompletedTask;
    private bool _checkAgain;
    private bool _submitting;

    /// <summary>Asks the same rules that will decide, and is done when the form as it stands now was asked about. It never stands in the way: when it has no answer, nothing is shown.</summary>
    private Task CheckAsync()
    {
        _checkAgain = true;
        if (_checks.IsCompleted)
        {
            _checks = AskAsync();
        }

        return _checks;
    }

    private async Task AskAsync()
    {
        while (_checkAgain && _model is { } model)
        {
            _checkAgain = false;
            try
            {
                _check = await grains.GetGrain<ICaseGrain>(CaseId).CheckActAsync(model.ToDraft(), await session.ReaderAsync());
                if (_check is { } check)
                {
                    model.Recheck(check.Broken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _check = null;
            }
        }
    }

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

        if (ConfirmEnding.Ends(_check))
        {
            (_confirming, _showNext) = (_check, "confirm-ending");
            return;
        }

        await SendAsync();
    }

    private async Task SendAsync()
    {
        if (Busy || _model is not { } model || _case is not { } before)
        {
            return;
        }

        string? reference = null;
        await TryAsync(async () =>
        {
            await script.InvokeVoidAsync("enforcementDraft.settle");
            var act = model.ToDraft();
            var faults = await files.FaultsAsync(act.Documents, before.Bureau, CaseId, await session.ReaderAsync(), Leaving);
            var reply = faults.IsDefaultOrEmpty
                ? await grains.GetGrain<ICaseGrain>(CaseId).RecordActAsync(act, await session.CallerAsync(model.CommandId))
                : new CommandReply(0, null, faults);
            model.Answered(reply);
            reference = reply.Done ? reply.Reference ?? "" : null;
        });
        _confirming = null;
        if (reference is not null)
        {
            await RecordedAsync(reference, before);
            return;
        }

        _showNext = model.Broken.Select(FormPlaces.Of).FirstOrDefault(place => place is not null) ?? (model.Broken.Length > 0 ? "act-form-summary" : null);
        await script.InvokeVoidAsync("enforcementDraft.resume");
    }

    private async Task RecordedAsync(string reference, CaseView before)
    {
        await script.InvokeVoidAsync("enforcementDraft.done");
        await TryAsync(async () =>
        {
            // A draft that stays behind because the system ends here is recognised when it is opened again.
            if (_key is { } key)
            {
                await drafts.RemoveAsync(_me, key, CancellationToken.None);
            }

            if (await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(await session.ReaderAsync()) is { } after && after.Acts.FirstOrDefault(act => act.Id == reference) is { } recorded)
            {
                (_case, _recorded, _terms, _showNext) = (after, recorded, TermEffects.Between(before.Clocks, after.Clocks), "act-result");
            }
        });
        if (_recorded is null)
        {
            navigation.NavigateTo($"/cases/{CaseId}?done={Uri.EscapeDataString(reference)}");
        }
    }
}
