using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Documents;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Starts a case: its kind and origin decide which act may open it, and the profile gives that act's form.</summary>
public sealed partial class StartCasePage(
    IGrainFactory grains, IReadModel reads, IRegulationReader law, IDrafts drafts, IDocumentDesk files, ActRecordings av, ILegalTime time, PortalSession session, NavigationManager navigation, IJSRuntime script)
{
    private const string PlaceOfTitle = "case-title";
    private const string PlaceOfParty = "party-name";

    private readonly Dictionary<string, ActFormModel> _models = new(StringComparer.Ordinal);

    private string _caseId = "";
    private string _me = "";
    private BureauView? _bureau;
    private ProfileSummary? _profile;
    private ImmutableArray<NamedValue> _actTypes = [];
    private ImmutableArray<ActFormView> _openings = [];
    private IReadOnlyList<ActFormView> _fitting = [];
    private IReadOnlyList<OfficerRow> _officers = [];
    private IReadOnlyList<RecordingRow> _recordings = [];
    private IReadOnlySet<string> _recorders = new HashSet<string>();
    private ActFormModel? _model;
    private ActCheck? _check;
    private DateTimeOffset _now;
    private string _actType = "";
    private string _origin = "";
    private string _title = "";
    private string _party = "";
    private string _partyKind = "organisation";
    private string _partyId = "";
    private string _partyContact = "";
    private bool _mayAnnounce;
    private bool _noBureau;
    private bool _live;
    private bool _checking;
    private bool _checkAgain;
    private string? _showNext;

    /// <summary>The id that the case is to have; absent: that of the draft typed last, else a new one.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    private string? CaseId { get; set; }

    private ImmutableArray<SheetRow> About => [new("案由", _title), new("当事人", _party), new("证件号码或统一社会信用代码", _partyId), new("住址、电话", _partyContact)];

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        if (await session.OwnBureauAsync() is not { } own || await grains.GetGrain<IBureauGrain>(own).ViewAsync() is not { } bureau)
        {
            _noBureau = true;
            return;
        }

        _now = time.Now;
        var today = Dates.DayOf(_now);
        var reader = await session.ReaderAsync();
        _me = reader.Id;
        _officers = [.. (await reads.OfficersAsync(BureauScope.Of(own), Leaving)).Where(o => o is { Active: true, Certificate.Length: > 0 })];
        _recordings = await av.UnlinkedAsync(own, Leaving);
        _recorders = await av.RecordersOfAsync(_me, own, Leaving);
        _mayAnnounce = await session.MayAsync(Permissions.RecordingsAnnounce, own);
        _actTypes = law.ActTypes(bureau.ProfileCode, today);
        _openings = [.. law.Openings(bureau.ProfileCode, today).Where(form => form.Roles.Contains(reader.Role))];
        _profile = law.Profiles().FirstOrDefault(p => p.Code == bureau.ProfileCode && (p.EffectiveFrom is null || p.EffectiveFrom <= today));
        await BeginAsync(reader.Bureau);
        _bureau = bureau;
        await CheckAsync();
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _live = true; // what was typed into the page before its circuit would be lost
            StateHasChanged();
        }

        if (_showNext is { } place)
        {
            _showNext = null;
            await script.InvokeVoidAsync("enforcement.show", place);
        }
    }

    private ImmutableArray<BrokenRule> At(string place) => _model is { } model ? FormPlaces.At(model.Broken, place) : [];

    private Task ChooseAsync(string? actType, string? origin)
    {
        Choose(actType, origin);
        return CheckAsync();
    }

    private void Choose(string? actType, string? origin)
    {
        (_actType, _origin) = (actType ?? "", origin ?? "");
        _fitting = [.. _openings.Where(form => form.Opens.Contains(_origin) && (form.ActTypes.IsDefaultOrEmpty || form.ActTypes.Contains(_actType)))];
        Take(_actType.Length == 0 ? null : (_fitting.FirstOrDefault(form => form.Kind == _model?.Form.Kind) ?? _fitting.FirstOrDefault())?.Kind);
    }

    /// <summary>Each act keeps what was typed into it, should the person come back to it.</summary>
    private void Take(string? kind)
    {
        if (_fitting.FirstOrDefault(form => form.Kind == kind) is not { } chosen)
        {
            _model = null;
            return;
        }

        if (!_models.TryGetValue(chosen.Kind, out var model))
        {
            _models[chosen.Kind] = model = new ActFormModel(chosen);
            if (chosen.MinOfficers > 0 && _officers.Any(o => o.OfficerId == _me))
            {
                model.Officers[_me] = false;
            }
        }

        _model = model;
    }

    private OpenCase Request(ActFormModel model, string bureau) => new(
        bureau, _actType, _origin, _title.Trim(), new PartyInfo(_party.Trim(), _partyKind, Blank(_partyId), Blank(_partyContact)), model.ToDraft());

    /// <summary>Asks the same rules that will decide. It never stands in the way: when it has no answer, nothing is shown.</summary>
    private async Task CheckAsync()
    {
        _checkAgain = true;
        if (_checking)
        {
            return;
        }

        _checking = true;
        try
        {
            while (_checkAgain)
            {
                _checkAgain = false;
                _check = _model is { } model && _bureau is { } bureau
                    ? await grains.GetGrain<ICaseGrain>(_caseId).CheckOpenAsync(Request(model, bureau.Id), await session.ReaderAsync())
                    : null;
                if (_check is { } check)
                {
                    _model?.Recheck(check.Broken);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _check = null;
        }
        finally
        {
            _checking = false;
        }
    }

    private async Task SendAsync()
    {
        if (Busy || _model is not { } model || _bureau is not { } bureau)
        {
            return;
        }

        var started = false;
        await TryAsync(async () =>
        {
            await script.InvokeVoidAsync("enforcementDraft.settle");
            var request = Request(model, bureau.Id);
            var faults = await files.FaultsAsync(request.First.Documents, bureau.Id, null, await session.ReaderAsync(), Leaving);
            var reply = faults.IsDefaultOrEmpty
                ? await grains.GetGrain<ICaseGrain>(_caseId).OpenAsync(request, await session.CallerAsync(model.CommandId))
                : new CommandReply(0, null, faults);
            model.Answered(reply);
            started = reply.Done;
        });
        if (started)
        {
            await script.InvokeVoidAsync("enforcementDraft.done");
            await TryAsync(RemoveDraftAsync);
            navigation.NavigateTo($"/cases/{_caseId}?done=a1");
            return;
        }

        _showNext = model.Broken.Select(FormPlaces.Of).FirstOrDefault(place => place is not null) ?? (model.Broken.Length > 0 ? "act-form-summary" : null);
        await script.InvokeVoidAsync("enforcementDraft.resume");
    }

    private async Task<ImmutableArray<BrokenRule>> AnnounceAsync(AnnounceHere.NewRecording recording)
    {
        if (_bureau is not { } bureau || _model is not { } model || !await session.MayAsync(Permissions.RecordingsAnnounce, bureau.Id))
        {
            return [];
        }

        var (broken, rows) = await av.AnnounceAsync(recording, bureau.Id, _me, await session.CallerAsync(recording.Id), Leaving);
        if (broken.IsDefaultOrEmpty)
        {
            _recordings = rows;
            model.Recordings.Add(recording.Id);
            await CheckAsync();
        }

        return broken;
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
