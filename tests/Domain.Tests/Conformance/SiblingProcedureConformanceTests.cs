using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>
/// City management (CM), culture market (FS) and ecology (GC) share a common ancestor: the same rule under other article numbers, with differences.
/// From the start of the procedure to the decision.
/// </summary>
public sealed class SiblingProcedureConformanceTests
{
    private const string CM = Siblings.CM;
    private const string FS = Siblings.FS;
    private const string GC = Siblings.GC;

    [Theory, Proves("CM-02", "GC-02")]
    [InlineData(CM, "CM-02")]
    [InlineData(GC, "GC-02")]
    public void The_six_kinds_of_act_are_covered_and_no_other(string id, string article)
    {
        new CaseWalk(id, ActType.Other, CaseOrigin.ExOfficio).Refused("start-report").Names("act.out-of-scope", article);
        foreach (var type in Enum.GetValues<ActType>().Where(t => t is not ActType.Other))
        {
            Assert.True(CaseWalk.Under(id, type, CaseOrigin.ExOfficio, "start-report").State.Exists);
        }
    }

    [Fact, Proves("FS-02")]
    public void Culture_market_enforcement_is_covered_whatever_its_kind()
    {
        foreach (var type in Enum.GetValues<ActType>())
        {
            Assert.True(CaseWalk.Under(FS, type, CaseOrigin.ExOfficio, "start-report").State.Exists);
        }
    }

    [Fact, Proves("CM-03")]
    public void A_double_random_check_opens_a_case_and_is_recorded() =>
        Assert.Equal("CM-03", CaseWalk.Under(CM, ActType.Inspection, CaseOrigin.DoubleRandom, "double-random-check").Law.Act("double-random-check")!.Article);

    [Theory, Proves("CM-07", "GC-05")]
    [InlineData(CM, "CM-07")]
    [InlineData(GC, "GC-05")]
    public void An_application_is_registered_and_answered_with_a_receipt_or_one_full_list(string id, string article)
    {
        new CaseWalk(id, ActType.Licence, CaseOrigin.Application).Refused("application", i => i with { Fields = i.Fields.Remove("content") }, null, "manner=oral").Names("field.missing", article, "content");
        var walk = CaseWalk.Under(id, ActType.Licence, CaseOrigin.Application, "application");
        walk.Refused("application-outcome", i => i with { Documents = [] }).Names("document.missing", article, "receipt");
        walk.Refused("application-outcome", i => i with { Fields = i.Fields.Remove("missing") }, null, "outcome=supplement").Names("field.missing", article, "missing");
        walk.Refused("application-outcome", i => i with { Fields = i.Fields.Remove("reason") }, null, "outcome=not-accepted").Names("field.missing", article, "reason");
        walk.Refused("application-outcome", i => i with { Fields = i.Fields.Remove("correction") }, null, "correctedOnSpot=true").Names("field.missing", article, "correction");
        Assert.Equal(CaseStage.Started, walk.Record("application-outcome").State.Stage);
    }

    [Theory, Proves("CM-08", "FS-07", "GC-06")]
    [InlineData(CM, "CM-08", "reason,party,handlerOpinion")]
    [InlineData(FS, "FS-07", "reason,source,facts,party,handlerOpinion,time")]
    [InlineData(GC, "GC-06", "content")]
    public void The_start_form_states_its_fields_and_another_person_approves_before_anything_is_investigated(string id, string article, string fields)
    {
        var blank = new CaseWalk(id, ActType.Penalty, CaseOrigin.ExOfficio).Refused("start-report", i => i with { Fields = i.Fields.Clear() });
        Assert.All(fields.Split(','), f => blank.Names("field.missing", article, f));
        var walk = CaseWalk.Under(id, ActType.Penalty, CaseOrigin.ExOfficio, "start-report");
        walk.Refused("inquiry").Names("procedure.not-started", article);
        Assert.Contains(walk.RefusedBySamePerson("start-approval", "officer"), v => v.Code == "act.same-person");
        Siblings.Started(id).Record("inquiry");
    }

