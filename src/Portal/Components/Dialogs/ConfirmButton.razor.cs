using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Dialogs;

/// <summary>A button for an act that cannot be taken back.</summary>
public sealed partial class ConfirmButton
{
    private const int MostReason = 500;

    private readonly string _id = ElementIds.Next("reason");
    private AppDialog _dialog = null!;
    private string _reason = "";
    private string? _broken;
    private bool _busy;

    /// <summary>What the button does, in a verb.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What is different afterwards, and that it cannot be taken back.</summary>
    [Parameter, EditorRequired]
    public string Effect { get; set; } = "";

    /// <summary>The question at the head; the button's text when absent.</summary>
    [Parameter]
    public string? Question { get; set; }

    /// <summary>Whether a reason must be given.</summary>
    [Parameter]
    public bool NeedsReason { get; set; }

    [Parameter]
    public string? ReasonName { get; set; }

    /// <summary>More to read or to fill in.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Confirmed, with the reason without surrounding blanks ("" when none is asked for).</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnConfirm { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string Class { get; set; } = "btn-sm btn-outline-danger";

    /// <summary>A key of the page, see shortcuts.js.</summary>
    [Parameter]
    public string? Shortcut { get; set; }

    private void Ask()
    {
        (_reason, _broken) = ("", null);
        _dialog.Open();
    }

    private async Task DoAsync()
    {
        if (NeedsReason && string.IsNullOrWhiteSpace(_reason))
        {
            _broken = DialogsText.ReasonMissing;
            return;
        }

        if (_busy)
        {
            return;
        }

        try
        {
            (_busy, _broken) = (true, null);
            await OnConfirm.InvokeAsync(_reason.Trim());
        }
        finally
        {
            _busy = false;
        }

        await _dialog.CloseAsync();
    }
}
