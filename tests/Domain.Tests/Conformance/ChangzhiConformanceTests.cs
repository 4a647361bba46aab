using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The Changzhi regulation, article by article, executed on a case.</summary>
public sealed class ChangzhiConformanceTests
{
    private const string Id = "cz/undated";

    [Theory, Proves("CZ-02")]
    [InlineData(ActType.Penalty)]
    [InlineData(ActType.Coercion)]
    [InlineData(ActType.Inspection)]
    [InlineData(ActType.Fee)]
    [InlineData(ActType.Levy)]
    [InlineData(ActType.Other)]
    public void A_case_of_another_kind_than_licensing_is_refused_by_the_scope(ActType type) =>
        new CaseWalk(Id, type, CaseOrigin.Application).Refused("application").Names("act.out-of-scope", "CZ-02");

    [Theory, Proves("CZ-02")]
    [InlineData("seal-seizure")]
    [InlineData("summary-decision")]
    [InlineData("demand")]
    [InlineData("enforcement")]
    [InlineData("court-application")]
    public void An_act_of_another_kind_than_licensing_is_refused_by_the_scope_even_inside_a_licensing_case(string kind) =>
        Accepted().Refused(kind).Names("act.out-of-scope", "CZ-02");

    [Fact, Proves("CZ-04")]
    public void Text_is_enough_where_the_regulation_does_not_ask_for_audio_video()
    {
        var walk = Accepted().Record("draft").Record("draft-review");
        Assert.True(walk.Completeness.IsComplete);
        Assert.DoesNotContain(walk.Completeness.Items, i => i.Requirement is RequirementKind.Recording);
    }

    [Fact, Proves("CZ-07")]
    public void The_window_records_acceptance_with_a_receipt_and_tells_missing_items_at_once()
    {
        var walk = CaseWalk.Under(Id, ActType.Licence, CaseOrigin.Application, "application");
        walk.Refused("application-outcome", i => i with { Documents = [] }).Names("document.missing", "CZ-07", "receipt");
        walk.Refused("application-outcome", i => i with { Fields = i.Fields.Remove("missing") }, null, "outcome=supplement").Names("field.missing", "CZ-07", "missing");
        walk.Refused("application-outcome", i => i, "officer").Names("act.role", "CZ-07");
        walk.Record("application-outcome", "outcome=supplement");
        Assert.Equal(CaseStage.Registered, walk.State.Stage);
        walk.Record("application-outcome", "outcome=accepted");
        Assert.Equal(CaseStage.Started, walk.State.Stage);
    }

    [Fact, Proves("CZ-07")]
    public void Nothing_is_reviewed_or_decided_before_acceptance()
    {
        var walk = CaseWalk.Under(Id, ActType.Licence, CaseOrigin.Application, "application");
        foreach (var kind in new[] { "on-site-inspection", "hearing", "draft", "decision-approval", "decision" })
        {
            walk.Refused(kind).Names("procedure.not-started", "CZ-07");
        }
    }

    [Theory, Proves("CZ-08")]
    [InlineData("service-site", 1)]
    [InlineData("sanjintong", 1)]
    [InlineData("window", 0)]
    public void An_online_application_is_incomplete_without_its_system_operation_data(string channel, int missing)
    {
        var walk = CaseWalk.Under(Id, ActType.Licence, CaseOrigin.Application, "application", $"channel={channel}");
        Assert.Equal(missing, walk.Completeness.Items.Count(i => i is { Id: "operation-data", Article: "CZ-08", Status: ItemStatus.Missing }));
    }

    [Fact, Proves("CZ-09")]
    public void A_complex_matter_is_not_drafted_before_the_applicant_is_told_the_decision_date_and_that_date_is_a_term()
    {
        var walk = Accepted("complex=true");
        walk.Refused("draft").Names("draft.date-not-told", "CZ-09");
        walk.Refused("decision-date-notice", i => i with { Documents = [] }).Names("document.missing", "CZ-09", "notice");
        walk.Record("decision-date-notice", "decisionDate=2026-03-20").Record("draft");
        Assert.Equal(TestCalendar.At("2026-03-21 00:00"), walk.Clock("promised-decision").Due.At);
    }

