using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Enforcement.Portal.Layout;

/// <summary>The frame of every page with a circuit: who is signed in, where one may go, and that training is training.</summary>
public sealed partial class MainLayout : IDisposable
{
    private ErrorBoundary? _boundary;
    private bool _open;
    private string? _ready;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILegalTime Time { get; set; } = null!;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    protected override void OnParametersSet() => _boundary?.Recover();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ready = "true";
            StateHasChanged();
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        if (_open)
        {
            _open = false;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    public void Dispose() => Navigation.LocationChanged -= Moved;
}
