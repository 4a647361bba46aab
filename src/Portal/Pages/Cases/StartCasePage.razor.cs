using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Starts a case: its kind and origin decide which act may open it, and the profile gives that act's form.</summary>
public sealed partial class StartCasePage(
    IGrainFactory grains, IReadModel reads, IRegulationReader law, ILegalTime time, PortalSession session, NavigationManager navigation, IJSRuntime script)
{
    private const string PlaceOfTitle = "case-title";
    private const string PlaceOfParty = "party-name";

    // One id for the case this page starts: sent twice, it is still one case.
    private readonly string _caseId = "c-" + Guid.NewGuid().ToString("n");
    private readonly Dictionary<string, ActFormModel> _models = new(StringComparer.Ordinal);

    private BureauView? _bureau;
    private ProfileSummary? _profile;
    private ImmutableArray<NamedValue> _actTypes = [];
    private ImmutableArray<ActFormView> _openings = [];
    private IReadOnlyList<ActFormView> _fitting = [];
    private IReadOnlyList<OfficerRow> _officers = [];
    private IReadOnlyList<RecordingRow> _recordings = [];
    private ActFormModel? _model;
    private DateTimeOffset _now;
    private string _actType = "";
    private string _origin = "";
    private string _title = "";
    private string _party = "";
    private string _partyKind = "organisation";
    private string _partyId = "";
    private string _partyContact = "";
    private bool _noBureau;
    private bool _showSummary;

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        if (await session.OwnBureauAsync() is not { } own || await grains.GetGrain<IBureauGrain>(own).ViewAsync() is not { } bureau)
        {
            _noBureau = true;
            return;
        }

        _now = time.Now;
        var today = Dates.DayOf(_now);
        var scope = BureauScope.Of(own);
        _officers = [.. (await reads.OfficersAsync(scope, Leaving)).Where(o => o is { Active: true, Certificate.Length: > 0 })];
        _recordings = (await reads.RecordingsAsync(scope, new RecordingQuery(Unlinked: true), new PageRequest(50), Leaving)).Rows;
        _actTypes = law.ActTypes(bureau.ProfileCode, today);
        var role = (await session.ReaderAsync()).Role;
        _openings = [.. law.Openings(bureau.ProfileCode, today).Where(form => form.Roles.Contains(role))];
        _profile = law.Profiles().FirstOrDefault(p => p.Code == bureau.ProfileCode && (p.EffectiveFrom is null || p.EffectiveFrom <= today));
        _bureau = bureau;
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_showSummary)
        {
            _showSummary = false;
            await script.InvokeVoidAsync("enforcement.show", "act-form-summary");
        }
    }

    private ImmutableArray<BrokenRule> At(string place) => _model is { } model ? FormPlaces.At(model.Broken, place) : [];

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
        }

        _model = model;
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
            OpenCase request = new(
                bureau.Id, _actType, _origin, _title.Trim(), new PartyInfo(_party.Trim(), _partyKind, Blank(_partyId), Blank(_partyContact)), model.ToDraft());
            var reply = await grains.GetGrain<ICaseGrain>(_caseId).OpenAsync(request, await session.CallerAsync(model.CommandId));
            model.Answered(reply);
            started = reply.Done;
        });
        _showSummary = model.Broken.Length > 0;
        if (started)
        {
            navigation.NavigateTo($"/cases/{_caseId}?done=a1");
        }
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