    [Theory, Proves("CM-08", "FS-07", "GC-06")]
    [InlineData(CM, "CM-08")]
    [InlineData(FS, "FS-07")]
    [InlineData(GC, "GC-06")]
    public void The_late_report_of_an_urgent_start_is_met_by_submission_and_reopened_with_its_first_end_when_sent_back(string id, string article)
    {
        var walk = Siblings.Urgent(id);
        var due = walk.Now.AddHours(24);
        walk.Record("inquiry").Later(TimeSpan.FromHours(23)).Record("start-report");
        Assert.Equal((article, ClockPhase.Met, (DateTimeOffset?)due), (walk.Clock("late-report").Article, walk.Clock("late-report").Phase, walk.Clock("late-report").Due.At));
        Siblings.Opinions(walk).Record("start-approval", "outcome=returned");
        Assert.Equal((ClockPhase.Running, (DateTimeOffset?)due), (walk.Clock("late-report").Phase, walk.Clock("late-report").Due.At));
        walk.Later(TimeSpan.FromHours(2)).Record("start-report");
        Assert.Equal(ClockPhase.MetLate, walk.Clock("late-report").Phase);
        Assert.Contains(walk.State.Findings.Findings.Values, f => f.Raised.Article == article);
    }

    [Theory, Proves("CM-08", "FS-07", "GC-06")]
    [InlineData(CM, "CM-08")]
    [InlineData(FS, "FS-07")]
    [InlineData(GC, "GC-06")]
    public void A_refused_start_goes_no_further(string id, string article)
    {
        var walk = Siblings.Opinions(Siblings.Urgent(id).Record("start-report")).Record("start-approval", "outcome=refused");
        walk.Refused("inquiry").Names("start.refused", article);
        walk.Record("end-of-act", "ground=not-established");
    }

    [Theory, Proves("CM-08", "FS-07")]
    [InlineData(CM, "CM-08")]
    [InlineData(FS, "FS-07")]
    public void The_head_decides_after_the_handling_unit_has_given_its_opinion(string id, string article) =>
        CaseWalk.Under(id, ActType.Penalty, CaseOrigin.ExOfficio, "start-report").Refused("start-approval").Names("start.no-unit-opinion", article);

    [Fact, Proves("CM-08")]
    public void A_major_act_of_city_management_starts_with_a_legality_opinion()
    {
        var walk = CaseWalk.Under(CM, ActType.Penalty, CaseOrigin.ExOfficio, "start-report", "major=true").Record("start-unit-opinion");
        walk.Refused("start-approval").Names("start.no-legality-opinion", "CM-08");
        walk.Record("start-legality-opinion").Record("start-approval");
    }

    [Theory, Proves("CM-09", "FS-08", "GC-07")]
    [InlineData(CM, "CM-09")]
    [InlineData(FS, "FS-08")]
    [InlineData(GC, "GC-07")]
    public void A_complaint_is_taken_up_promptly_or_a_named_complainant_is_told_in_writing(string id, string article)
    {
        var walk = CaseWalk.Under(id, ActType.Penalty, CaseOrigin.Complaint, "complaint", "realName=true");
        var clock = walk.Clock("start-promptly");
        Assert.Equal((article, TermUnit.Promptly, null, ClockPhase.Running), (clock.Article, clock.Term.Unit, clock.Due.At, clock.Phase));
        walk.Refused("complaint-not-started", i => i with { Fields = i.Fields.Clear(), Documents = [] })
            .Names("field.missing", article, "toldHow").Names("field.missing", article, "toldOn").Names("document.missing", article, "record");
        Assert.Equal(ClockPhase.Met, walk.Record("complaint-not-started").Clock("start-promptly").Phase);
    }

