using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Work;

/// <summary>Choosing, what the choice does, and sending it.</summary>
public sealed partial class ApprovalPage
{
    private bool IsFavourable(NamedValue choice) => choice.Id == _outcome!.Choices[0].Id;

    private string? KeyOf(NamedValue choice) => IsFavourable(choice) ? "a" : choice.Id == Returned ? "b" : null;

    private void Choose(NamedValue choice)
    {
        _needsWords = false;
        if (string.IsNullOrWhiteSpace(Opinion) && _model!.Form.Fields.Any(field => field.Id == OpinionField))
        {
            if (!IsFavourable(choice))
            {
                (_needsWords, _focus) = (true, FormPlaces.Field(OpinionField));
                return;
            }

            _model.Values[OpinionField] = ApprovalText.AgreeWords;
        }

        (_chosen, _focus) = (choice, "confirm-title");
    }

    private IEnumerable<string> Effects(NamedValue chosen)
    {
        if (chosen.Id == Returned)
        {
            yield return ApprovalText.EffectReturned.With(_about?.By.Name ?? _case!.Acts[0].By.Name);
        }
        else
        {
            foreach (var clock in Met())
            {
                yield return ApprovalText.EffectMeets.With(clock.Name.Here());
            }

            yield return IsFavourable(chosen) ? ApprovalText.EffectGranted : ApprovalText.EffectRefused;
        }

        yield return ApprovalText.EffectLedger;
    }

    private IEnumerable<ClockView> Met()
    {
        var rules = law.Clocks(_case!.Profile.Id).Where(rule => rule.StopActs.Contains(Kind)).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return _case.Clocks.Where(clock => clock.Phase is "running" or "missed" or "suspended" && rules.Contains(clock.Rule) && (clock.SubjectId is null || clock.SubjectId == _about?.Id));
    }

    private async Task SendAsync()
    {
        if (Busy || _chosen is not { } chosen || _model is not { } model)
        {
            return;
        }

        await TryAsync(async () =>
        {
            await script.InvokeVoidAsync("enforcementDraft.settle");
            model.Values[Approval.OutcomeField] = chosen.Id;
            var reply = await grains.GetGrain<ICaseGrain>(CaseId).RecordActAsync(model.ToDraft(), await session.CallerAsync(model.CommandId));
            model.Answered(reply);
            if (reply.Done)
            {
                await script.InvokeVoidAsync("enforcementDraft.done");
                await RemoveDraftAsync();
                _next = await NextAsync();
                (_done, _focus) = ($"{model.Form.Name.Here()}{Punctuation.Colon}{chosen.Name.Here()}", "decided");
                return;
            }

            (_chosen, _focus) = (null, "act-form-summary");
            if (reply.Broken.Any(rule => rule.Code == MovedOn))
            {
                model.Renew();
                await LoadAsync();
                _changed = true;
            }
        });
        if (_done is null)
        {
            await script.InvokeVoidAsync("enforcementDraft.resume");
        }
    }

    private async Task<WorkItemRow?> NextAsync()
    {
        var me = await session.ReaderAsync();
        var rows = (await work.ItemsAsync(await session.ScopeAsync(Permissions.ActsApprove), new WorkQuery(me.Role, me.Id), new PageRequest(50), Leaving)).Rows;
        return rows.FirstOrDefault(row => row.Item.StartsWith("decide:", StringComparison.Ordinal));
    }
}
