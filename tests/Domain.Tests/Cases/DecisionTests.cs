using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Conformance;

namespace Enforcement.Domain.Tests.Cases;

/// <summary>What was decided is decided: a second approval is refused, and an approval of several measures names the one it is about.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    [InlineData(Siblings.GC)]
    public void A_start_that_was_approved_is_not_approved_or_sent_back_again(string id)
    {
        var walk = Siblings.Started(id);

        Assert.Contains(walk.Refused("start-approval", "outcome=approved"), v => v.Code == "approval.already-decided");
        Assert.Contains(walk.Refused("start-approval", "outcome=returned"), v => v.Code == "approval.already-decided");
    }

    [Fact]
    public void Nothing_is_approved_that_was_not_submitted() =>
        Assert.Contains(Siblings.Urgent(Siblings.CM).Refused("start-approval", "outcome=approved"), v => v.Code == "act.refers-to-nothing");

    [Fact]
    public void What_was_sent_back_may_be_decided_again_and_a_new_form_always()
    {
        var walk = Siblings.Urgent(Siblings.GC).Record("start-report").Record("start-approval", "outcome=returned").Record("start-approval", "outcome=approved");
        walk.Record("start-report").Record("start-approval", "outcome=approved");

        Assert.Equal(["a2", "a2", "a5"], walk.State.Acts.Where(a => a.Entry.Kind == "start-approval").Select(a => a.Entry.RefersTo));
    }

    [Fact]
    public void A_decision_that_was_wrong_is_corrected()
    {
        var walk = Siblings.Started(Siblings.GC);
        var wrong = walk.State.Latest("start-approval")!.Entry;

        walk.Record("start-approval", i => i with { Corrects = new Correction(wrong.Id, "误点"), RefersTo = wrong.RefersTo }, "outcome=returned");
        Assert.Equal(CaseStage.Registered, walk.State.Stage);
    }

    [Theory]
    [InlineData(Siblings.CM)]
    [InlineData(Siblings.FS)]
    [InlineData(Siblings.GC)]
    [InlineData("ta/2017-08-01")]
    public void One_approval_does_not_meet_the_term_of_every_urgent_measure(string id)
    {
        var walk = CaseWalk.Under(id, ActType.Penalty, CaseOrigin.Urgent, "urgent-start").Record("seal-seizure", "urgent=true").Record("seal-seizure", "urgent=true");

        Assert.Contains(walk.Refused("measure-approval", "outcome=approved"), v => v.Code == "approval.names-no-measure");
        walk.Record("measure-approval", i => i with { RefersTo = "a2" }, "outcome=approved");
        Assert.Equal([false, true], walk.State.Clocks.Clocks.Values.Where(c => c.Rule == "measure-late-approval").OrderBy(c => c.SubjectId).Select(c => c.IsOpen));
        Assert.Contains(walk.Refused("measure-approval", i => i with { RefersTo = "a2" }, null, "outcome=approved"), v => v.Code == "approval.already-decided");

        // Only one is left: it need not be named.
        walk.Record("measure-approval", "outcome=approved");
        Assert.All(walk.State.Clocks.Clocks.Values.Where(c => c.Rule == "measure-late-approval"), c => Assert.False(c.IsOpen));
    }
}
