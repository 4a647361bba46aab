using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The Tai'an regulation, article by article, executed on a case.</summary>
public sealed class TaianConformanceTests
{
    private const string Id = "ta/2017-08-01";

    [Theory, Proves("TA-02")]
    [InlineData(ActType.Penalty)]
    [InlineData(ActType.Coercion)]
    [InlineData(ActType.Inspection)]
    [InlineData(ActType.Fee)]
    [InlineData(ActType.Levy)]
    [InlineData(ActType.Other)]
    public void Every_kind_of_act_is_covered(ActType type) =>
        Assert.True(CaseWalk.Under(Id, type, CaseOrigin.ExOfficio, "start-report").State.Exists);

    [Fact, Proves("TA-06")]
    public void No_act_of_the_whole_process_is_recorded_without_text()
    {
        foreach (var act in Regulations.ShippedProfiles.Profile(Id).Acts)
        {
            if (act.Kind == "archive-handover")
            {
                continue; // what is handed over is the text recorded so far
            }

            Assert.True(act.Fields.Any(f => f.Required), $"{act.Kind} could be recorded without a word");
        }
    }

    [Theory, Proves("TA-07")]
    [InlineData("accepted", null, CaseStage.Started)]
    [InlineData("not-accepted", "reason", CaseStage.Registered)]
    [InlineData("supplement", "missing", CaseStage.Registered)]
    public void An_application_is_accepted_refused_or_corrected_in_text(string outcome, string? field, CaseStage reached)
    {
        var walk = CaseWalk.Under(Id, ActType.Licence, CaseOrigin.Application, "application");
        walk.Refused("application-outcome", i => i with { Documents = [] }, null, $"outcome={outcome}").Names("document.missing", "TA-07", "notice");
        if (field is not null)
        {
            walk.Refused("application-outcome", i => i with { Fields = i.Fields.Remove(field) }, null, $"outcome={outcome}").Names("field.missing", "TA-07", field);
        }

        Assert.Equal(reached, walk.Record("application-outcome", $"outcome={outcome}").State.Stage);
    }

    [Fact, Proves("TA-08")]
    public void The_formalities_of_an_urgent_start_are_complete_with_the_approval_not_with_the_form()
    {
        var walk = Urgent();
        Assert.Equal(walk.Now.AddHours(24), walk.Clock("late-report").Due.At);
        walk.Later(TimeSpan.FromHours(20)).Record("start-report");
        Assert.True(walk.Clock("late-report").IsOpen);
        walk.Record("start-approval", "outcome=returned");
        Assert.True(walk.Clock("late-report").IsOpen);
        walk.Record("start-report").Later(TimeSpan.FromHours(4)).Record("start-approval", "outcome=approved");
        Assert.Equal(ClockPhase.Met, walk.Clock("late-report").Phase);
    }

    [Fact, Proves("TA-08")]
    public void Formalities_a_microsecond_after_24_hours_are_late_for_ever()
    {
        var walk = Urgent().Record("start-report").Later(TimeSpan.FromHours(24) + TimeSpan.FromMicroseconds(1)).Record("start-approval", "outcome=approved");
        Assert.Equal(ClockPhase.MetLate, walk.Clock("late-report").Phase);
        Assert.NotNull(walk.Clock("late-report").Miss);
        Assert.Contains(walk.State.Findings.Findings.Values, f => f.Raised is { Code: "clock.missed", Article: "TA-08" });
    }

    [Fact, Proves("TA-08")]
    public void Without_urgency_nothing_is_investigated_before_the_start_is_approved_by_another_person()
    {
        var walk = CaseWalk.Under(Id, ActType.Penalty, CaseOrigin.ExOfficio, "start-report");
        walk.Refused("inquiry").Names("procedure.not-started", "TA-08");
        walk.RefusedBySamePerson("start-approval", "officer").Names("act.same-person", "TA-08");
        walk.Record("start-approval", "outcome=approved").Record("inquiry");
    }

    [Fact, Proves("TA-08")]
    public void A_refused_start_is_ended_and_its_measures_lifted()
    {
        var walk = Urgent().Record("seal-seizure", "urgent=true").Record("start-report").Record("start-approval", "outcome=refused");
        walk.Refused("inquiry").Names("start.refused", "TA-08");
        walk.Refused("end-of-act", "ground=not-established").Names("end.measures-not-lifted", "行政强制法-28");
        walk.Record("measure-lifted").Record("end-of-act", "ground=not-established");
    }

