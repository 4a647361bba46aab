using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>The draft of a new case: the one named in the address, else the one typed last.</summary>
public sealed partial class StartCasePage
{
    private string? _started;
    private int _generation;

    private string Label => string.Join(" · ", new[] { _title.Trim(), _party.Trim() }.Where(text => text.Length > 0));

    /// <summary>The id of the case stands in the draft's key, so that a case handed in twice is one case, even across a restart.</summary>
    private async Task BeginAsync(string seat)
    {
        _caseId = CaseId is { Length: >= 8 and <= 64 } named && named.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? named
            : (await Drafts.ListAsync(Me, Leaving)).FirstOrDefault(line => line.Key.IsNewCase && line.Key.Bureau == seat)?.Key.CaseId ?? NewId();
        Key = new DraftKey(seat, _caseId, DraftKey.NewCase);
        if (await Reads.CaseAsync(await Session.ScopeAsync(Permissions.CasesRead), _caseId, Leaving) is { } row)
        {
            // It was started, and the system ended before the draft could be removed.
            await RemoveDraftAsync();
            (_started, _caseId) = (row.CaseId, NewId());
            Key = new DraftKey(seat, _caseId, DraftKey.NewCase);
        }

        await FillAsync();
    }

    protected override async Task FillAsync()
    {
        if (await FindDraftAsync() is not { } draft || DraftContent.Read(draft.Content) is not { } content)
        {
            return;
        }

        string Of(string what) => DraftContent.Text(content, "case", what);
        (_title, _party, _partyId, _partyContact) = (Of("title"), Of("party"), Of("partyId"), Of("partyContact"));
        _partyKind = Of("partyKind") is { Length: > 0 } kind ? kind : _partyKind;
        _models.Clear();
        Choose(Of("actType"), Of("origin"));
        if (Of("firstAct") is { Length: > 0 } first && _fitting.Any(form => form.Kind == first))
        {
            Take(first);
        }

        if (Model is { } model)
        {
            DraftContent.Apply(draft.Content, model);
            await NameOfficersAsync(model);
            // Drawn as a new form: what the browser shows is replaced as a whole.
            _generation++;
        }
    }

    protected override Task EmptyAsync()
    {
        (_title, _party, _partyId, _partyContact, _partyKind) = ("", "", "", "", "organisation");
        _models.Clear();
        Choose("", "");
        return Task.CompletedTask;
    }

    private static string NewId() => "c-" + Guid.NewGuid().ToString("n");
}
