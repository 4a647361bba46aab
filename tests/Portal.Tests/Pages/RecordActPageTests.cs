using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Pages.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Orleans;

namespace Enforcement.Portal.Tests.Pages;

public sealed class RecordActPageTests : PageTest
{
    private readonly ICaseGrain _case = Substitute.For<ICaseGrain>();
    private readonly List<(ActDraft Draft, Caller Caller)> _sent = [];

    public RecordActPageTests()
    {
        Grains.GetGrain<ICaseGrain>("c-1").Returns(_case);
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs(SampleCase.Row() with { Stage = "registered" });
        _case.ViewAsync(default!).ReturnsForAnyArgs(View());
    }

    [Fact]
    public void What_decides_on_a_form_is_done_on_the_page_that_shows_the_form()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases/c-1/acts/new/start-unit-opinion?about=a1");

        Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-unit-opinion"));

        Assert.EndsWith("/cases/c-1/approvals/start-unit-opinion?about=a1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_decide_is_told_why_on_the_form()
    {
        Access.May(default!, Permissions.ActsApprove, default).ReturnsForAnyArgs(false);
        _case.ViewAsync(default!).ReturnsForAnyArgs(View() with { Next = [new NextAct(Law.Acts("cm/undated").Single(form => form.Kind == "start-unit-opinion"), [new BrokenRule("act.role", "CM-09", null, new("须由承办机构负责人办理", "x"), new("请其办理", "y"), null)])] });

        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-unit-opinion"));

        Assert.Contains("须由承办机构负责人办理", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_for_one_of_several_entries_names_it_and_keeps_a_draft_of_its_own()
    {
        Answer(new CommandReply(5, "a3", []));
        var form = Law.Acts("cm/undated").First(act => !Enforcement.Portal.Components.Cases.Approval.Is(act) && !act.RefersTo.IsDefaultOrEmpty && act.Roles.Contains("officer"));
        _case.ViewAsync(default!).ReturnsForAnyArgs(View() with { Acts = [SampleCase.Report() with { Kind = form.RefersTo[0] }, SampleCase.Report() with { Id = "a2", Kind = form.RefersTo[0] }] });
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/cases/c-1/acts/new/{form.Kind}?about=a1");

        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, form.Kind));
        Assert.Equal("a1", page.Find("app-draft").GetAttribute("about"));
        page.Find(".form-actions .btn-primary").Click();

        Assert.Equal("a1", Assert.Single(_sent).Draft.RefersTo);
    }

    [Fact]
    public void A_correction_starts_from_the_entry_and_names_it()
    {
        Answer(new CommandReply(5, "a3", []));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases/c-1/acts/new/start-report?corrects=a1");
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-report"));
        Assert.Equal("群众反映<b>", page.Find("#field-reason").GetAttribute("value"));

        page.Find("#correction-reason").Change("笔误");
        page.Find(".form-actions .btn-primary").Click();

        var (draft, _) = Assert.Single(_sent);
        Assert.Equal(("a1", "笔误"), (draft.Corrects, draft.CorrectionReason));
        Assert.Equal("群众反映<b>", draft.Fields["reason"]);
    }

    [Fact]
    public async Task What_ends_a_case_is_asked_for_also_by_who_submits_while_the_last_word_is_still_checked()
    {
        Answer(new CommandReply(5, "a3", []));
        TaskCompletionSource<ActCheck> first = new(), second = new();
        BrokenRule missing = new("field.missing", "CM-08", null, new("应当载明“启动原因”", "x"), new("填写", "y"), "reason");
        _case.CheckActAsync(default!, default!).ReturnsForAnyArgs(new ActCheck([missing], null, []));
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-report"));
        _case.CheckActAsync(default!, default!).ReturnsForAnyArgs(first.Task, second.Task);

        page.Find("#field-reason").Change("执行完毕");
        var pressed = page.Find(".form-actions .btn-primary").ClickAsync(new());
        first.SetResult(new ActCheck([missing], null, []));
        second.SetResult(new ActCheck([], new NamedValue("ended", new("终结", "Ended")), []));
        await pressed;

        Assert.Empty(_sent);
        Assert.NotNull(page.Find("#confirm-ending"));
    }

    [Fact]
    public void A_refused_act_names_every_rule_beside_its_field_and_above_the_form()
    {
        Answer(new CommandReply(2, null, [new BrokenRule("field.missing", "CM-08", null, new("应当载明“启动原因”", "x"), new("填写", "y"), "reason")]));
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-report"));

        page.Find(".form-actions .btn-primary").Click();

        Assert.Equal("未能提交：有 1 处不符合规定", page.Find("#act-form-summary").TextContent);
        Assert.Contains("应当载明", page.Find("#field-reason-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_that_the_regulation_does_not_know_leads_back_to_the_case() =>
        Assert.NotNull(Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "no-such-act")).Find("a[href='/cases/c-1'].btn, .note-warn a[href='/cases/c-1']"));

    private void Answer(CommandReply reply) => _case.RecordActAsync(default!, default!).ReturnsForAnyArgs(call =>
    {
        _sent.Add((call.Arg<ActDraft>(), call.Arg<Caller>()));
        return reply;
    });

    /// <summary>The sample before the opinion was given.</summary>
    private CaseView View() => SampleCase.View() with
    {
        Stage = new("registered", new("登记", "Registered")),
        Acts = [SampleCase.Report()],
        Clocks = [],
        Requirements = [],
        Findings = [],
        Next = [.. Law.Acts("cm/undated").Where(form => form.Kind is "start-unit-opinion").Select(form => new NextAct(form, []))],
    };
}
