using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>A document of a recorded act as the official form that it is, to be printed.</summary>
public sealed partial class DocumentPreviewPage(IGrainFactory grains, IReadModel reads, IRegulationReader law, PortalSession session)
{
    private SheetFacts? _facts;
    private string? _number;
    private string? _sha256;
    private bool _missing;

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public string ActId { get; set; } = "";

    [Parameter]
    public string DocumentId { get; set; } = "";

    private string Title => FormsText.Preview + (_facts is { } facts ? Punctuation.Colon + facts.Title : "");

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        if (await reads.CaseAsync(await session.ScopeAsync(Permissions.CasesRead), CaseId, Leaving) is not { } row
            || await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(await session.ReaderAsync()) is not { } view
            || view.Acts.FirstOrDefault(act => act.Id == ActId) is not { } act
            || act.Documents.FirstOrDefault(document => document.Id == DocumentId) is not { } document)
        {
            _missing = true;
            return;
        }

        var bureau = (await reads.BureausAsync(BureauScope.Of(row.Bureau), Leaving)).FirstOrDefault(b => b.BureauId == row.Bureau)?.NameZh ?? row.Bureau;
        var form = act.Plain ? null : law.Acts(view.Profile.Id).FirstOrDefault(f => f.Kind == act.Kind);
        (_number, _sha256) = (view.Number, document.Sha256);
        _facts = SheetFacts.Of(act, document, form, bureau, SheetFacts.About(view), Dates.DayOf(act.OccurredAt));
    });
}
