using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Forms;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Work;

/// <summary>The draft of a decision: of the entry that it is about, restored when the page opens, gone when it is decided.</summary>
public sealed partial class ApprovalPage
{
    private DraftKey? _key;
    private Draft? _draft;

    /// <summary>Chinese, because it is kept with the draft: the person may read the list in another language later.</summary>
    private string Label => $"{_case?.Number} · {_model?.Form.Name.Zh}";

    /// <summary>Fills the form once; when the case moved on under it, what was typed goes with it to the entry that is decided on now.</summary>
    private async Task TakeDraftAsync(ActFormView form, Caller me)
    {
        var before = _key;
        _key = new DraftKey(me.Bureau, CaseId, Kind, About: _about?.Id ?? "");
        if (_model is null)
        {
            await FillAsync(form, me);
        }
        else if (before is not null && before != _key && await drafts.FindAsync(_me, before, Leaving) is { } typed)
        {
            await drafts.SaveAsync(_me, new DraftToSave(_key, 0, typed.Content, Label), CancellationToken.None);
            await drafts.RemoveAsync(_me, before, CancellationToken.None);
            _draft = await drafts.FindAsync(_me, _key, Leaving);
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
        _draft = await drafts.FindAsync(_me, _key!, Leaving);
        if (_draft is { } draft)
        {
            DraftContent.Apply(draft.Content, model);
        }

        _model = model;
    }

    private async Task ReloadDraftAsync() => await TryAsync(async () =>
    {
        if (_model is { } model)
        {
            await FillAsync(model.Form, await session.ReaderAsync());
            Aim();
        }
    });

    private async Task DiscardDraftAsync() => await TryAsync(async () =>
    {
        if (_model is { } model)
        {
            await script.InvokeVoidAsync("enforcementDraft.done");
            await RemoveDraftAsync();
            (_model, _chosen, _needsWords) = (NewModel(model.Form, await session.ReaderAsync()), null, false);
            Aim();
            await script.InvokeVoidAsync("enforcementDraft.resume");
        }
    });

    private async Task RemoveDraftAsync()
    {
        if (_key is { } key)
        {
            await drafts.RemoveAsync(_me, key, CancellationToken.None);
            _draft = null;
        }
    }

    /// <summary>The form says what it decides on and how much of the case was seen.</summary>
    private void Aim() => (_model!.RefersTo, _model.Seen) = (_about?.Id ?? "", _case!.Proof.Entries);
}
