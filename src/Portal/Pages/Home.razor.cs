using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;

namespace Enforcement.Portal.Pages;

/// <summary>What waits for the person: the nearest terms, what is open in each stage, and open findings, as far as the role sees.</summary>
public sealed partial class Home(IReadModel reads, PortalSession session, ILegalTime time)
{
    private const string Ended = "ended";
    private const string Archived = "archived";

    private ImmutableArray<StageCount> _counts = [];
    private ImmutableArray<CaseRow> _nearest = [];
    private Page<FindingRow>? _findings;
    private DateTimeOffset _now;
    private long _mine;
    private long _unlinked;
    private long _overdueHandIn;
    private bool _mayRead;
    private bool _mayStart;
    private bool _mayFindings;
    private bool _mayRecordings;
    private bool _loaded;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await TryAsync(async () =>
        {
            _now = time.Now;
            _mayRead = await session.MayAsync(Permissions.CasesRead);
            _mayStart = await session.MayAsync(Permissions.CasesStart);
            _mayFindings = await session.MayAsync(Permissions.FindingsRead);
            _mayRecordings = await session.MayAsync(Permissions.RecordingsRead);
            if (_mayRead)
            {
                await LoadCasesAsync(await session.ScopeAsync(Permissions.CasesRead));
            }

            if (_mayFindings)
            {
                _findings = await reads.FindingsAsync(await session.ScopeAsync(Permissions.FindingsRead), new FindingQuery(Open: true), new PageRequest(6, null, WithCount: true), Leaving);
            }

            if (_mayRecordings)
            {
                var scope = await session.ScopeAsync(Permissions.RecordingsRead);
                PageRequest one = new(1, null, WithCount: true);
                _unlinked = (await reads.RecordingsAsync(scope, new RecordingQuery(Unlinked: true), one, Leaving)).Count ?? 0;
                _overdueHandIn = (await reads.RecordingsAsync(scope, new RecordingQuery(OverdueAt: _now), one, Leaving)).Count ?? 0;
            }

            _loaded = true;
        });
    }

    private async Task LoadCasesAsync(BureauScope scope)
    {
        _counts = await reads.CountsAsync(scope, _now, Leaving);
        var me = await session.ReaderAsync();
        var mine = await reads.CasesAsync(scope, new CaseQuery(HandlerId: me.Id), new PageRequest(10, null, WithCount: true), Leaving);
        _mine = mine.Count ?? 0;
        var nearest = _mine > 0 ? mine : await reads.CasesAsync(scope, new CaseQuery(), new PageRequest(10), Leaving);
        _nearest = [.. nearest.Rows.Where(row => row.NextDueAt is not null)];
    }

    private string Width(long cases)
    {
        var most = Math.Max(1, _counts.GroupBy(c => c.Stage, StringComparer.Ordinal).Select(g => g.Sum(c => c.Cases)).DefaultIfEmpty(1).Max());
        return (100d * cases / most).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