    [Theory, Proves("TA-09")]
    [InlineData("inquiry", "record")]
    [InlineData("on-site-inspection", "record")]
    [InlineData("sampling", "notice,item-list")]
    [InlineData("prior-registration", "notice,item-list")]
    [InlineData("appraisal-commission", "letter")]
    [InlineData("other-coercive-measure", "record")]
    public void Each_way_of_investigation_leaves_its_document(string kind, string documents)
    {
        var broken = Urgent().Refused(kind, i => i with { Documents = [] });
        Assert.All(documents.Split(','), d => broken.Names("document.missing", "TA-09", d));
    }

    [Fact, Proves("TA-09")]
    public void A_refusal_to_accept_investigation_is_recorded_with_its_circumstances()
    {
        Urgent().Refused("investigation-refused", i => i with { Fields = i.Fields.Remove("content") }).Names("field.missing", "TA-09", "content");
        Urgent().Record("investigation-refused");
    }

    [Theory, Proves("TA-10")]
    [InlineData("rights-notice", "manner=written", "notice")]
    [InlineData("statement-defence", "form=oral", "record")]
    [InlineData("statement-defence", "form=written", "papers")]
    [InlineData("statement-waiver", "form=written", "papers")]
    public void Rights_told_statement_and_waiver_leave_their_documents(string kind, string field, string document) =>
        Urgent().Refused(kind, i => i with { Documents = [] }, null, field).Names("document.missing", "TA-10", document);

    [Fact, Proves("TA-10")]
    public void An_oral_waiver_is_recorded_with_its_circumstances() =>
        Urgent().Refused("statement-waiver", i => i with { Fields = i.Fields.Remove("content") }, null, "form=oral").Names("field.missing", "TA-10", "content");

    [Fact, Proves("TA-10")]
    public void A_statement_is_re_checked_in_a_document_of_its_own_before_the_decision()
    {
        var walk = Urgent().Record("start-report").Record("start-approval", "outcome=approved").Record("rights-notice").Record("statement-defence", "phase=before-decision");
        walk.Refused("decision-approval").Names("decision.needs-re-check", "TA-10");
        walk.Refused("re-check", i => i with { Documents = [] }).Names("document.missing", "TA-10", "opinion");
        walk.Refused("re-check", i => i with { Fields = i.Fields.Remove("adopted") }).Names("field.missing", "TA-10", "adopted");
        walk.Record("re-check", "phase=before-decision").Record("decision-approval").Record("decision");
    }

    [Fact, Proves("TA-11")]
    public void A_hearing_has_notice_application_organisation_and_record_and_a_waiver_is_recorded()
    {
        var walk = Urgent();
        walk.Refused("hearing").Names("hearing.not-notified", "TA-11");
        walk.Refused("hearing-notice", i => i with { Documents = [] }).Names("document.missing", "TA-11", "notice");
        walk.Record("hearing-notice").Refused("hearing", i => i with { Documents = [], Fields = i.Fields.Remove("application").Remove("content") })
            .Names("document.missing", "TA-11", "record").Names("field.missing", "TA-11", "application").Names("field.missing", "TA-11", "content");
        walk.Refused("hearing-waiver", i => i with { Fields = i.Fields.Clear() }).Names("field.missing", "TA-11", "content");
    }

    [Fact, Proves("TA-12")]
    public void A_decision_has_its_document_and_the_signed_approval_of_the_head()
    {
        var walk = Started().Record("rights-notice");
        walk.Refused("decision").Names("decision.not-approved", "TA-12");
        walk.Refused("decision-approval", i => i with { Signatures = [] }).Names("signature.missing", "TA-12", "head");
        walk.Record("decision-approval").Refused("decision", i => i with { Documents = [] }).Names("document.missing", "TA-12", "decision");
        walk.Record("decision");
    }

    [Theory, Proves("TA-12")]
    [InlineData("opinion")]
    [InlineData("approval-form")]
    public void Legal_review_stands_in_its_own_document_or_on_the_approval_form(string document)
    {
        var walk = Started().Record("rights-notice");
        walk.Refused("decision-approval", "major=true").Names("decision-approval.needs-legal-review", "TA-12");
        walk.Refused("legal-review", i => i with { Documents = [] }).Names("document.missing", "TA-12");
        walk.Record("legal-review", i => i with { Documents = [new(document, "审核意见")] }).Record("decision-approval", "major=true").Record("decision");
    }

    [Fact, Proves("TA-12")]
    public void A_summary_decision_is_filed_with_the_agency_before_the_case_ends()
    {
        var walk = Summary("disputeProne=false").Record("service-direct");
        walk.Refused("end-of-act", "ground=performed").Names("end.not-filed", "TA-12");
        walk.Record("summary-filing").Record("end-of-act", "ground=performed");
    }

