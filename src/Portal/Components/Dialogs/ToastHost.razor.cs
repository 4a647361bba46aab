namespace Enforcement.Portal.Components.Dialogs;

/// <summary>Shows the latest results for some seconds, in the frame of every page.</summary>
public sealed partial class ToastHost(Toasts toasts, TimeProvider clock) : IDisposable
{
    private const int Most = 3;
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Line> _shown = [];

    protected override void OnInitialized() => toasts.Host = Add;

    private void Add(string text) => _ = InvokeAsync(() => ShowAsync(new Line(text)));

    private async Task ShowAsync(Line line)
    {
        _shown.Add(line);
        if (_shown.Count > Most)
        {
            _shown.RemoveAt(0);
        }

        StateHasChanged();
        try
        {
            await Task.Delay(Stays, clock, _leaving.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            return;
        }

        _shown.Remove(line);
        StateHasChanged();
    }

    public void Dispose()
    {
        toasts.Host = null;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // A class, not a record: the same words twice are two results.
    private sealed class Line(string text)
    {
        public string Text { get; } = text;
    }
}
