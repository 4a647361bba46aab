using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Tests.Pages;

namespace Enforcement.Portal.Tests.Components;

/// <summary>The parts of the page of a case that lead further: completeness, people, proof.</summary>
public sealed class CasePartsTests : PageTest
{
    [Fact]
    public void Each_requirement_leads_to_the_act_that_fills_it_and_what_is_missing_comes_first()
    {
        var matrix = Render<CompletenessMatrix>(p => p.Add(m => m.CaseId, "c-1").Add(m => m.Requirements, SampleCase.View().Requirements));

        Assert.Equal(["缺少", "已具备"], matrix.FindAll(".matrix tbody .app-tag").Select(tag => tag.TextContent));
        Assert.Equal(["/cases/c-1#act-a2", "/cases/c-1#act-a1"], matrix.FindAll(".matrix tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/cases/c-1#act-a1", "/cases/c-1#act-a2"], matrix.FindAll(".matrix-sum tbody a").Select(link => link.GetAttribute("href")));
        Assert.Contains("缺少 1 项，免予 0 项，已具备 1 项", matrix.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_states_an_outcome_has_decided_whatever_the_act_is_called()
    {
        var view = SampleCase.View();
        var people = CasePerson.Of(view with { Acts = [view.Acts[0], view.Acts[1] with { Kind = "start-unit-opinion", Decides = true }] });

        Assert.Equal("decided", people.Single(person => person.Name == "李敏").Deeds.Single().Ways.Single());
        Assert.Equal(["present", "recorded"], people.Single(person => person.Name == "王建国").Deeds.Single().Ways.ToArray());
        Assert.Equal(["refused"], people.Single(person => person.Name == "张三").Deeds.Single().Ways.ToArray());
    }

    [Fact]
    public void Who_signs_for_the_bureau_is_the_officer_named_in_the_act_and_no_second_person()
    {
        var view = SampleCase.View();
        var act = view.Acts[0] with { Signatures = [new("staff", new("有关工作人员", "Staff"), "王建国", false, null), new("witness", new("见证人", "Witness"), "王建国", false, null)] };

        var people = CasePerson.Of(view with { Acts = [act] });

        Assert.Equal(["present", "recorded", "signed"], people.Single(person => person.Id == "cm-officer").Deeds.Single().Ways.ToArray());
        Assert.Equal("见证人", people.Single(person => person.Id.Length == 0).Role);
    }

    [Theory]
    [InlineData("CM-0001", "2026-11-21", true, "办理时有效，至 2026年11月21日")]
    [InlineData("CM-0001", "2026-11-20", false, "2026年11月21日 办理时已过期，有效期至 2026年11月20日")]
    [InlineData("CM-0001", null, null, "登记册无有效期")]
    [InlineData("CM-9999", "2028-12-31", null, "登记册现为其他证件")]
    public void A_certificate_is_held_against_the_register_on_the_day_of_the_act(string registered, string? until, bool? valid, string words)
    {
        var person = CasePerson.Of(SampleCase.View()).Single(one => one.Id == "cm-officer");
        OfficerRow row = new("cm-officer", "王建国", "CM", registered, until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "officer", Active: true);

        Assert.Equal(new CertificateCheck(valid, words), CertificateCheck.Of(person, [row]));
    }

    [Fact]
    public void A_certificate_of_somebody_unknown_to_the_register_is_not_called_valid()
    {
        var person = CasePerson.Of(SampleCase.View()).Single(one => one.Id == "cm-officer");

        Assert.Equal(new CertificateCheck(null, "登记册无此人"), CertificateCheck.Of(person, []));
        Assert.Null(CertificateCheck.Of(person with { Certificate = null }, []));
    }

    [Fact]
    public void What_the_case_waits_for_comes_first_and_what_is_not_possible_says_why_and_what_to_do()
    {
        var forms = Law.Acts("cm/undated").ToDictionary(form => form.Kind, StringComparer.Ordinal);
        BrokenRule broken = new("act.order", "CM-08", null, new("尚未批准启动", "Not started"), new("先办理启动审批", "Approve the start first"), null);
        ImmutableArray<NextAct> next =
        [
            new(forms["on-site-inspection"], []),
            new(forms["start-unit-opinion"], []) { Wanted = true, WantedBy = Now.AddHours(5), WantedFor = new("补办启动审批", "Late start approval") },
            new(forms["decision"], [broken]) { Wanted = true },
        ];

        var list = Render<NextActs>(p => p.Add(n => n.CaseId, "c-1").Add(n => n.Next, next).Add(n => n.Stages, SampleCase.View().Stages).Add(n => n.Stage, "started").Add(n => n.Now, Now));

        var first = list.FindAll("a.btn")[0];
        Assert.Equal("/cases/c-1/approvals/start-unit-opinion", first.GetAttribute("href"));
        Assert.Contains("还有 5小时", first.ParentElement!.TextContent, StringComparison.Ordinal);
        var blocked = list.Find("details .next-list li").TextContent;
        Assert.Contains("应办", blocked, StringComparison.Ordinal);
        Assert.Contains("尚未批准启动", blocked, StringComparison.Ordinal);
        Assert.Contains("先办理启动审批", blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_proof_names_the_checkpoint_or_says_that_there_is_none_yet()
    {
        var view = SampleCase.View();
        var covered = Render<ProofBadge>(p => p.Add(b => b.Proof, view.Proof).Add(b => b.Checkpoint, new CheckpointLine(12, "ab12", Now)));
        var open = Render<ProofBadge>(p => p.Add(b => b.Proof, view.Proof));

        Assert.Contains("2026年11月21日 14:20:00 的检查点已涵盖本案末条记录，其时全库 12 条", covered.Markup, StringComparison.Ordinal);
        Assert.Equal("12:ab12", covered.FindAll("[data-copy]")[1].GetAttribute("data-copy"));
        Assert.Contains("将由下一检查点涵盖", open.Markup, StringComparison.Ordinal);
    }
}