    [Fact, Proves("TA-13")]
    public void Direct_service_records_service_and_signing()
    {
        Decided().Refused("service-direct", i => i with { Signatures = [], Documents = [] }).Names("signature.missing", "TA-13", "server").Names("signature.missing", "TA-13", "receiver").Names("document.missing", "TA-13", "receipt");
        foreach (var kind in new[] { "service-direct", "service-leave", "service-entrusted", "service-post", "service-notice" })
        {
            Assert.Equal(CaseStage.Served, Decided().Record(kind).State.Stage);
        }
    }

    [Fact, Proves("TA-14")]
    public void Enforcement_needs_demand_and_decision_and_the_court_an_application()
    {
        var walk = Decided();
        walk.Refused("demand").Names("demand.no-decision", "TA-14");
        walk.Record("service-direct");
        walk.Refused("enforcement-decision").Names("enforcement.no-demand", "行政强制法-35");
        walk.Refused("court-application").Names("court-application.no-demand", "行政强制法-54");
        walk.Refused("demand", i => i with { Documents = [] }).Names("document.missing", "TA-14", "letter");
        walk.Record("demand").Refused("enforcement").Names("enforcement.no-decision", "TA-14");
        walk.Refused("enforcement-decision", i => i with { Documents = [] }).Names("document.missing", "TA-14", "decision");
        walk.Refused("court-application", i => i with { Documents = [] }).Names("document.missing", "TA-14", "application");
        walk.Record("enforcement-decision").Record("enforcement");
    }

    [Theory, Proves("TA-15")]
    [InlineData("inquiry")]
    [InlineData("on-site-inspection")]
    [InlineData("sampling")]
    [InlineData("prior-registration")]
    [InlineData("hearing")]
    [InlineData("seal-seizure", "urgent=true")]
    [InlineData("freeze")]
    [InlineData("liberty-restriction", "urgent=true")]
    [InlineData("other-coercive-measure", "urgent=true")]
    [InlineData("investigation-refused", "disputeProne=true")]
    public void The_listed_acts_need_audio_video_and_only_secrets_exempt(string kind, params string[] fields)
    {
        var walk = Urgent().Record("hearing-notice").Record("measure-approval").Record(kind, fields);
        Assert.Equal((AvNeed.Required, "TA-15"), walk.Recording());
        Assert.Contains(walk.Completeness.Items, i => i is { Requirement: RequirementKind.Recording, Article: "TA-15", Status: ItemStatus.Missing });
        Urgent().Refused(kind, i => i with { Exemption = new(AvExemptionGround.Unsuitable, "光线不足") }, null, fields).Names("av.exemption-secrets-only", "TA-15");
        var secret = Urgent().Record("hearing-notice").Record("measure-approval").Record(kind, i => i with { Exemption = new(AvExemptionGround.Secret, "涉及国家秘密") }, fields);
        Assert.False(secret.HasClock("act-hand-in"));
    }

    [Theory, Proves("TA-15")]
    [InlineData("posted", AvNeed.Required)]
    [InlineData("newspaper", AvNeed.None)]
    [InlineData("website", AvNeed.None)]
    public void Public_notice_needs_audio_video_only_when_it_is_posted(string mode, AvNeed need) =>
        Assert.Equal(need, Decided().Record("service-notice", $"mode={mode}").Recording().Need);

    [Theory, Proves("TA-15")]
    [InlineData("true", AvNeed.Required)]
    [InlineData("false", AvNeed.None)]
    public void A_summary_decision_needs_audio_video_when_it_is_likely_to_cause_dispute(string disputeProne, AvNeed need) =>
        Assert.Equal(need, Summary($"disputeProne={disputeProne}").Recording().Need);

    [Fact, Proves("TA-15")]
    public void Leave_behind_service_and_every_compulsory_enforcement_need_audio_video()
    {
        Assert.Equal((AvNeed.Required, "TA-15"), Decided().Record("service-leave").Recording());
        foreach (var mode in new[] { "added-fine", "transfer", "auction", "removal-restoration", "substitute", "other" })
        {
            var walk = Decided().Record("service-direct").Record("demand").Record("enforcement-decision").Record("enforcement", $"mode={mode}");
            Assert.Equal((AvNeed.Required, "TA-15"), walk.Recording());
        }
    }

