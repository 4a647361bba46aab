using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Forms;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The draft: restored when the page opens, thrown away on demand. It is saved by the script.</summary>
public sealed partial class RecordActPage
{
    private DraftKey? _key;
    private Draft? _draft;
    private string? _perhapsRecorded;

    private async Task FillAsync(ActFormView form)
    {
        var model = NewModel(form);
        _draft = _key is { } key ? await drafts.FindAsync(_me, key, Leaving) : null;
        if (_draft is { } draft)
        {
            DraftContent.Apply(draft.Content, model);
            _perhapsRecorded = Recorded(model);
        }

        _model = model;
    }

    private async Task ReloadDraftAsync() => await TryAsync(async () =>
    {
        if (_model is { } model)
        {
            await FillAsync(model.Form);
            await CheckAsync();
        }
    });

    private async Task DiscardDraftAsync() => await TryAsync(async () =>
    {
        if (_key is { } key && _model is { } model)
        {
            await script.InvokeVoidAsync("enforcementDraft.done");
            await drafts.RemoveAsync(_me, key, Leaving);
            (_draft, _perhapsRecorded) = (null, null);
            _model = NewModel(model.Form);
            await CheckAsync();
            await script.InvokeVoidAsync("enforcementDraft.resume");
        }
    });

    /// <summary>The act was perhaps handed in, and the system ended before the draft could be removed.</summary>
    private string? Recorded(ActFormModel model) => string.IsNullOrEmpty(Corrects)
        && _standing.LastOrDefault(act => act.Kind == Kind && act.By.Id == _me) is { } own && model.SaysTheSameAs(own)
        ? own.Id
        : null;
}
