using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>One case with everything known of it. It follows the change feed, so that what others record appears by itself.</summary>
public sealed partial class CasePage(IGrainFactory grains, IReadModel reads, IRegulationReader law, ICheckpoints checkpoints, PortalSession session)
{
    /// <summary>A term that ends within this is one to be met now.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    private CaseView? _case;
    private ImmutableArray<ActFormView> _forms = [];
    private ImmutableArray<RecordingRow> _unlinked = [];
    private ImmutableDictionary<string, ClockView> _meets = ImmutableDictionary<string, ClockView>.Empty;
    private ImmutableArray<PeopleTable.Viewing> _views = [];
    private ImmutableArray<OfficerRow> _officers = [];
    private CheckpointLine? _checkpoint;
    private string _handler = "";
    private int _everMissed;
    private int _updates;
    private bool _missing;
    private bool _mayRecord;
    private bool _mayAttach;
    private bool _mayPlay;
    private bool _mayResolve;

    [Parameter]
    public string CaseId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    /// <summary>The only stage whose entries are shown; empty: all.</summary>
    [SupplyParameterFromQuery(Name = "stage")]
    private string? StageId { get; set; }

    /// <summary>The entry that was just recorded.</summary>
    [SupplyParameterFromQuery(Name = "done")]
    private string? Done { get; set; }

    private ICaseGrain Grain => grains.GetGrain<ICaseGrain>(CaseId);

    protected override bool Concerns(Change change) =>
        change.Stream.EndsWith(CaseId, StringComparison.Ordinal)
        || (_case?.Acts.Any(act => act.Recordings.Any(recording => change.Stream.EndsWith(recording.Id, StringComparison.Ordinal))) ?? false);

    protected override async Task OnParametersSetAsync()
    {
        if (_case?.Id != CaseId)
        {
            (_case, _missing, _updates) = (null, false, 0);
            await RefreshAsync();
        }
        else if (Tab == "people")
        {
            await TryAsync(ReadPeopleAsync);
        }
    }

    protected override async Task ReadAsync()
    {
        var scope = await session.ScopeAsync(Permissions.CasesRead);
        if (await reads.CaseAsync(scope, CaseId, Leaving) is not { } row)
        {
            _missing = true;
            return;
        }

        var before = _case?.Proof.Entries;
        _case = await Grain.ViewAsync(await session.ReaderAsync());
        _missing = _case is null;
        _updates += before is not null && before != _case?.Proof.Entries ? 1 : 0;
        _checkpoint = _case is null ? null : await checkpoints.OverAsync(_case.Proof.Position, Leaving);
        _handler = row.HandlerName;
        _everMissed = _case?.Clocks.Count(clock => clock is { Advisory: false } and ({ MissedDetectedAt: not null } or { Phase: "missed" or "met-late" })) ?? 0;
        _forms = law.Acts(row.ProfileId);
        _meets = _case is { } view ? MeetingActs(view) : ImmutableDictionary<string, ClockView>.Empty;
        _mayRecord = await session.MayAsync(Permissions.ActsRecord, row.Bureau);
        _mayAttach = await session.MayAsync(Permissions.RecordingsAttach, row.Bureau);
        _mayPlay = await session.MayAsync(Permissions.RecordingsPlay, row.Bureau);
        _mayResolve = await session.MayAsync(Permissions.FindingsResolve, row.Bureau);
        _unlinked = _mayAttach
            ? (await reads.RecordingsAsync(BureauScope.Of(row.Bureau), new RecordingQuery(Unlinked: true), new PageRequest(50), Leaving)).Rows
            : [];
        if (Tab == "people")
        {
            await ReadPeopleAsync();
        }
    }

    private async Task ReadPeopleAsync()
    {
        if (_case is { } view)
        {
            _officers = await reads.OfficersAsync(BureauScope.Of(view.Bureau), [.. CasePerson.Of(view).Select(person => person.Id).OfType<string>().Distinct(StringComparer.Ordinal)], Leaving);
            await ReadViewsAsync();
        }
    }