    [Fact, Proves("CZ-11")]
    public void A_draft_goes_through_review_legal_review_and_approval_by_different_people()
    {
        var walk = Accepted();
        walk.Refused("draft", i => i with { Fields = i.Fields.Remove("legalBasis").Remove("evidence") }).Names("field.missing", "CZ-11", "legalBasis").Names("field.missing", "CZ-11", "evidence");
        walk.Refused("draft-review").Names("draft-review.no-draft", "CZ-11");
        walk.Record("draft", "major=true");
        walk.RefusedBySamePerson("draft-review", "officer").Names("act.same-person", "CZ-11");
        walk.Record("draft-review", "outcome=returned").Refused("decision-approval").Names("decision-approval.not-reviewed", "CZ-11");
        walk.Record("draft-review", "outcome=passed").Refused("decision-approval").Names("decision-approval.needs-legal-review", "CZ-11");
        walk.RefusedBySamePerson("legal-review", "unit-head").Names("act.same-person", "CZ-11");
        walk.Refused("legal-review", i => i with { Documents = [] }).Names("document.missing", "CZ-11", "opinion");
        walk.Record("legal-review", "outcome=passed");
        walk.Refused("decision-approval", i => i with { Signatures = [] }).Names("signature.missing", "CZ-11", "head");
        walk.Refused("decision").Names("decision.not-approved", "CZ-11");
        walk.Record("decision-approval", "outcome=returned").Refused("decision").Names("decision.not-approved", "CZ-11");
        walk.Record("decision-approval", "outcome=approved").Record("decision");
        Assert.Equal(CaseStage.Decided, walk.State.Stage);
    }

    [Theory, Proves("CZ-11")]
    [InlineData("expert-argument", "minutes", "opinion")]
    [InlineData("collective-discussion", "record", "minutes")]
    public void Experts_and_collective_discussion_leave_one_of_two_documents(string kind, string one, string other)
    {
        Accepted().Refused(kind, i => i with { Documents = [] }).Names("document.missing", "CZ-11", one);
        Accepted().Record(kind, i => i with { Documents = [new(other, "文书")] });
    }

    [Fact, Proves("CZ-12")]
    public void A_decision_states_facts_reasons_and_basis_in_its_document()
    {
        var broken = Approved().Refused("decision", i => i with { Documents = [], Fields = i.Fields.Remove("facts").Remove("reasons").Remove("basis") });
        broken.Names("document.missing", "CZ-12", "decision").Names("field.missing", "CZ-12", "facts").Names("field.missing", "CZ-12", "reasons").Names("field.missing", "CZ-12", "basis");
    }

    [Theory, Proves("CZ-13")]
    [InlineData("service-direct", "server,receiver", "receipt", "")]
    [InlineData("service-leave", "server,witness", "receipt", "refusalReason,refusalDate,leftAt")]
    [InlineData("service-entrusted", "server,receiver", "receipt", "reason")]
    [InlineData("service-post", "", "registration,voucher", "")]
    [InlineData("service-notice", "", "notice", "otherWaysFailed,mode,carrier,reasonAndCourse")]
    public void Each_way_of_service_is_recorded_as_its_paragraph_says(string kind, string signers, string documents, string fields)
    {
        var broken = Decided().Refused(kind, i => i with { Documents = [], Signatures = [], Fields = i.Fields.Clear() });
        Assert.All(Parts(signers), s => broken.Names("signature.missing", "CZ-13", s));
        Assert.All(Parts(documents), d => broken.Names("document.missing", "CZ-13", d));
        Assert.All(Parts(fields), f => broken.Names("field.missing", "CZ-13", f));
        Assert.Equal(CaseStage.Served, Decided().Record(kind).State.Stage);
    }

