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

namespace Enforcement.Portal.Pages.Work;

/// <summary>One decision [审批]: the submitted form beside what the regulation demands of it; approve, or send back with words.</summary>
/// <remarks>What is sent says how many entries of the case were seen, so that nobody decides on something else than what stood on the page.</remarks>
public sealed partial class ApprovalPage(
    IGrainFactory grains, IReadModel reads, IWorkReadModel work, IRegulationReader law, PortalSession session)
{
    private const string OpinionField = "opinion";
    private const string MovedOn = "case.moved-on";

    private CaseView? _case;
    private ActFormModel? _model;
    private FormField? _outcome;
    private ActView? _about;
    private ActFormView? _aboutForm;
    private WorkItemRow? _item;
    private WorkItemRow? _next;
    private NamedValue? _chosen;
    private ImmutableArray<BrokenRule> _blocked = [];
    private ImmutableArray<RequirementView> _demands = [];
    private List<ActView> _opinions = [];
    private string? _done;
    private bool _missing;
    private bool _gone;
    private bool _changed;
    private bool _needsWords;
    private bool _decidedByMe;
    private string _loaded = "";

    [Parameter]
    public string CaseId { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    /// <summary>The entry that is decided on; absent: the latest it can be about.</summary>
    [SupplyParameterFromQuery(Name = "about")]
    private string? About { get; set; }

    private string Title => ApprovalText.Title.With(_model?.Form.Name.Here() ?? Kind);

    private string? Term => Phrase.English ? _item?.TermEn : _item?.TermZh;

    private string Opinion => _model?.Values.GetValueOrDefault(OpinionField) ?? "";

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != $"{CaseId} {Kind} {About}")
        {
            // "Next" leads to the same page with another case: nothing of the one before may stay.
            _loaded = $"{CaseId} {Kind} {About}";
            ForgetDraft();
            (_case, _model, _chosen, _done, _next) = (null, null, null, null, null);
            (_missing, _changed, _needsWords, _decidedByMe) = (false, false, false, false);
            await TryAsync(LoadAsync);
        }
    }

    private async Task LoadAsync()
    {
        var scope = await session.ScopeAsync(Permissions.ActsApprove);
        var me = await session.ReaderAsync();
        if (await reads.CaseAsync(scope, CaseId, Leaving) is null || await grains.GetGrain<ICaseGrain>(CaseId).ViewAsync(me) is not { } view)
        {
            _missing = true;
            return;
        }

        var forms = law.Acts(view.Profile.Id);
        if (forms.FirstOrDefault(act => act.Kind == Kind) is not { } form || !Approval.Is(form) || !form.Roles.Contains(me.Role))
        {
            _missing = true;
            return;
        }

        (_case, _outcome, Me) = (view, Approval.Outcome(form), me.Id);
        var standing = view.Acts.Where(act => act.CorrectedBy is null).ToList();
        _about = About is { Length: > 0 } named ? standing.Find(act => act.Id == named) : standing.FindLast(act => form.RefersTo.Contains(act.Kind));
        _gone = _about is null && (About is { Length: > 0 } || !form.RefersTo.IsDefaultOrEmpty);
        _aboutForm = _about is { } about ? forms.FirstOrDefault(act => act.Kind == about.Kind) : null;
        _demands = _about is null ? [] : [.. view.Requirements.Where(item => item.Act == _about.Id)];
        _opinions = _about is null ? [] : [.. standing.Where(act => act.RefersTo == _about.Id)];
        _blocked = Unconditional(view, _opinions);
        _item = (await work.ItemsAsync(scope, new WorkQuery(me.Role, CaseId: CaseId), new PageRequest(50), Leaving)).Rows.FirstOrDefault(row => row.Act == Kind && (row.About == _about?.Id || row.About is null));
        await TakeDraftAsync(form, me);
        Aim();
    }

    /// <summary>Reasons for which nothing that is written into the form helps; what stands against an approval may still be sent back.</summary>
    private ImmutableArray<BrokenRule> Unconditional(CaseView view, List<ActView> opinions)
    {
        if (opinions.FindLast(act => act.Kind == Kind) is { } given && given.Fields.FirstOrDefault(f => f.Id == Approval.OutcomeField)?.Value is not (null or Approval.Returned))
        {
            _decidedByMe = given.By.Id == Me;
            return
            [
                new BrokenRule(
                    "approval.already-decided", _model?.Form.Article, null,
                    new Wording($"{given.By.Name}已于{Dates.Instant(given.RecordedAt)}作出该决定（{given.Id}）", $"{given.By.Name} decided on {Dates.Instant(given.RecordedAt)} ({given.Id})"),
                    new Wording("查看已有意见；如确有错误，在案件页面更正", "Read the opinions; correct it on the case page if it is wrong"), null),
            ];
        }

        // What the case offers is judged for its latest form; another one that is named here is judged when the decision is sent.
        return view.Next.FirstOrDefault(act => act.Form.Kind == Kind) is { } next && (next.Form.RefersTo.IsDefaultOrEmpty || _about is not null) ? next.Blocked : [];
    }

    private static ActFormModel NewModel(ActFormView form, Caller me)
    {
        ActFormModel model = new(form);
        foreach (var signature in model.Signatures.Where(s => s.Rule.Required).Take(1))
        {
            signature.Name = me.Name; // who decides signs; the name can be changed before it is sent
        }

        return model;
    }
}
