using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>A case can live its whole life under CM, FS and GC, and is stopped where their articles stop it.</summary>
public sealed class CaseWalkTests
{
    private const string Served = "service-direct served=decision";

    public static TheoryData<string> Codes() => ["cm", "fs", "gc"];

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_urgent_penalty_case_goes_from_start_to_archive(string code)
    {
        var walk = Urgent(code).Do([.. Reported(code), "inquiry", "on-site-inspection", "sampling", "prior-registration", "prior-registration-disposal"]);
        walk.Do("rights-notice", "statement-defence phase=before-decision", "re-check phase=before-decision", "hearing-notice", "hearing");
        walk.Do([.. Decided(code), Served, "performance", .. Ended(code, "performed"), "archive-handover", "archive"]);

        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        Assert.Equal(0, walk.Completeness.MissingCount);
        Assert.Equal(ClockPhase.Met, walk.Clock("late-report").Phase);
        Assert.Equal(ClockPhase.Met, walk.Clock("archive").Phase);
        Assert.DoesNotContain(walk.State.Clocks.Clocks.Values, c => c.IsOpen && c.Miss is not null);
    }

    [Theory]
    [InlineData("cm", 30)]
    [InlineData("fs", 60)]
    [InlineData("gc", 30)]
    public void The_archive_clock_counts_the_days_of_its_regulation_from_the_end_of_the_act(string code, int days)
    {
        var walk = Urgent(code).Do([.. Reported(code), "end-of-act ground=not-established"]);

        Assert.Equal(ChinaTime.EndOfDay(ChinaTime.DayOf(walk.Now).AddDays(days)).ToUniversalTime(), walk.Clock("archive").Due.At);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_form_sent_back_reopens_the_term_with_its_original_end(string code)
    {
        var walk = Urgent(code).Do([.. Reported(code)[..^1], "start-approval outcome=returned"]);
        var due = walk.Clock("late-report").Due.At;

        Assert.Equal(ClockPhase.Running, walk.Clock("late-report").Phase);
        Assert.Equal(walk.Clock("late-report").Started.AddHours(24), due);
        walk.Do(Reported(code));
        Assert.Equal((ClockPhase.Met, due), (walk.Clock("late-report").Phase, walk.Clock("late-report").Due.At));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_refused_start_stops_the_work_until_measures_are_lifted_and_the_procedure_is_ended(string code)
    {
        var walk = Urgent(code).Do("seal-seizure urgent=true").Do([.. Reported(code)[..^1], "start-approval outcome=refused"]);

        Assert.Contains("start.refused", walk.Refusal("inquiry"));
        Assert.Equal(["end.measures-not-lifted"], walk.Refusal("end-of-act ground=dropped"));
        walk.Do("measure-lifted", "end-of-act ground=dropped", "archive-handover", "archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_measure_on_the_spot_is_approved_within_24_hours_and_any_other_before(string code)
    {
        var walk = Urgent(code);

        Assert.Equal(["measure.not-approved"], walk.Refusal("seal-seizure urgent=false"));
        walk.Do("seal-seizure urgent=true", "measure-approval outcome=approved", "seal-seizure urgent=false");
        Assert.Equal(ClockPhase.Met, walk.Clock("measure-late-approval").Phase);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_decision_waits_for_approval_legal_review_rights_and_re_check(string code)
    {
        var draft = code is "gc" ? "closing-report major=true" : "draft major=true";
        var walk = Urgent(code).Do("statement-defence phase=before-decision", draft);

        Assert.Equal(
            ["decision.start-not-approved", "decision.not-approved", "decision.needs-legal-review", "decision.rights-not-told", "decision.needs-re-check"],
            walk.Refusal("decision"));
        Assert.Contains("approval.needs-legal-review", walk.Refusal("decision-approval outcome=approved"));
    }

    [Theory]
    [InlineData("cm", "CM-37")]
    [InlineData("fs", "FS-36")]
    [InlineData("gc", "GC-06")]
    public void The_handler_cannot_approve_the_own_form(string code, string article)
    {
        var walk = Urgent(code).Do(Reported(code)[..^1]);

        Assert.Contains(walk.Try("start-approval", by: "officer"), v => v.Article == article && v.Code.Contains("person", StringComparison.Ordinal));
    }

    [Fact]
    public void In_CM_a_major_act_does_not_start_without_the_legality_opinion()
    {
        var walk = new CaseWalk(Pinned("cm"), ActType.Penalty, CaseOrigin.ExOfficio).Do("start-report major=true", "start-unit-opinion");

        Assert.Equal(["start.no-legality-opinion"], walk.Refusal("start-approval outcome=approved"));
        walk.Do("start-legality-opinion", "start-approval outcome=approved");
        Assert.Equal(CaseStage.Started, walk.State.Stage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Enforcement_waits_for_the_demand_and_the_re_check_after_it(string code)
    {
        var walk = Urgent(code).Do([.. Reported(code), "rights-notice", .. Decided(code)]);

        Assert.Equal(["demand.not-served"], walk.Refusal("demand"));
        walk.Do(Served);
        Assert.Equal(["enforcement.no-demand"], walk.Refusal("enforcement mode=removal-restoration"));
        walk.Do("demand", "service-direct served=demand", "statement-defence phase=after-demand");
        Assert.Equal(["enforcement.needs-re-check"], walk.Refusal("court-application"));
        walk.Do("re-check phase=after-demand", "enforcement-decision", "enforcement mode=removal-restoration", "court-application", "court-result");
        walk.Do([.. Ended(code, "enforced"), "archive-handover", "archive"]);
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_summary_decision_is_filed_before_the_case_ends(string code)
    {
        var walk = new CaseWalk(Pinned(code), ActType.Penalty, CaseOrigin.Summary).Do("summary-decision", Served, "performance");
        if (code is "gc")
        {
            walk.Do("supervision-report");
        }

        Assert.Equal(["end.summary-not-filed"], walk.Refusal("end-of-act ground=performed"));
        walk.Do("summary-filing", "end-of-act ground=performed", "archive-handover", "archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
    }

    [Theory]
    [InlineData("cm")]
    [InlineData("gc")]
    public void A_licence_is_applied_for_given_and_delivered(string code)
    {
        var walk = new CaseWalk(Pinned(code), ActType.Licence, CaseOrigin.Application).Do("application", "application-outcome outcome=accepted", "suspension", "resumption");
        walk.Do([.. Decided(code)[..^1], "decision outcome=given", Served, "end-of-act ground=licence-given", "archive-handover", "archive"]);

        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        Assert.Equal(ClockPhase.Met, walk.Clock("licence-decision").Phase);
        Assert.Equal(ClockPhase.Met, walk.Clock("certificate-delivery").Phase);
    }

    [Theory]
    [InlineData("cm")]
    [InlineData("gc")]
    public void An_application_that_is_not_accepted_ends_without_a_decision(string code)
    {
        var walk = new CaseWalk(Pinned(code), ActType.Licence, CaseOrigin.Application).Do("application");

        Assert.Equal(["end.not-refused-acceptance"], walk.Refusal("end-of-act ground=not-accepted"));
        walk.Do("application-outcome outcome=not-accepted", "end-of-act ground=not-accepted");
        Assert.Equal(CaseStage.Ended, walk.State.Stage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_real_name_complaint_that_is_not_started_ends_with_the_complainant_told(string code)
    {
        var walk = new CaseWalk(Pinned(code), ActType.Penalty, CaseOrigin.Complaint).Do("complaint realName=true");

        Assert.Equal(ClockPhase.Running, walk.Clock("start-promptly").Phase);
        Assert.Contains("procedure.not-started", walk.Refusal("inquiry"));
        walk.Do("complaint-not-started", "end-of-act ground=not-started", "archive-handover", "archive");
        Assert.Equal(ClockPhase.Met, walk.Clock("start-promptly").Phase);
    }

    [Fact]
    public void A_double_random_check_in_CM_inspects_at_once_but_decides_only_after_the_start_is_approved()
    {
        var walk = new CaseWalk(Pinned("cm"), ActType.Inspection, CaseOrigin.DoubleRandom).Do("double-random-check", "on-site-inspection");

        Assert.Contains("decision.start-not-approved", walk.Refusal("decision"));
        walk.Do("end-of-act ground=not-established", "archive-handover", "archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Nothing_but_a_plain_record_is_added_to_an_archived_file(string code)
    {
        var walk = Urgent(code).Do([.. Reported(code), "end-of-act ground=dropped", "archive-handover", "archive", "note"]);

        Assert.Equal(["case.archived"], walk.Refusal("rights-notice"));
    }

    private static CaseWalk Urgent(string code) => new CaseWalk(Pinned(code), ActType.Penalty, CaseOrigin.Urgent).Do("urgent-start");

    private static string[] Reported(string code) =>
        code is "gc" ? ["start-report", "start-approval outcome=approved"] : ["start-report", "start-unit-opinion", "start-approval outcome=approved"];

    private static string[] Decided(string code) => code is "gc"
        ? ["closing-report", "legal-review", "expert-argument", "collective-discussion", "decision-approval", "decision"]
        : ["draft", "draft-review", "legal-review", "expert-argument", "collective-discussion", "decision-approval", "decision"];

    private static string[] Ended(string code, string ground) => code is "gc" ? ["supervision-report", $"end-of-act ground={ground}"] : [$"end-of-act ground={ground}"];

    private static PinnedProfile Pinned(string code) => ShippedProfiles.Pinned(ThreeProfiles.Id(code));
}