    [Fact, Proves("CZ-13")]
    public void Only_leave_behind_service_needs_audio_video_and_nothing_exempts_it()
    {
        Assert.Equal((AvNeed.Required, "CZ-13"), Decided().Record("service-leave").Recording());
        Decided().Refused("service-leave", i => i with { Exemption = new(AvExemptionGround.Unsuitable, "不适宜") }).Names("av.exemption-not-allowed", "CZ-13");
        Assert.All(["service-direct", "service-post", "service-entrusted", "service-notice"], kind => Assert.False(Decided().Record(kind).HasClock("act-hand-in")));
    }

    [Fact, Proves("CZ-13")]
    public void The_postal_receipt_may_follow_but_the_file_is_incomplete_until_it_has_come()
    {
        var walk = Decided().Record("service-post");
        Assert.Contains(walk.Completeness.Items, i => i is { Id: "return-receipt", Article: "CZ-13", Status: ItemStatus.Missing });
        Assert.True(walk.AddLaterDocuments().Completeness.IsComplete);
    }

    [Fact, Proves("CZ-15")]
    public void An_on_site_check_names_officers_and_certificates_and_is_signed_or_the_refusal_recorded()
    {
        var walk = Accepted();
        walk.Refused("on-site-inspection", i => i with { Officers = [], Signatures = [] })
            .Names("officer.too-few", "CZ-15").Names("signature.missing", "CZ-15", "officer").Names("signature.missing", "CZ-15", "party-or-present");
        walk.Refused("on-site-inspection", i => i with { Officers = [.. i.Officers.Select(o => o with { Shown = false })] }).Names("officer.certificate-not-shown", "CZ-15");
        walk.Refused("on-site-inspection", i => i with { Signatures = [new(Signer.Officer, "张三"), new(Signer.PartyOrPresent, "", Refused: true)] }).Names("signature.refusal-reason", "CZ-15");
        walk.Record("on-site-inspection", i => i with { Signatures = [new(Signer.Officer, "张三"), new(Signer.PartyOrPresent, "", Refused: true, "当事人拒绝签字")] });
    }

    [Fact, Proves("CZ-16")]
    public void A_hearing_leaves_a_hearing_record()
    {
        var walk = Accepted();
        walk.Refused("hearing").Names("hearing.not-notified", "行政许可法-48");
        walk.Record("hearing-notice").Refused("hearing", i => i with { Documents = [] }).Names("document.missing", "CZ-16", "record");
    }

    [Fact, Proves("CZ-17")]
    public void Rights_and_remedies_told_in_the_on_site_check_are_recorded() =>
        Accepted().Refused("on-site-inspection", i => i with { Fields = i.Fields.Remove("rightsTold") }).Names("field.missing", "CZ-17", "rightsTold");

    [Theory, Proves("CZ-18")]
    [InlineData("on-site-inspection")]
    [InlineData("hearing")]
    public void On_site_check_and_hearing_need_audio_video_unless_unsuitable_without_a_reason(string kind)
    {
        var walk = Accepted().Record("hearing-notice").Record(kind);
        Assert.Contains(walk.Completeness.Items, i => i is { Requirement: RequirementKind.Recording, Article: "CZ-18", Status: ItemStatus.Missing });
        Assert.True(walk.HandInRecordings().Completeness.IsComplete);

        var exempt = Accepted().Record("hearing-notice").Record(kind, i => i with { Exemption = new(AvExemptionGround.Unsuitable, null) });
        Assert.True(exempt.Completeness.IsComplete);
        Assert.False(exempt.HasClock("act-hand-in"));
    }

