using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Documents;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Starts a case: its kind and origin decide which act may open it, and the profile gives that act's form.</summary>
public sealed partial class StartCasePage(
    IGrainFactory grains, IRegulationReader law, IDocumentDesk files, ILegalTime time, NavigationManager navigation)
{
    private const string PlaceOfTitle = "case-title";
    private const string PlaceOfParty = "party-name";

    private readonly Dictionary<string, ActFormModel> _models = new(StringComparer.Ordinal);

    private string _caseId = "";
    private BureauView? _bureau;
    private ProfileSummary? _profile;
    private ImmutableArray<NamedValue> _actTypes = [];
    private ImmutableArray<ActFormView> _openings = [];
    private IReadOnlyList<ActFormView> _fitting = [];
    private DateTimeOffset _now;
    private string _actType = "";
    private string _origin = "";
    private string _title = "";
    private string _party = "";
    private string _partyKind = "organisation";
    private string _partyId = "";
    private string _partyContact = "";
    private bool _noBureau;

    /// <summary>The id that the case is to have; absent: that of the draft typed last, else a new one.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    private string? CaseId { get; set; }

    private ImmutableArray<SheetRow> About => [new("案由", _title), new("当事人", _party), new("证件号码或统一社会信用代码", _partyId), new("住址、电话", _partyContact)];

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        if (await Session.OwnBureauAsync() is not { } own || await grains.GetGrain<IBureauGrain>(own).ViewAsync() is not { } bureau)
        {
            _noBureau = true;
            return;
        }

        _now = time.Now;
        var today = Dates.DayOf(_now);
        var reader = await Session.ReaderAsync();
        Me = reader.Id;
        await LoadOfficersAsync(own);
        await LoadRecordingsAsync(own);
        _actTypes = law.ActTypes(bureau.ProfileCode, today);
        _openings = [.. law.Openings(bureau.ProfileCode, today).Where(form => form.Roles.Contains(reader.Role))];
        _profile = law.Profiles().FirstOrDefault(p => p.Code == bureau.ProfileCode && (p.EffectiveFrom is null || p.EffectiveFrom <= today));
        await BeginAsync(reader.Bureau);
        _bureau = bureau;
        await CheckAsync();
    });

    private ImmutableArray<BrokenRule> At(string place) => Model is { } model ? FormPlaces.At(model.Broken, place) : [];

    private Task ChooseAsync(string? actType, string? origin)
    {
        Choose(actType, origin);
        return CheckAsync();
    }

    private void Choose(string? actType, string? origin)
    {
        (_actType, _origin) = (actType ?? "", origin ?? "");
        _fitting = [.. _openings.Where(form => form.Opens.Contains(_origin) && (form.ActTypes.IsDefaultOrEmpty || form.ActTypes.Contains(_actType)))];
        Take(_actType.Length == 0 ? null : (_fitting.FirstOrDefault(form => form.Kind == Model?.Form.Kind) ?? _fitting.FirstOrDefault())?.Kind);
    }

    /// <summary>Each act keeps what was typed into it, should the person come back to it.</summary>
    private void Take(string? kind)
    {
        if (_fitting.FirstOrDefault(form => form.Kind == kind) is not { } chosen)
        {
            Model = null;
            return;
        }

        if (!_models.TryGetValue(chosen.Kind, out var model))
        {
            _models[chosen.Kind] = model = new ActFormModel(chosen);
            if (chosen.MinOfficers > 0 && Officers?.Offers(Me) == true)
            {
                model.Officers[Me] = false;
            }
        }

        Model = model;
    }

    private OpenCase Request(ActFormModel model, string bureau) => new(
        bureau, _actType, _origin, _title.Trim(), new PartyInfo(_party.Trim(), _partyKind, Blank(_partyId), Blank(_partyContact)), model.ToDraft());

    protected override async Task<ActCheck?> AskAsync(ActFormModel model) => _bureau is { } bureau
        ? await grains.GetGrain<ICaseGrain>(_caseId).CheckOpenAsync(Request(model, bureau.Id), await Session.ReaderAsync())
        : null;

    private async Task SendAsync()
    {
        if (Busy || Model is not { } model || _bureau is not { } bureau)
        {
            return;
        }

        var reply = await HandInAsync(model, async () =>
        {
            var request = Request(model, bureau.Id);
            var faults = await files.FaultsAsync(request.First.Documents, bureau.Id, null, await Session.ReaderAsync(), Leaving);
            return faults.IsDefaultOrEmpty
                ? await grains.GetGrain<ICaseGrain>(_caseId).OpenAsync(request, await Session.CallerAsync(model.CommandId))
                : new CommandReply(0, null, faults);
        });
        if (reply is { Done: true })
        {
            await StopSavingAsync();
            await TryAsync(RemoveDraftAsync);
            navigation.NavigateTo($"/cases/{_caseId}?done=a1");
            return;
        }

        await RefusedAsync(model);
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
