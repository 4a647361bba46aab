using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
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
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs(new CaseRow(
            "c-1", "城管罚〔2026〕1号", "CM", "penalty", "ex-officio", "registered", "占道经营", "张三", "cm-officer", "王建国", Now, null, null, null, null, 0, 0, 0, 0,
            "cm/undated", Training: true, 2, Now, ""));
        _case.ViewAsync(default!).ReturnsForAnyArgs(View());
    }

    [Fact]
    public void An_approval_is_given_by_one_button_with_the_opinion()
    {
        Answer(new CommandReply(5, "a3", []));
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-unit-opinion"));
        Assert.Empty(page.FindAll("select#field-outcome"));
        Assert.Equal(["审核通过", "退回修改"], page.FindAll(".outcome-buttons button").Select(button => button.TextContent));

        page.Find("#field-opinion").Change("材料不全");
        page.FindAll(".outcome-buttons button")[1].Click();

        var (draft, _) = Assert.Single(_sent);
        Assert.Equal("returned", draft.Fields["outcome"]);
        Assert.Equal("材料不全", draft.Fields["opinion"]);
        Assert.Null(draft.OccurredAt);
        Assert.EndsWith("/cases/c-1?done=a3", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_decided_on_stands_beside_the_form()
    {
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-unit-opinion"));

        Assert.Contains("程序启动审批表", page.Find("[aria-label='审批对象']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_starts_from_the_entry_and_names_it()
    {
        Answer(new CommandReply(5, "a3", []));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/cases/c-1/acts/new/start-report?corrects=a1");
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-report"));
        Assert.Equal("群众反映", page.Find("#field-reason").GetAttribute("value"));

        page.Find("#correction-reason").Change("笔误");
        page.Find(".form-actions .btn-primary").Click();

        var (draft, _) = Assert.Single(_sent);
        Assert.Equal(("a1", "笔误"), (draft.Corrects, draft.CorrectionReason));
        Assert.Equal("群众反映", draft.Fields["reason"]);
    }

    [Fact]
    public void A_refused_act_names_every_rule_beside_its_field_and_above_the_form()
    {
        Answer(new CommandReply(2, null, [new BrokenRule("field.missing", "CM-08", null, new("应当载明“承办机构意见”", "x"), new("填写", "y"), "opinion")]));
        var page = Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "start-unit-opinion"));

        page.FindAll(".outcome-buttons button")[0].Click();

        Assert.Equal("未能提交：有 1 处不符合规定", page.Find("#act-form-summary").TextContent);
        Assert.Contains("应当载明", page.Find("#field-opinion-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_that_the_regulation_does_not_know_leads_back_to_the_case() =>
        Assert.NotNull(Render<RecordActPage>(p => p.Add(r => r.CaseId, "c-1").Add(r => r.Kind, "no-such-act")).Find("a[href='/cases/c-1'].btn, .note-warn a[href='/cases/c-1']"));

    private void Answer(CommandReply reply) => _case.RecordActAsync(default!, default!).ReturnsForAnyArgs(call =>
    {
        _sent.Add((call.Arg<ActDraft>(), call.Arg<Caller>()));
        return reply;
    });

    private CaseView View() => new()
    {
        Id = "c-1",
        Number = "城管罚〔2026〕1号",
        Bureau = "CM",
        ActType = new("penalty", new("行政处罚", "Penalty")),
        Origin = new("ex-officio", new("依职权", "Ex officio")),
        Stage = new("registered", new("登记", "Registered")),
        Stages = [new("registered", new("登记", "Registered")), new("started", new("程序启动", "Started"))],
        Title = "占道经营",
        Party = new PartyInfo("张三", "person"),
        Profile = new ProfilePin("cm/undated", "CM", new("城管", "CM"), "hash"),
        OpenedAt = Now,
        Acts = [Report()],
        Clocks = [],
        Requirements = [],
        Findings = [],
        Next = [.. Law.Acts("cm/undated").Where(form => form.Kind is "start-unit-opinion").Select(form => new NextAct(form, []))],
        Proof = new ProofView(2, "00", Now),
        RecordingFields = [],
        Now = Now,
    };

    private static ActView Report() => new()
    {
        Id = "a1",
        Kind = "start-report",
        Name = new("程序启动审批表", "Start-approval form"),
        Stage = new("registered", new("登记", "Registered")),
        OccurredAt = Now,
        RecordedAt = Now,
        By = new PersonInfo("cm-officer", "王建国", "officer", "CM", "CM-0001"),
        Fields = [new FieldValue("reason", new("启动原因", "Cause"), "群众反映", new("群众反映", "群众反映"), "CM-08")],
        Officers = [],
        Documents = [],
        Signatures = [],
        Recordings = ImmutableArray<LinkedRecordingView>.Empty,
        Av = "none",
    };
}