    [Theory, Proves("CM-10", "FS-09", "GC-08")]
    [InlineData(CM, "CM-10")]
    [InlineData(FS, "FS-09")]
    [InlineData(GC, "GC-08")]
    public void Inquiry_and_inspection_name_the_officers_and_certificates_and_are_signed_by_the_party(string id, string article)
    {
        foreach (var kind in new[] { "inquiry", "on-site-inspection" })
        {
            var walk = Siblings.Started(id);
            walk.Refused(kind, i => i with { Officers = [], Signatures = [] }).Names("officer.too-few", article).Names("officer.too-few", "行政处罚法-42").Names("signature.missing", article, "party-or-present");
            walk.Refused(kind, i => i with { Officers = [.. i.Officers.Select(o => o with { Shown = false })] }).Names("officer.certificate-not-shown", article);
        }
    }

    [Theory, Proves("CM-11", "FS-10", "GC-09")]
    [InlineData(CM, "CM-11", "manner,statement,defence,recusal,hearing")]
    [InlineData(FS, "FS-10", "manner,statement,defence,recusal,hearing,reconsideration,litigation")]
    [InlineData(GC, "GC-09", "manner,statement,defence,recusal,hearing")]
    public void How_each_right_was_told_is_recorded(string id, string article, string fields)
    {
        var broken = Siblings.Started(id).Refused("rights-notice", i => i with { Fields = i.Fields.Clear() });
        Assert.All(fields.Split(','), f => broken.Names("field.missing", article, f));
    }

    [Theory, Proves("CM-12", "FS-11", "GC-10")]
    [InlineData(CM, "CM-12")]
    [InlineData(FS, "FS-11")]
    [InlineData(GC, "GC-10")]
    public void Each_way_of_investigation_leaves_its_document_signed_by_the_officers(string id, string article)
    {
        foreach (var (kind, documents) in new[]
        {
            ("inquiry", "record"), ("evidence-retrieval", "notice,item-list"), ("on-site-inspection", "record"), ("sampling", "notice,item-list"), ("statement-defence", "record"), ("hearing", "record"),
        })
        {
            var broken = Siblings.Started(id).Refused(kind, i => i with { Documents = [], Signatures = [] });
            Assert.All(documents.Split(','), d => broken.Names("document.missing", article, d));
            broken.Names("signature.missing", article, "officer");
        }

        Siblings.Started(id).Record("appraisal-commission").Refused("appraisal-result", i => i with { Documents = [] }).Names("document.missing", article, "opinion");
        Siblings.Started(id).Refused("investigation-refused", i => i with { Fields = i.Fields.Clear() }).Names("field.missing", article, "content");
    }

    [Theory, Proves("CM-13", "FS-12", "GC-11")]
    [InlineData(CM, "CM-13", AvNeed.Required)]
    [InlineData(FS, "FS-12", AvNeed.Required)]
    [InlineData(GC, "GC-11", AvNeed.Optional)]
    public void Inspection_and_sampling_need_audio_video_the_hearing_as_the_text_says_and_inquiry_as_needed(string id, string article, AvNeed hearing)
    {
        foreach (var (kind, need) in new[] { ("on-site-inspection", AvNeed.Required), ("sampling", AvNeed.Required), ("hearing", hearing), ("inquiry", AvNeed.Optional), ("evidence-retrieval", AvNeed.Optional) })
        {
            Assert.Equal((need, article), Siblings.Started(id).Record("hearing-notice").Record(kind).Recording());
        }
    }

    [Theory, Proves("CM-13", "GC-11")]
    [InlineData(CM)]
    [InlineData(GC)]
    public void Unsuitable_recording_is_left_out_without_a_reason(string id) =>
        Assert.True(Siblings.Started(id).Record("sampling", i => i with { Exemption = new(AvExemptionGround.Unsuitable, null) }).Completeness.IsComplete);

    [Fact, Proves("FS-12")]
    public void In_the_culture_market_the_reason_of_an_unsuitable_recording_is_written_down()
    {
        Siblings.Started(FS).Refused("sampling", i => i with { Exemption = new(AvExemptionGround.Unsuitable, " ") }).Names("av.exemption-reason", "FS-12");
        Assert.True(Siblings.Started(FS).Record("sampling", i => i with { Exemption = new(AvExemptionGround.Unsuitable, "涉及未成年人") }).Completeness.IsComplete);
    }

