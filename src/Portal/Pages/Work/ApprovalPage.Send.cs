using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Work;

/// <summary>Choosing, what the choice does, and sending it.</summary>
public sealed partial class ApprovalPage
{
    private bool IsFavourable(NamedValue choice) => choice.Id == _outcome!.Choices[0].Id;

    private string? KeyOf(NamedValue choice) => IsFavourable(choice) ? "a" : choice.Id == Approval.Returned ? "b" : null;

    private void Choose(NamedValue choice)
    {
        _needsWords = false;
        if (string.IsNullOrWhiteSpace(Opinion) && _model!.Form.Fields.Any(field => field.Id == OpinionField))
        {
            if (!IsFavourable(choice))
            {
                (_needsWords, Show) = (true, FormPlaces.Field(OpinionField));
                return;
            }

            _model.Values[OpinionField] = ApprovalText.AgreeWords;
        }

        (_chosen, Show) = (choice, "confirm-title");
    }

    private IEnumerable<string> Effects(NamedValue chosen)
    {
        if (chosen.Id == Approval.Returned)
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

        var sent = await HandInAsync(model, async () =>
        {
            model.Values[Approval.OutcomeField] = chosen.Id;
            return await grains.GetGrain<ICaseGrain>(CaseId).RecordActAsync(model.ToDraft(), await session.CallerAsync(model.CommandId));
        });
        if (sent is { } reply)
        {
            await TryAsync(() => AnsweredAsync(reply, model, chosen));
        }

        if (_done is null)
        {
            await GoOnSavingAsync();
        }
    }

    private async Task AnsweredAsync(CommandReply reply, ActFormModel model, NamedValue chosen)
    {
        if (reply.Done)
        {
            await StopSavingAsync();
            await RemoveDraftAsync();
            _next = await NextAsync();
            (_done, Show) = ($"{model.Form.Name.Here()}{Punctuation.Colon}{chosen.Name.Here()}", "decided");
            return;
        }

        (_chosen, Show) = (null, "act-form-summary");
        if (reply.Broken.Any(rule => rule.Code == MovedOn))
        {
            model.Renew();
            await LoadAsync();
            _changed = true;
        }
    }

    private async Task<WorkItemRow?> NextAsync()
    {
        var me = await session.ReaderAsync();
        var rows = (await work.ItemsAsync(await session.ScopeAsync(Permissions.ActsApprove), new WorkQuery(me.Role, me.Id), new PageRequest(50), Leaving)).Rows;
        return rows.FirstOrDefault(row => row.Item.StartsWith("decide:", StringComparison.Ordinal));
    }
}
