using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Tables;
using Enforcement.Portal.Pages.Work;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages;

/// <summary>What waits for the person [我的工作], nearest term first, and what the role keeps an eye on.</summary>
/// <remarks>The list stands still while it is read: what changes meanwhile is counted and shown when the reader asks.</remarks>
public sealed partial class Home(IWorkReadModel work, IReadModel reads, IChangeFeed feed, PortalSession session, ILegalTime time, TimeProvider machine, NavigationManager navigation)
{
    private const int PageSize = 60;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private Caller? _me;
    private Page<WorkItemRow>? _page;
    private ImmutableDictionary<string, RecordingRow> _recordings = ImmutableDictionary<string, RecordingRow>.Empty;
    private ImmutableArray<WorkCount> _counts = [];
    private DateTimeOffset _now;
    private bool _works;
    private bool _mayStart;
    private int _updates;
    private bool _stale;

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "due")]
    private string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private bool Filtered => Kind is not null || Due is not null;

    protected override Task OnParametersSetAsync() => LoadAsync();

    // Before the first reading, so that nothing falls between the reading and the following.
    protected override void OnInitialized() => _ = FollowAsync(feed.FollowAsync(Leaving));

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        _now = time.Now;
        _me = await session.ReaderAsync();
        _works = await session.MayAsync(Permissions.ActsRecord);
        _mayStart = await session.MayAsync(Permissions.CasesStart);
        var page = await ReadAsync();
        ImmutableArray<string> recordings = [.. page.Rows.Where(WorkGroups.IsRecording).Select(row => row.Subject)];
        _recordings = recordings.IsEmpty
            ? ImmutableDictionary<string, RecordingRow>.Empty
            : (await reads.RecordingsAsync(await session.ScopeAsync(Permissions.RecordingsRead), recordings, Leaving)).ToImmutableDictionary(row => row.RecordingId, StringComparer.Ordinal);
        (_page, _updates) = (page, 0);
        _counts = _works
            ? await work.CountsAsync(await session.ScopeAsync(Permissions.ActsRecord), new WorkQuery(_me.Role, _me.Id), _now, WorkGroups.DayEnd(_now), Leaving)
            : [];
    });

    private async Task<Page<WorkItemRow>> ReadAsync()
    {
        if (!_works || _me is not { } me)
        {
            return new Page<WorkItemRow>([], null, 0);
        }

        var scope = await session.ScopeAsync(Permissions.ActsRecord);
        // What is due today and what is overdue are counted apart, so each card leads to its own.
        WorkQuery query = new(
            me.Role, me.Id, Kind, Due switch { "overdue" => _now, "today" => WorkGroups.DayEnd(_now).AddTicks(10), _ => null }, From: Due is "today" ? _now : null);
        return await CursorPages.ReadAsync(page => work.ItemsAsync(scope, query, page, Leaving), new PageRequest(PageSize, string.IsNullOrEmpty(After) ? null : After));
    }

    private async Task ShowUpdatesAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    /// <summary>Counts what differs from what is shown, at most every two seconds, however much is written.</summary>
    private async Task FollowAsync(IAsyncEnumerable<Change?> changes)
    {
        try
        {
            await foreach (var change in changes)
            {
                if (_works && !_stale && (change is null || change.Tables.Contains("work_items")))
                {
                    _stale = true;
                    _ = CompareAsync();
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private async Task CompareAsync()
    {
        try
        {
            await Task.Delay(Settle, machine, Leaving);
            _stale = false;
            await InvokeAsync(async () =>
            {
                if (_page is { } shown && await ReadAsync() is { } fresh)
                {
                    _updates = WorkGroups.Differences(shown.Rows, fresh.Rows);
                    StateHasChanged();
                }
            });
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
#pragma warning disable CA1031 // A look-up that failed changes nothing that is shown; the next change looks again.
        catch (Exception)
#pragma warning restore CA1031
        {
            _stale = false;
        }
    }

    private string UrlOf(string? after) => navigation.GetUriWithQueryParameter("after", after);
}
