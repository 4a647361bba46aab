using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Documents;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Records an act, or corrects one. The form comes from the profile; a refusal leaves all that was typed.</summary>
public sealed partial class RecordActPage(
    IGrainFactory grains, IRegulationReader law, IDocumentDesk files, NavigationManager navigation)
{
    private const string ConsentKind = "late-entry-consent";

    private CaseView? _case;
    private SentBack? _sentBack;
    private ImmutableArray<BrokenRule> _blocked = [];
    private IReadOnlyList<ActView> _standing = [];
    private IReadOnlyList<ActView> _referable = [];
    private IReadOnlyList<ActView> _consents = [];
    private string _bureauName = "";
    private bool _missing;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    /// <summary>The entry to be corrected.</summary>
    [SupplyParameterFromQuery(Name = "corrects")]
    private string? Corrects { get; set; }

    /// <summary>The entry that the act is named for, where a case has several.</summary>
    [SupplyParameterFromQuery(Name = "about")]
    private string? About { get; set; }

    private string Title => (string.IsNullOrEmpty(Corrects) ? ActPageText.Record : ActPageText.Correct).With(Model?.Form.Name.Here() ?? Kind);

    /// <summary>Chinese, because it is kept with the draft: the person may read the list in another language later.</summary>
    private string Label => $"{_case?.Number} · {Model?.Form.Name.Zh}";

    private ActView? Named => _referable.FirstOrDefault(act => act.Id == About);

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        var scope = await Session.ScopeAsync(Permissions.ActsRecord);
        var reader = await Session.ReaderAsync();
        if (await Reads.CaseAsync(scope, CaseId, Leaving) is not { } row || await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(reader) is not { } view)
        {
            _missing = true;
            return;
        }

        var next = view.Next.FirstOrDefault(act => act.Form.Kind == Kind);
        var form = next?.Form ?? law.Acts(view.Profile.Id).FirstOrDefault(act => act.Kind == Kind);
        if (form is null)
        {
            _missing = true;
            return;
        }

        _standing = [.. view.Acts.Where(act => act.CorrectedBy is null)];
        var correcting = _standing.Any(act => act.Id == Corrects);
        if (!correcting && Approval.Is(form) && await Session.MayAsync(Permissions.ActsApprove, row.Bureau))
        {
            // What decides on a form is done on the page that shows the form.
            navigation.NavigateTo($"/cases/{CaseId}/approvals/{Kind}{(About is { Length: > 0 } entry ? $"?about={Uri.EscapeDataString(entry)}" : "")}", replace: true);
            return;
        }

        (_case, _blocked, Me) = (view, next?.Blocked ?? [], reader.Id);
        _referable = [.. _standing.Where(act => form.RefersTo.Contains(act.Kind)).Reverse()];
        _consents = [.. _standing.Where(act => act.Kind == ConsentKind && _standing.All(other => other.Consent is null || !other.Consent.Contains(act.Id, StringComparison.Ordinal)))];
        await LoadOfficersAsync(row.Bureau);
        _bureauName = (await Reads.BureausAsync(BureauScope.Of(row.Bureau), Leaving)).FirstOrDefault(b => b.BureauId == row.Bureau)?.NameZh ?? row.Bureau;
        if (!form.Av.IsDefaultOrEmpty)
        {
            await LoadRecordingsAsync(row.Bureau);
        }

        _sentBack = correcting ? null : SentBack.Of(_standing, Kind);
        Key = new DraftKey(reader.Bureau, CaseId, Kind, correcting ? Corrects! : "", correcting ? "" : Named?.Id ?? "");
        await FillAsync(form);
        await CheckAsync();
    });

    /// <summary>An empty form, or what it begins with: the entry it corrects, the form that was sent back, else the person as officer present.</summary>
    private ActFormModel NewModel(ActFormView form)
    {
        ActFormModel model = new(form) { RefersTo = Named?.Id ?? "" };
        if (_standing.FirstOrDefault(act => act.Id == Corrects) is { } entry)
        {
            model.CorrectFrom(entry);
        }
        else if (_sentBack is { } sentBack)
        {
            model.FillFrom(sentBack.Entry);
        }
        else if (form.MinOfficers > 0 && Officers?.Offers(Me) == true)
        {
            model.Officers[Me] = false;
        }

        return model;
    }
}