    [Theory, Proves("CM-14", "FS-13", "GC-12")]
    [InlineData(CM, "CM-14")]
    [InlineData(FS, "FS-13")]
    [InlineData(GC, "GC-12")]
    public void Evidence_preservation_records_reason_object_and_form(string id, string article) =>
        Siblings.Started(id).Refused("preservation", i => i with { Fields = i.Fields.Clear() })
            .Names("field.missing", article, "reason").Names("field.missing", article, "object").Names("field.missing", article, "form");

    [Theory, Proves("CM-15", "FS-14", "GC-13")]
    [InlineData(CM, "CM-15")]
    [InlineData(FS, "FS-14")]
    [InlineData(GC, "GC-13", "pollutionFacility=true")]
    public void Seal_up_and_seizure_leave_statutory_documents_and_audio_video(string id, string article, params string[] fields)
    {
        var walk = Siblings.Started(id);
        walk.Refused("seal-seizure", i => i with { Documents = [] }, null, ["urgent=true", .. fields]).Names("document.missing", article, "decision");
        Assert.Equal((AvNeed.Required, article), walk.Record("seal-seizure", ["urgent=true", .. fields]).Recording());
    }

    [Fact, Proves("FS-14")]
    public void Restriction_of_liberty_needs_audio_video_and_freezing_does_not()
    {
        var walk = CaseWalk.Under(FS, ActType.Coercion, CaseOrigin.Urgent, "urgent-start").Record("measure-approval");
        Assert.Equal((AvNeed.Required, "FS-14"), walk.Record("liberty-restriction").Recording());
        Assert.Equal(AvNeed.None, walk.Record("freeze").Recording().Need);
    }

    [Theory, Proves("CM-16", "FS-15", "GC-14")]
    [InlineData(CM, "CM-16", "draft")]
    [InlineData(FS, "FS-15", "draft")]
    [InlineData(FS, "FS-15", "decision")]
    [InlineData(GC, "GC-14", "closing-report")]
    public void The_draft_or_the_closing_report_states_basis_evidence_and_factors(string id, string article, string kind) =>
        Siblings.Started(id).Refused(kind, i => i with { Fields = i.Fields.Clear() })
            .Names("field.missing", article, "legalBasis").Names("field.missing", article, "evidence").Names("field.missing", article, "factors");

    [Theory, Proves("CM-17", "FS-16", "GC-15")]
    [InlineData(CM, "CM-17")]
    [InlineData(FS, "FS-16")]
    [InlineData(GC, "GC-15")]
    public void The_legal_office_states_its_opinion_and_a_major_decision_waits_for_it(string id, string article)
    {
        var walk = Siblings.Drafted(id, "major=true");
        walk.Refused("legal-review", i => i with { Fields = i.Fields.Remove("opinion") }).Names("field.missing", article, "opinion");
        walk.Refused("decision-approval").Names("approval.needs-legal-review", "行政处罚法-58");
        walk.Record("legal-review", "outcome=returned").Refused("decision-approval").Names("approval.needs-legal-review", "行政处罚法-58");
        walk.Record("legal-review", "outcome=passed").Record("decision-approval").Record("decision");
    }

    [Theory, Proves("CM-18", "CM-19", "FS-17", "FS-18", "GC-16", "GC-17")]
    [InlineData(CM, "CM-18", "CM-19")]
    [InlineData(FS, "FS-17", "FS-18")]
    [InlineData(GC, "GC-16", "GC-17")]
    public void Expert_argument_and_collective_discussion_leave_minutes_or_a_record(string id, string experts, string discussion)
    {
        var walk = Siblings.Started(id);
        walk.Refused("expert-argument", i => i with { Documents = [] }).Names("document.missing", experts);
        walk.Refused("collective-discussion", i => i with { Documents = [] }).Names("document.missing", discussion);
        walk.Record("expert-argument", i => i with { Documents = [new("opinion", "专家意见书")] }).Record("collective-discussion", i => i with { Documents = [new("minutes", "会议纪要")] });
    }

