using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Work;

/// <summary>Counts of cases, findings and recordings, as far as the role sees them.</summary>
public sealed partial class WorkFigures(IReadModel reads, PortalSession session)
{
    private const string Archived = "archived";

    private ImmutableArray<StageCount> _stages = [];
    private long _mine;
    private long _findings;
    private long _unlinked;
    private long _handIn;
    private bool _handles;
    private bool _mayCases;
    private bool _mayFindings;
    private bool _mayRecordings;
    private DateTimeOffset _readAt;

    /// <summary>The legal clock's now; a new one reads anew.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_readAt != Now)
        {
            _readAt = Now;
            await TryAsync(LoadAsync);
        }
    }

    private async Task LoadAsync()
    {
        PageRequest one = new(1, null, WithCount: true);
        var mayCases = await session.MayAsync(Permissions.CasesRead);
        if (mayCases)
        {
            var scope = await session.ScopeAsync(Permissions.CasesRead);
            var me = await session.ReaderAsync();
            _handles = me.Role is "officer" or "window-clerk";
            // The lists that the figures lead to hold what is not archived.
            _stages = [.. (await reads.CountsAsync(scope, Now, Leaving)).Where(count => count.Stage is not Archived)];
            _mine = _handles ? (await reads.CasesAsync(scope, new CaseQuery(HandlerId: me.Id, Life: CaseLife.Open), one, Leaving)).Count ?? 0 : 0;
        }

        if (await session.MayAsync(Permissions.FindingsRead))
        {
            _findings = (await reads.FindingsAsync(await session.ScopeAsync(Permissions.FindingsRead), new FindingQuery(Open: true), one, Leaving)).Count ?? 0;
            _mayFindings = true;
        }

        if (await session.MayAsync(Permissions.RecordingsRead))
        {
            var scope = await session.ScopeAsync(Permissions.RecordingsRead);
            _unlinked = (await reads.RecordingsAsync(scope, new RecordingQuery(Unlinked: true), one, Leaving)).Count ?? 0;
            _handIn = (await reads.RecordingsAsync(scope, new RecordingQuery(OverdueAt: Now), one, Leaving)).Count ?? 0;
            _mayRecordings = true;
        }

        _mayCases = mayCases;
    }
}