    /// <summary>Who viewed the recordings, for those who may read the recordings of the bureau.</summary>
    private async Task ReadViewsAsync()
    {
        if (_case is not { } view || !await session.MayAsync(Permissions.RecordingsRead, view.Bureau))
        {
            _views = [];
            return;
        }

        var ids = view.Acts.SelectMany(act => act.Recordings).Select(recording => recording.Id).Distinct(StringComparer.Ordinal);
        var recordings = await Task.WhenAll(ids.Select(id => grains.GetGrain<IRecordingGrain>(id).ViewAsync()));
        _views =
        [
            .. recordings
                .Where(recording => recording?.CaseId == CaseId && recording.Bureau == view.Bureau)
                .SelectMany(recording => recording!.Custody.Where(step => step.Kind == "viewed").Select(step => new PeopleTable.Viewing(recording.Id, step.OccurredAt, step.By, step.Detail)))
                .OrderByDescending(viewing => viewing.At),
        ];
    }

    /// <summary>The entries to show, newest first.</summary>
    private List<ActView> Acts(CaseView view) => [.. view.Acts.Reverse().Where(act => StageId is null or "" || act.Stage.Id == StageId)];

    private string Here(string section) => $"/cases/{CaseId}{(Tab is { Length: > 0 } tab ? $"?tab={tab}" : StageId is { Length: > 0 } stage ? $"?stage={stage}" : "")}#{section}";

    /// <summary>For each kind of act that would meet a term that is over, near or without a number: the most urgent such term.</summary>
    private ImmutableDictionary<string, ClockView> MeetingActs(CaseView view)
    {
        var rules = law.Clocks(view.Profile.Id).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return view.Clocks
            .Where(clock => clock is { Phase: "running" or "missed", Advisory: false } && rules.ContainsKey(clock.Rule) && !(clock.DueAt > view.Now + Soon))
            .SelectMany(clock => rules[clock.Rule].StopActs.Select(kind => (kind, clock)))
            .GroupBy(pair => pair.kind, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Select(pair => pair.clock).OrderBy(clock => clock.DueAt ?? DateTimeOffset.MaxValue).First(), StringComparer.Ordinal);
    }

    private ActFormView? FormOf(string kind) => _forms.FirstOrDefault(form => form.Kind == kind);

    private Task<ImmutableArray<BrokenRule>> ResolveAsync(string finding, ResolveForm.Words words) =>
        SendAsync(words.CommandId, caller => Grain.ResolveFindingAsync(new ResolveFinding(finding, words.Text), caller));

    private Task<ImmutableArray<BrokenRule>> AttachAsync(AttachDocument request, string commandId) =>
        SendAsync(commandId, caller => Grain.AttachDocumentAsync(request, caller));

    private Task<ImmutableArray<BrokenRule>> LinkAsync(LinkRecording request, string commandId) =>
        SendAsync(commandId, caller => Grain.LinkRecordingAsync(request, caller));

    private Task<ImmutableArray<BrokenRule>> OverrideAsync(OverrideClock request, string commandId) =>
        SendAsync(commandId, caller => Grain.OverrideClockAsync(request, caller));

    private Task<ImmutableArray<BrokenRule>> DescribeAsync(DescribeRecording request, string commandId) =>
        SendAsync(commandId, caller => Grain.DescribeRecordingAsync(request, caller));

    /// <summary>Sends a command; when it is done the page is read anew.</summary>
    private async Task<ImmutableArray<BrokenRule>> SendAsync(string commandId, Func<Caller, Task<CommandReply>> command)
    {
        ImmutableArray<BrokenRule> broken = [];
        var answered = await TryAsync(async () => broken = (await command(await session.CallerAsync(commandId))).Broken);
        if (answered && broken.IsDefaultOrEmpty)
        {
            await RefreshAsync();
            StateHasChanged();
        }

        return answered ? broken : CommonRules.NoAnswer;
    }
}