    [Theory, Proves("CM-20", "FS-19", "GC-18")]
    [InlineData(CM, "CM-20")]
    [InlineData(FS, "FS-19")]
    [InlineData(GC, "GC-18")]
    public void The_head_gives_an_opinion_and_signs_before_the_decision(string id, string article)
    {
        var walk = Siblings.Drafted(id);
        walk.Refused("decision").Names("decision.not-approved", article);
        walk.Refused("decision-approval", i => i with { Signatures = [], Fields = i.Fields.Remove("opinion") }).Names("signature.missing", article, "head").Names("field.missing", article, "opinion");
        walk.Record("decision-approval", "outcome=refused").Refused("decision").Names("decision.not-approved", article);
    }

    [Theory, Proves("CM-21", "FS-20", "GC-19")]
    [InlineData(CM, "CM-21")]
    [InlineData(FS, "FS-20")]
    [InlineData(GC, "GC-19")]
    public void The_decision_has_its_document_and_reasons(string id, string article) =>
        Siblings.Drafted(id).Record("decision-approval").Refused("decision", i => i with { Documents = [], Fields = i.Fields.Remove("reasons") })
            .Names("document.missing", article, "decision").Names("field.missing", article, "reasons");

    [Theory, Proves("CM-22", "FS-21", "GC-20")]
    [InlineData(CM, "CM-22", "true", AvNeed.Required)]
    [InlineData(CM, "CM-22", "false", AvNeed.None)]
    [InlineData(FS, "FS-21", "true", AvNeed.Required)]
    [InlineData(FS, "FS-21", "false", AvNeed.None)]
    [InlineData(GC, "GC-20", null, AvNeed.Required)]
    public void The_summary_procedure_records_its_items_is_filed_and_filmed_as_the_text_says(string id, string article, string? disputeProne, AvNeed need)
    {
        string[] fields = disputeProne is null ? [] : [$"disputeProne={disputeProne}"];
        var blank = new CaseWalk(id, ActType.Penalty, CaseOrigin.Summary).Refused("summary-decision", i => i with { Fields = i.Fields.Clear() });
        Assert.All(["facts", "legalConditions", "steps"], f => blank.Names("field.missing", article, f));
        new CaseWalk(id, ActType.Penalty, CaseOrigin.Summary).Refused("summary-decision", i => i with { Fields = i.Fields.Remove("reCheck") }, null, "statementMade=true").Names("field.missing", article, "reCheck");
        new CaseWalk(id, ActType.Penalty, CaseOrigin.Summary).Refused("summary-decision", i => i with { Fields = i.Fields.Remove("onSpotFineCourse") }, null, "onSpotFine=true").Names("field.missing", article, "onSpotFineCourse");
        var walk = CaseWalk.Under(id, ActType.Penalty, CaseOrigin.Summary, "summary-decision", fields);
        Assert.Equal(need, walk.Recording().Need);
        walk.Record("service-direct", "served=decision").Refused("end-of-act", "ground=performed").Names("end.summary-not-filed", article);
    }

    [Theory, Proves("CM-37", "FS-36")]
    [InlineData(CM, "CM-37")]
    [InlineData(FS, "FS-36")]
    public void Handler_reviewer_and_approver_are_three_people_in_this_order(string id, string article)
    {
        var walk = Siblings.Started(id).Record("rights-notice").Record("draft");
        walk.Refused("decision-approval").Names("approval.no-unit-review", article);
        walk.RefusedBySamePerson("draft-review", "officer").Names("act.same-person", article);
        walk.Record("draft-review");
        walk.RefusedBySamePerson("decision-approval", "officer").Names("act.same-person", article);
        walk.RefusedBySamePerson("decision-approval", "unit-head").Names("act.same-person", article);
        walk.Record("decision-approval");
    }
}
