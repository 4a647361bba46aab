using System.Globalization;
using System.Text;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components.Cases.Dossier;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The whole case as a file on paper [案卷]: cover, contents, every act in order, lists and proof.</summary>
public sealed partial class CasePrintPage(IGrainFactory grains, IReadModel reads, ICheckpoints checkpoints, PortalSession session)
{
    private CaseView? _case;
    private CheckpointLine? _checkpoint;
    private string _bureau = "";
    private string _handler = "";
    private string _printedBy = "";
    private bool _missing;

    [Parameter]
    public string CaseId { get; set; } = "";

    /// <summary>The foot of every page: the margin boxes of paper (print.css) take their text from the style of the root.</summary>
    private MarkupString Foot => new($":root{{--dossier-foot:{Quoted(DossierText.Foot.With(_case!.Number, Dates.Instant(_case.Now)))}}}");

    protected override async Task OnInitializedAsync() => await TryAsync(async () =>
    {
        var reader = await session.ReaderAsync();
        if (await reads.CaseAsync(await session.ScopeAsync(Permissions.CasesRead), CaseId, Leaving) is not { } row
            || await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(reader) is not { } view)
        {
            _missing = true;
            return;
        }

        var bureau = (await reads.BureausAsync(BureauScope.Of(row.Bureau), Leaving)).FirstOrDefault(b => b.BureauId == row.Bureau);
        _checkpoint = await checkpoints.OverAsync(view.Proof.Position, Leaving);
        _bureau = bureau is null ? row.Bureau : Names.Bureau(bureau.NameZh, bureau.NameEn);
        (_case, _handler, _printedBy) = (view, row.HandlerName, reader.Name);
    });

    /// <summary>A string of CSS; what is neither letter nor digit is written by its number, so that nothing in it can end the string or the element.</summary>
    private static string Quoted(string text)
    {
        StringBuilder css = new("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            css.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}"));
        }

        return css.Append('"').ToString();
    }
}
