using System.Threading.Channels;
using Enforcement.Grains.Interfaces.ReadModel;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Live;

/// <summary>
/// A page that reads itself anew when something it shows has changed: at most once in <see cref="Pace"/>, and once more after the last change.
/// It knows as of when it is true (<see cref="AsOf"/>, for a <see cref="StaleMark"/>), and stops when it is left.
/// </summary>
/// <remarks>A page calls <see cref="RefreshAsync"/> from its OnInitializedAsync or OnParametersSetAsync for the first reading.</remarks>
public abstract class LivePage : PortalPage
{
    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool _following;
    private bool _current;

    [Inject]
    private IChangeFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Machine { get; set; } = null!;

    /// <summary>When what is shown was last known to be true, by the machine's clock; <see langword="null"/>: not yet read.</summary>
    protected DateTimeOffset? AsOf { get; private set; }

    /// <summary>The shortest time between two readings.</summary>
    protected virtual TimeSpan Pace => TimeSpan.FromSeconds(1);

    /// <summary>How often the page says that it is still true. Nothing is read for it: no change came, so nothing has changed.</summary>
    protected virtual TimeSpan Beat => TimeSpan.FromSeconds(10);

    /// <summary>Whether each beat reads anew: for figures that change with time alone, without an entry.</summary>
    protected virtual bool ReadsAtBeat => false;

    /// <summary>Whether a change touches what the page shows.</summary>
    protected abstract bool Concerns(Change change);

    /// <summary>Reads what the page shows. Cancelled by <see cref="PortalPage.Leaving"/>.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Whether a change touches one of some tables within a scope; no tables stand for every table.</summary>
    protected static bool Touches(Change change, BureauScope scope, params ReadOnlySpan<string> tables)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(scope);
        if (!change.Bureaus.IsDefaultOrEmpty && !change.Bureaus.Any(scope.Allows))
        {
            return false;
        }

        if (tables.IsEmpty)
        {
            return true;
        }

        foreach (var table in tables)
        {
            if (change.Tables.Contains(table, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads anew because the reader asked for it: a failure is said.</summary>
    protected async Task<bool> RefreshAsync() => Noted(await TryAsync(ReadAsync));

    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (!_following)
        {
            // Before the first reading, so that nothing falls between the reading and the following.
            _following = true;
            var changes = Feed.FollowAsync(Leaving);
            _ = FollowAsync(changes, Leaving);
            _ = RefreshWhenWantedAsync(Leaving);
            _ = BeatAsync(Leaving);
        }

        return base.SetParametersAsync(parameters);
    }

    private bool Noted(bool read)
    {
        _current = read;
        if (read)
        {
            AsOf = Machine.GetUtcNow();
        }

        return read;
    }

    private async Task FollowAsync(IAsyncEnumerable<Change?> changes, CancellationToken leaving)
    {
        try
        {
            await foreach (var change in changes.WithCancellation(leaving))
            {
                if (change is null || Concerns(change))
                {
                    _current = false;
                    _wanted.Writer.TryWrite(true);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task RefreshWhenWantedAsync(CancellationToken leaving)
    {
        try
        {
            while (await _wanted.Reader.WaitToReadAsync(leaving))
            {
                _wanted.Reader.TryRead(out _);
                await InvokeAsync(RefreshQuietlyAsync);
                await Task.Delay(Pace, Machine, leaving);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task BeatAsync(CancellationToken leaving)
    {
        try
        {
            using var beats = new PeriodicTimer(Beat, Machine);
            while (await beats.WaitForNextTickAsync(leaving))
            {
                await InvokeAsync(async () =>
                {
                    if (ReadsAtBeat || (AsOf is not null && !_current))
                    {
                        await RefreshQuietlyAsync(); // also after a reading that failed
                    }
                    else if (_current)
                    {
                        AsOf = Machine.GetUtcNow();
                        StateHasChanged();
                    }
                });
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task RefreshQuietlyAsync()
    {
        Noted(await QuietlyAsync(ReadAsync));
        StateHasChanged();
    }
}
