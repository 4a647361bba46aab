using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>Records an act, or corrects one. The form comes from the profile; a refusal leaves all that was typed.</summary>
public sealed partial class RecordActPage(
    IGrainFactory grains, IReadModel reads, IRegulationReader law, PortalSession session, NavigationManager navigation, IJSRuntime script)
{
    private const string ConsentKind = "late-entry-consent";

    private CaseView? _case;
    private ActFormModel? _model;
    private FormField? _outcome;
    private ActView? _about;
    private ImmutableArray<BrokenRule> _blocked = [];
    private IReadOnlyList<OfficerRow> _officers = [];
    private IReadOnlyList<RecordingRow> _recordings = [];
    private IReadOnlyList<ActView> _referable = [];
    private IReadOnlyList<ActView> _consents = [];
    private bool _missing;
    private bool _showSummary;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    /// <summary>The entry to be corrected.</summary>
    [SupplyParameterFromQuery(Name = "corrects")]
    private string? Corrects { get; set; }

    private string Title => (string.IsNullOrEmpty(Corrects) ? ActPageText.Record : ActPageText.Correct).With(_model?.Form.Name.Here() ?? Kind);

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        var scope = await session.ScopeAsync(Permissions.ActsRecord);
        if (await reads.CaseAsync(scope, CaseId, Leaving) is not { } row || await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(await session.ReaderAsync()) is not { } view)
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

        (_case, _blocked) = (view, next?.Blocked ?? []);
        var standing = view.Acts.Where(act => act.CorrectedBy is null).ToList();
        _referable = [.. standing.Where(act => form.RefersTo.Contains(act.Kind)).Reverse()];
        _consents = [.. standing.Where(act => act.Kind == ConsentKind && standing.TrueForAll(other => other.Consent is null || !other.Consent.Contains(act.Id, StringComparison.Ordinal)))];
        _officers = [.. (await reads.OfficersAsync(BureauScope.Of(row.Bureau), Leaving)).Where(o => o is { Active: true, Certificate.Length: > 0 })];
        _recordings = form.Av.IsDefaultOrEmpty
            ? []
            : (await reads.RecordingsAsync(BureauScope.Of(row.Bureau), new RecordingQuery(Unlinked: true), new PageRequest(50), Leaving)).Rows;

        ActFormModel model = new(form);
        if (standing.Find(act => act.Id == Corrects) is { } entry)
        {
            model.CorrectFrom(entry);
        }

        _outcome = Approval.Is(form) && model.Corrects.Length == 0 ? Approval.Outcome(form) : null;
        _about = Approval.Is(form) ? _referable.FirstOrDefault() : null;
        _model = model;
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_showSummary)
        {
            _showSummary = false;
            await script.InvokeVoidAsync("enforcement.show", "act-form-summary");
        }
    }

    private async Task DecideAsync(string outcome)
    {
        _model!.Values[Approval.OutcomeField] = outcome;
        await SendAsync();
    }

    private async Task SendAsync()
    {
        if (Busy || _model is not { } model)
        {
            return;
        }

        string? reference = null;
        await TryAsync(async () =>
        {
            var reply = await grains.GetGrain<ICaseGrain>(CaseId).RecordActAsync(model.ToDraft(), await session.CallerAsync(model.CommandId));
            model.Answered(reply);
            reference = reply.Done ? reply.Reference ?? "" : null;
        });
        _showSummary = model.Broken.Length > 0;
        if (reference is not null)
        {
            navigation.NavigateTo($"/cases/{CaseId}?done={Uri.EscapeDataString(reference)}");
        }
    }
}
