using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Components.Dialogs;

/// <summary>A short task over the page. Opened by code; its content exists only while it is open.</summary>
public sealed partial class AppDialog(IJSRuntime script)
{
    private readonly string _id = ElementIds.Next("dialog");
    private ElementReference _dialog;
    private bool _open;
    private bool _show;

    /// <summary>What the task is.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The buttons at the foot.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Whether the content needs the width of a form.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>It was closed, by a button, by Esc or by code.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    public bool IsOpen => _open;

    public void Open()
    {
        (_open, _show) = (true, !_open);
        StateHasChanged();
    }

    /// <summary>Closes it; the focus returns to where it was.</summary>
    public async Task CloseAsync()
    {
        if (_open)
        {
            await script.InvokeVoidAsync("enforcement.closeDialog", _dialog);
            await ClosedAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_show)
        {
            // After the content is drawn, so that the browser finds what to focus.
            _show = false;
            await script.InvokeVoidAsync("enforcement.openDialog", _dialog);
        }
    }

    private async Task ClosedAsync()
    {
        if (_open)
        {
            _open = false;
            StateHasChanged();
            await OnClosed.InvokeAsync();
        }
    }
}
