using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>One case with everything known of it. It follows the change feed, so that what others record appears by itself.</summary>
public sealed partial class CasePage(IGrainFactory grains, IReadModel reads, IRegulationReader law, IChangeFeed feed, PortalSession session)
{
    /// <summary>A term that ends within this is one to be met now.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    private CaseView? _case;
    private ImmutableArray<ActFormView> _forms = [];
    private ImmutableArray<RecordingRow> _unlinked = [];
    private ImmutableDictionary<string, ClockView> _meets = ImmutableDictionary<string, ClockView>.Empty;
    private bool _missing;
    private bool _mayRecord;
    private bool _mayAttach;
    private bool _mayPlay;
    private bool _mayResolve;

    [Parameter]
    public string CaseId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    /// <summary>The entry that was just recorded.</summary>
    [SupplyParameterFromQuery(Name = "done")]
    private string? Done { get; set; }

    private ICaseGrain Grain => grains.GetGrain<ICaseGrain>(CaseId);

    protected override async Task OnParametersSetAsync()
    {
        if (_case?.Id != CaseId)
        {
            (_case, _missing) = (null, false);
            await LoadAsync();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = FollowAsync();
        }
    }

    private async Task LoadAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.CasesRead);
        if (await reads.CaseAsync(scope, CaseId, Leaving) is not { } row)
        {
            _missing = true;
            return;
        }

        _case = await Grain.ViewAsync(await session.ReaderAsync());
        _missing = _case is null;
        _forms = law.Acts(row.ProfileId);
        _meets = _case is { } view ? MeetingActs(view) : ImmutableDictionary<string, ClockView>.Empty;
        _mayRecord = await session.MayAsync(Permissions.ActsRecord, row.Bureau);
        _mayAttach = await session.MayAsync(Permissions.RecordingsAttach, row.Bureau);
        _mayPlay = await session.MayAsync(Permissions.RecordingsPlay, row.Bureau);
        _mayResolve = await session.MayAsync(Permissions.FindingsResolve, row.Bureau);
        _unlinked = _mayAttach
            ? (await reads.RecordingsAsync(BureauScope.Of(row.Bureau), new RecordingQuery(Unlinked: true), new PageRequest(50), Leaving)).Rows
            : [];
    });

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var change in feed.FollowAsync(Leaving))
            {
                if (change is null || change.Stream.EndsWith(CaseId, StringComparison.Ordinal))
                {
                    await InvokeAsync(async () =>
                    {
                        await LoadAsync();
                        StateHasChanged();
                    });
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

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
            await LoadAsync();
            StateHasChanged();
        }

        return answered ? broken : CommonRules.NoAnswer;
    }
}