    [Fact, Proves("TA-17")]
    public void The_original_recording_is_due_in_the_store_in_two_working_days()
    {
        var walk = Urgent().Until("2026-03-05 23:30").Record("on-site-inspection");
        Assert.Equal(TestCalendar.At("2026-03-10 00:00"), walk.Clock("act-hand-in").Due.At);
        Assert.Equal("TA-17", walk.Clock("act-hand-in").Article);
        Assert.NotNull(walk.Until("2026-03-10 00:00").Clock("act-hand-in").Miss);
        Assert.Equal(ClockPhase.MetLate, walk.HandInRecordings().Clock("act-hand-in").Phase);
    }

    [Fact, Proves("TA-18")]
    public void The_archive_term_counts_from_the_end_of_execution_not_from_the_end_of_the_act()
    {
        var walk = Decided().Record("service-direct").Record("performance").Record("end-of-act", "ground=performed");
        Assert.False(walk.HasClock("archive"));
        walk.Refused("archive-handover").Names("archive-handover.not-ended", "TA-18");
        walk.Until("2026-03-12 10:00").Record("end-of-execution", "ground=executed");
        Assert.Equal(TestCalendar.At("2026-04-12 00:00"), walk.Clock("archive").Due.At);
        Assert.Equal((60, "TA-18"), (walk.Override("archive").Clock("archive").Term.Value, walk.Clock("archive").Override!.Article));
    }

    [Theory, Proves("TA-18")]
    [InlineData(AvMode.Video, 4)]
    [InlineData(AvMode.Audio, 5)]
    public void An_archived_recording_is_described_and_sound_has_a_transcript(AvMode mode, int missing)
    {
        var walk = Started().Record("inquiry").HandInRecordings(mode, described: false);
        Assert.Equal(missing, walk.Completeness.Items.Count(i => i is { Requirement: RequirementKind.Description, Article: "TA-18", Status: ItemStatus.Missing }));
        Assert.True(Started().Record("inquiry").HandInRecordings(mode).Completeness.IsComplete);
    }

    [Fact, Proves("TA-19")]
    public void The_custodian_who_accepts_the_file_is_not_the_handler_who_hands_it_over()
    {
        var walk = Ended().Record("archive-handover");
        walk.RefusedBySamePerson("archive", "officer").Names("act.same-person", "TA-19");
        walk.Refused("archive", i => i, "officer").Names("act.role", "TA-18");
        Assert.Equal(CaseStage.Archived, walk.Record("archive").State.Stage);
    }

    [Fact, Proves("TA-03")]
    public void Start_investigation_review_decision_service_execution_and_archive_make_one_whole_file()
    {
        var walk = Urgent().Record("start-report").Record("start-approval").Record("inquiry").Record("on-site-inspection").Record("sampling")
            .Record("appraisal-commission").Record("appraisal-result").Record("rights-notice").Record("statement-defence", "phase=before-decision").Record("re-check", "phase=before-decision")
            .Record("hearing-notice").Record("hearing").Record("legal-review").Record("collective-discussion").Record("decision-approval", "major=true").Record("decision")
            .Record("service-leave").Record("demand").Record("enforcement-decision").Record("enforcement")
            .Record("end-of-act", "ground=enforced").Record("end-of-execution").HandInRecordings().Record("archive-handover").Record("archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        Assert.True(walk.Completeness.IsComplete);
        Assert.Empty(walk.State.Findings.Findings);
    }

    [Fact]
    public void An_on_the_spot_measure_is_approved_within_24_hours_by_a_term_of_its_own()
    {
        var walk = Urgent().Record("seal-seizure", "urgent=true");
        Assert.Equal(("行政强制法-19", walk.Now.AddHours(24)), (walk.Clock("measure-late-approval").Article, walk.Clock("measure-late-approval").Due.At));
        walk.Later(TimeSpan.FromHours(23)).Record("measure-approval", "outcome=approved");
        Assert.Equal(ClockPhase.Met, walk.Clock("measure-late-approval").Phase);
        Urgent().Refused("seal-seizure", "urgent=false").Names("measure.not-approved", "行政强制法-18");
    }

    private static CaseWalk Urgent() => CaseWalk.Under(Id, ActType.Penalty, CaseOrigin.Urgent, "urgent-start");

    private static CaseWalk Started() => CaseWalk.Under(Id, ActType.Penalty, CaseOrigin.ExOfficio, "start-report").Record("start-approval");

    private static CaseWalk Summary(params string[] fields) => CaseWalk.Under(Id, ActType.Penalty, CaseOrigin.Summary, "summary-decision", fields);

    private static CaseWalk Decided() => Started().Record("rights-notice").Record("decision-approval").Record("decision");

    private static CaseWalk Ended() =>
        Decided().Record("service-direct").Record("performance").Record("end-of-act", "ground=performed").Record("end-of-execution", "ground=executed");
}
