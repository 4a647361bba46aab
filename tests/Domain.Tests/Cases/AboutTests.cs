using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Conformance;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>An opinion or a review speaks for the form it was given on, a release for its own measure, a re-check for its own statement.</summary>
public sealed class AboutTests
{
    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    public void The_opinion_on_a_form_that_was_sent_back_does_not_count_for_the_new_form(string id)
    {
        var walk = Siblings.Urgent(id).Record("start-report").Record("start-unit-opinion").Record("start-approval", "outcome=returned").Record("start-report");

        walk.Refused("start-approval", "outcome=approved").Names("start.no-unit-opinion", id == Siblings.CM ? "CM-08" : "FS-07");
        walk.Record("start-unit-opinion").Record("start-approval", "outcome=approved");
    }

    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    public void A_new_draft_is_reviewed_and_approved_anew(string id)
    {
        var walk = Siblings.Drafted(id, "major=true").Record("legal-review").Record("decision-approval", "outcome=returned").Record("draft", "major=true");

        Assert.Equal(["approval.no-unit-review", "approval.needs-legal-review"], walk.Refused("decision-approval", "outcome=approved").Select(v => v.Code));
        walk.Record("draft-review").Record("legal-review").Record("decision-approval", "outcome=approved").Record("draft", "major=true");
        Assert.Equal(["decision.not-approved", "decision.needs-legal-review"], walk.Refused("decision").Select(v => v.Code));
    }

    [Fact]
    public void In_GC_the_approval_of_an_older_closing_report_does_not_carry_the_decision()
    {
        var walk = Siblings.Drafted(Siblings.GC).Record("decision-approval").Record("closing-report");

        walk.Refused("decision").Names("decision.not-approved", "GC-18");
        walk.Record("decision-approval").Record("decision");
    }

    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    [InlineData("ta/2017-08-01")]
    public void Every_measure_is_lifted_before_the_act_ends(string id)
    {
        var walk = CaseWalk.Under(id, ActType.Penalty, CaseOrigin.Urgent, "urgent-start").Record("seal-seizure", "urgent=true").Record("seal-seizure", "urgent=true");
        var one = walk.State.Acts[^2].Entry.Id;
        walk.Record("measure-lifted");

        walk.Refused("end-of-act", "ground=not-established").Names("end.measures-not-lifted", "行政强制法-28");
        walk.Record("measure-lifted", i => i with { RefersTo = one }).Record("end-of-act", "ground=not-established");
    }

    [Fact]
    public void Lifting_the_freeze_does_not_stop_the_term_of_the_seizure()
    {
        var walk = Siblings.Started(Siblings.CM).Record("measure-approval").Record("seal-seizure", "urgent=false").Record("freeze");

        walk.Record("measure-lifted", i => i with { RefersTo = walk.State.Acts[^1].Entry.Id });

        Assert.Equal((true, false), (walk.Clock("seal-seizure-term").IsOpen, walk.Clock("freeze-term").IsOpen));
    }

    [Fact]
    public void Every_statement_is_checked_again_not_only_the_last_one()
    {
        var walk = Siblings.Drafted(Siblings.CM).Record("decision-approval").Record("statement-defence", "phase=before-decision");
        var first = walk.State.Acts[^1].Entry.Id;
        walk.Record("statement-defence", "phase=before-decision").Record("re-check", "phase=before-decision");

        walk.Refused("decision").Names("decision.needs-re-check", "行政处罚法-45");
        walk.Record("re-check", i => i with { RefersTo = first }, "phase=before-decision").Record("decision");
    }

    [Fact]
    public void An_approval_may_name_the_form_it_is_about()
    {
        var walk = Siblings.Urgent(Siblings.CM).Record("start-report").Record("start-unit-opinion").Record("start-report");

        walk.Refused("start-approval", "outcome=approved").Names("start.no-unit-opinion", "CM-08");
        walk.Record("start-approval", i => i with { RefersTo = "a2" }, "outcome=approved");
        Assert.Equal("a2", walk.State.Acts[^1].Entry.RefersTo);
    }
}
