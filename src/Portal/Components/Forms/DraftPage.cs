using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Components.Forms;

/// <summary>A page whose form is kept as a draft while somebody types: restored when it opens, thrown away on demand, gone when the form is handed in.</summary>
/// <remarks>The script saves, because the circuit may be dead while somebody types; here it is told when to stop and when to go on.</remarks>
public abstract class DraftPage : PortalPage
{
    [Inject]
    protected IDrafts Drafts { get; private set; } = null!;

    [Inject]
    protected IJSRuntime Script { get; private set; } = null!;

    /// <summary>The account.</summary>
    protected string Me { get; set; } = "";

    /// <summary>What the draft is about; <see langword="null"/>: not known yet.</summary>
    protected DraftKey? Key { get; set; }

    /// <summary>The draft that the form was filled from.</summary>
    protected Draft? Draft { get; private set; }

    /// <summary>Whether the page answers; before, what is typed into it would be lost.</summary>
    protected bool Live { get; private set; }

    /// <summary>The place that is shown and focused after the next drawing.</summary>
    protected string? Show { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Live = true;
            StateHasChanged();
        }

        if (Show is { } place)
        {
            Show = null;
            await Script.InvokeVoidAsync("enforcement.show", place);
        }
    }

    /// <summary>Fills the form from its draft.</summary>
    protected abstract Task FillAsync();

    /// <summary>Makes the form what it is without a draft.</summary>
    protected abstract Task EmptyAsync();

    /// <summary>Looks at the form again, after it was filled or emptied.</summary>
    protected abstract Task LookAsync();

    protected async Task<Draft?> FindDraftAsync() => Draft = Key is { } key ? await Drafts.FindAsync(Me, key, Leaving) : null;

    protected void ForgetDraft() => (Key, Draft) = (null, null);

    protected async Task RemoveDraftAsync()
    {
        if (Key is { } key)
        {
            await Drafts.RemoveAsync(Me, key, CancellationToken.None);
            Draft = null;
        }
    }

    protected async Task ReloadDraftAsync() => await TryAsync(async () =>
    {
        await FillAsync();
        await LookAsync();
    });

    protected async Task DiscardDraftAsync() => await TryAsync(async () =>
    {
        await StopSavingAsync();
        await RemoveDraftAsync();
        await EmptyAsync();
        await LookAsync();
        await GoOnSavingAsync();
    });

    /// <summary>Sends the form once all that was typed has arrived, and shows the answer in it; <see langword="null"/>: there was none.</summary>
    protected async Task<CommandReply?> HandInAsync(ActFormModel model, Func<Task<CommandReply>> send)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(send);
        CommandReply? reply = null;
        await TryAsync(async () =>
        {
            await Script.InvokeVoidAsync("enforcementDraft.settle");
            reply = await send();
            model.Answered(reply);
        });
        return reply;
    }

    /// <summary>Nothing is saved any more: the form was handed in or thrown away.</summary>
    protected ValueTask StopSavingAsync() => Script.InvokeVoidAsync("enforcementDraft.done");

    protected ValueTask GoOnSavingAsync() => Script.InvokeVoidAsync("enforcementDraft.resume");
}
