using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>Chooses the act of a case that a recording belongs to.</summary>
public sealed partial class LinkToCase(IGrainFactory grains, IReadModel reads, PortalSession session)
{
    private ImmutableArray<CaseRow> _cases = [];
    private List<ActView> _acts = [];
    private ImmutableArray<BrokenRule> _broken = [];
    private string _text = "";
    private string _caseId = "";
    private string _act = "";
    private bool _searched;
    private bool _busy;

    /// <summary>A recording goes to a case of its own bureau only.</summary>
    [Parameter, EditorRequired]
    public string Bureau { get; set; } = "";

    /// <summary>Links it (case, act); gives what forbids it, or nothing.</summary>
    [Parameter, EditorRequired]
    public Func<string, string, Task<ImmutableArray<BrokenRule>>> Submit { get; set; } = null!;

    private async Task FindAsync()
    {
        CaseQuery query = new(Text: string.IsNullOrWhiteSpace(_text) ? null : _text.Trim(), Order: CaseOrder.Updated);
        _cases = (await reads.CasesAsync(BureauScope.Of(Bureau), query, new PageRequest(20), CancellationToken.None)).Rows;
        (_searched, _acts, _act, _caseId) = (true, [], "", "");
    }

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        var chosen = change.Value?.ToString();
        _caseId = _cases.FirstOrDefault(row => row.CaseId == chosen)?.CaseId ?? ""; // only what was offered: a browser may send anything
        _act = "";
        _acts = _caseId.Length > 0 && await grains.GetGrain<ICaseGrain>(_caseId).ViewAsync(await session.ReaderAsync()) is { } view
            ? [.. view.Acts.Where(act => act.CorrectedBy is null).Reverse()]
            : [];
    }

    private async Task SendAsync()
    {
        _busy = true;
        _broken = await Submit(_caseId, _act);
        _busy = false;
    }
}
