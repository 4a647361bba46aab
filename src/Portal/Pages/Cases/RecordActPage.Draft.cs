using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The draft of an act, and whether it was perhaps handed in already.</summary>
public sealed partial class RecordActPage
{
    private string? _perhapsRecorded;

    private async Task FillAsync(ActFormView form)
    {
        var model = NewModel(form);
        if (await FindDraftAsync() is { } draft)
        {
            DraftContent.Apply(draft.Content, model);
            _perhapsRecorded = Recorded(model);
        }

        await NameOfficersAsync(model);
        Model = model;
    }

    protected override Task FillAsync() => Model is { } model ? FillAsync(model.Form) : Task.CompletedTask;

    protected override Task EmptyAsync()
    {
        if (Model is { } model)
        {
            (Model, _perhapsRecorded) = (NewModel(model.Form), null);
        }

        return Task.CompletedTask;
    }

    /// <summary>The act was perhaps handed in, and the system ended before the draft could be removed.</summary>
    private string? Recorded(ActFormModel model) => string.IsNullOrEmpty(Corrects)
        && _standing.LastOrDefault(act => act.Kind == Kind && act.By.Id == Me) is { } own && model.SaysTheSameAs(own)
        ? own.Id
        : null;
}
