using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Pages.Work;

/// <summary>The draft of a decision: of the entry that it is about.</summary>
public sealed partial class ApprovalPage
{
    /// <summary>Chinese, because it is kept with the draft: the person may read the list in another language later.</summary>
    private string Label => $"{_case?.Number} · {_model?.Form.Name.Zh}";

    /// <summary>Fills the form once; when the case moved on under it, what was typed goes with it to the entry that is decided on now.</summary>
    private async Task TakeDraftAsync(ActFormView form, Caller me)
    {
        var before = Key;
        Key = new DraftKey(me.Bureau, CaseId, Kind, About: _about?.Id ?? "");
        if (_model is null)
        {
            await FillAsync(form, me);
        }
        else if (before is not null && before != Key && await Drafts.FindAsync(Me, before, Leaving) is { } typed)
        {
            await Drafts.SaveAsync(Me, new DraftToSave(Key, 0, typed.Content, Label), CancellationToken.None);
            await Drafts.RemoveAsync(Me, before, CancellationToken.None);
            await FindDraftAsync();
        }

        if (_decidedByMe)
        {
            // It was decided, and the system ended before the draft could be removed.
            await RemoveDraftAsync();
        }
    }

    private async Task FillAsync(ActFormView form, Caller me)
    {
        var model = NewModel(form, me);
        if (await FindDraftAsync() is { } draft)
        {
            DraftContent.Apply(draft.Content, model);
        }

        _model = model;
    }

    protected override async Task FillAsync()
    {
        if (_model is { } model)
        {
            await FillAsync(model.Form, await session.ReaderAsync());
        }
    }

    protected override async Task EmptyAsync()
    {
        if (_model is { } model)
        {
            (_model, _chosen, _needsWords) = (NewModel(model.Form, await session.ReaderAsync()), null, false);
        }
    }

    protected override Task LookAsync()
    {
        Aim();
        return Task.CompletedTask;
    }

    /// <summary>The form says what it decides on and how much of the case was seen.</summary>
    private void Aim() => (_model!.RefersTo, _model.Seen) = (_about?.Id ?? "", _case!.Proof.Entries);
}