    [Fact, Proves("CZ-21")]
    public void A_recording_that_could_not_go_on_needs_a_cause_and_a_written_note()
    {
        Accepted().Refused("on-site-inspection", i => i with { Fields = i.Fields.Remove("interruptionCause") }, null, "avInterruption=resumed").Names("field.missing", "CZ-21", "interruptionCause");
        Assert.DoesNotContain(Accepted().Record("on-site-inspection", "avInterruption=resumed").Completeness.Items, i => i.Article == "CZ-21" && i.Status is ItemStatus.Missing);
        Assert.Contains(Accepted().Record("on-site-inspection", "avInterruption=not-resumed").Completeness.Items, i => i is { Id: "interruption-note", Article: "CZ-21", Status: ItemStatus.Missing });
    }

    [Fact, Proves("CZ-22")]
    public void What_bystanders_who_filmed_were_told_is_kept_with_the_on_site_check() =>
        Assert.Equal("已告知不得妨碍执法", Accepted().Record("on-site-inspection", "bystanderFilming=已告知不得妨碍执法").State.Acts[^1].Entry.Fields["bystanderFilming"]);

    [Fact, Proves("CZ-29")]
    public void The_recording_of_an_act_is_due_in_two_working_days_after_its_end()
    {
        // Friday 6 March 2026, 16:00: Monday and Tuesday count, the term ends on Tuesday at 24:00.
        var walk = Accepted().Until("2026-03-06 16:00").Record("on-site-inspection");
        Assert.Equal(TestCalendar.At("2026-03-11 00:00"), walk.Clock("act-hand-in").Due.At);
        Assert.NotNull(walk.Until("2026-03-11 00:00").Clock("act-hand-in").Miss);

        var inTime = Accepted().Until("2026-03-06 16:00").Record("on-site-inspection").Until("2026-03-10 23:59").HandInRecordings();
        Assert.False(inTime.Clock("act-hand-in").Stop!.Late);
    }

    [Fact, Proves("CZ-29")]
    public void The_file_is_archived_complete_within_thirty_days_of_the_end_of_the_act()
    {
        var walk = Decided().Record("service-leave");
        walk.Refused("archive-handover").Names("archive-handover.not-ended", "CZ-29");
        walk.Record("end-of-act", "ground=licence-given").Record("archive-handover");
        Assert.Equal(TestCalendar.At("2026-04-02 00:00"), walk.Clock("archive").Due.At);
        walk.Refused("archive").Names("archive.incomplete", "CZ-29");
        walk.HandInRecordings().Record("archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        walk.Refused("on-site-inspection").Names("case.archived", "CZ-29");
        walk.Record("note");
    }

    [Fact, Proves("CZ-29")]
    public void No_other_provision_replaces_the_archive_term()
    {
        var walk = Decided().Record("service-direct").Record("end-of-act", "ground=licence-given");
        walk.RefusedOverride("archive").Names("clock.no-override", "CZ-29");
    }

    [Fact, Proves("CZ-03")]
    public void Acceptance_check_hearing_review_decision_and_service_make_one_whole_file()
    {
        var walk = Accepted("complex=true").Record("decision-date-notice")
            .Record("on-site-inspection").Record("hearing-notice").Record("hearing").Record("expert-argument")
            .Record("draft", "major=true").Record("draft-review").Record("legal-review").Record("collective-discussion").Record("decision-approval")
            .Record("decision").Record("service-direct").Record("end-of-act").HandInRecordings().Record("archive-handover").Record("archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        Assert.True(walk.Completeness.IsComplete);
        Assert.Empty(walk.State.Findings.Findings);
    }

    [Theory]
    [InlineData("licence-given")]
    [InlineData("licence-refused")]
    public void A_licence_is_not_ended_before_its_decision_is_served(string ground) =>
        Decided().Refused("end-of-act", $"ground={ground}").Names("end.not-served", "CZ-13");

    private static CaseWalk Accepted(params string[] fields) =>
        CaseWalk.Under(Id, ActType.Licence, CaseOrigin.Application, "application").Record("application-outcome", ["outcome=accepted", .. fields]);

    private static CaseWalk Approved() => Accepted().Record("draft").Record("draft-review").Record("decision-approval");

    private static CaseWalk Decided() => Approved().Record("decision");

    private static string[] Parts(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
