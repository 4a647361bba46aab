using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Tests.Deadlines;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>City management (CM), culture market (FS) and ecology (GC), from service to the archive.</summary>
public sealed class SiblingServiceConformanceTests
{
    private const string CM = Siblings.CM;
    private const string FS = Siblings.FS;
    private const string GC = Siblings.GC;

    [Theory, Proves("CM-23", "FS-22", "GC-21")]
    [InlineData(CM, "CM-23")]
    [InlineData(FS, "FS-22")]
    [InlineData(GC, "GC-21")]
    public void Direct_service_is_signed_by_server_and_receiver_on_the_receipt(string id, string article) =>
        Siblings.Decided(id).Refused("service-direct", i => i with { Documents = [], Signatures = [] })
            .Names("document.missing", article, "receipt").Names("signature.missing", article, "server").Names("signature.missing", article, "receiver");

    [Theory, Proves("CM-24", "FS-23", "GC-22")]
    [InlineData(CM, "CM-24", 1, "")]
    [InlineData(FS, "FS-23", 0, "documentName,documentNumber")]
    [InlineData(GC, "GC-22", 1, "")]
    public void Service_by_post_keeps_its_vouchers_and_in_the_culture_market_title_and_number(string id, string article, int later, string fields)
    {
        var broken = Siblings.Decided(id).Refused("service-post", i => i with { Documents = [], Fields = i.Fields.Remove("documentName").Remove("documentNumber") });
        broken.Names("document.missing", article, "registration").Names("document.missing", article, "voucher");
        Assert.All(fields.Split(',', StringSplitOptions.RemoveEmptyEntries), f => broken.Names("field.missing", article, f));
        Assert.Equal(later, Siblings.Decided(id).Record("service-post").Completeness.Items.Count(i => i is { Id: "return-receipt", Status: ItemStatus.Missing } && i.Article == article));
    }

    [Theory, Proves("CM-25", "FS-24", "GC-23")]
    [InlineData(CM, "CM-25")]
    [InlineData(FS, "FS-24")]
    [InlineData(GC, "GC-23")]
    public void Leave_behind_service_states_the_refusal_is_signed_by_server_and_witness_and_recorded(string id, string article)
    {
        var walk = Siblings.Decided(id);
        walk.Refused("service-leave", i => i with { Documents = [], Signatures = [], Fields = i.Fields.Remove("refusalReason").Remove("refusalDate") })
            .Names("field.missing", article, "refusalReason").Names("field.missing", article, "refusalDate")
            .Names("signature.missing", article, "server").Names("signature.missing", article, "witness").Names("document.missing", article, "receipt");
        Assert.Equal((AvNeed.Required, article), walk.Record("service-leave").Recording());
    }

    [Theory, Proves("CM-26", "FS-25", "GC-24")]
    [InlineData(CM, "CM-26")]
    [InlineData(FS, "FS-25")]
    [InlineData(GC, "GC-24")]
    public void Entrusted_service_states_why_and_is_signed(string id, string article) =>
        Siblings.Decided(id).Refused("service-entrusted", i => i with { Signatures = [], Fields = i.Fields.Remove("reason") })
            .Names("field.missing", article, "reason").Names("signature.missing", article, "server").Names("signature.missing", article, "receiver");

    [Theory, Proves("CM-27", "FS-26", "GC-25")]
    [InlineData(CM, "CM-27")]
    [InlineData(FS, "FS-26")]
    [InlineData(GC, "GC-25")]
    public void Public_notice_shows_that_other_ways_failed_and_a_photo_of_it_is_enough(string id, string article)
    {
        var walk = Siblings.Decided(id);
        var broken = walk.Refused("service-notice", i => i with { Documents = [], Fields = i.Fields.Clear() });
        Assert.All(["otherWaysFailed", "mode", "carrier", "reasonAndCourse"], f => broken.Names("field.missing", article, f));
        broken.Names("document.missing", article, "notice");
        Assert.Equal((AvNeed.Required, article), walk.Record("service-notice").Recording());
        Assert.True(walk.HandInRecordings(AvMode.Photo).Completeness.IsComplete);
    }

    [Theory, Proves("CM-28", "FS-27", "GC-26")]
    [InlineData(CM, "CM-28", AvNeed.Optional)]
    [InlineData(FS, "FS-27", AvNeed.Optional)]
    [InlineData(GC, "GC-26", AvNeed.Required)]
    public void Performance_is_followed_and_rectification_checked_by_the_date_of_the_order(string id, string article, AvNeed need)
    {
        var walk = Siblings.Served(id);
        walk.Refused("performance", i => i with { Fields = i.Fields.Clear() }).Names("field.missing", article, "content");
        walk.Record("rectification-order", "dueDate=2026-03-09");
        Assert.Equal((article, TestCalendar.At("2026-03-10 00:00")), (walk.Clock("rectification-check").Article, walk.Clock("rectification-check").Due.At));
        walk.Until("2026-03-09 18:00").Record("rectification-check");
        Assert.Equal((need, article), walk.Recording());
        Assert.Equal(ClockPhase.Met, walk.Clock("rectification-check").Phase);
    }

    [Fact, Proves("GC-26")]
    public void In_ecology_a_performed_decision_is_not_ended_without_a_supervision_report()
    {
        var walk = Siblings.Served(GC).Record("performance");
        walk.Refused("end-of-act", "ground=performed").Names("end.no-supervision-report", "GC-26");
        walk.Refused("supervision-report", i => i with { Documents = [] }).Names("document.missing", "GC-26", "report");
        walk.Record("supervision-report").Record("end-of-act", "ground=performed");
    }

    [Theory, Proves("CM-29", "FS-28", "GC-27")]
    [InlineData(CM, "CM-29")]
    [InlineData(FS, "FS-28")]
    [InlineData(GC, "GC-27")]
    public void Before_enforcement_or_court_the_party_is_demanded_and_heard(string id, string article)
    {
        var walk = Siblings.Served(id);
        walk.Refused("enforcement-decision").Names("enforcement.no-demand", article);
        walk.Refused("court-application").Names("enforcement.no-demand", article);
        walk.Refused("demand", i => i with { Documents = [] }).Names("document.missing", article, "letter");
        walk.Record("demand").Record("statement-defence", "phase=after-demand").Refused("enforcement-decision").Names("enforcement.needs-re-check", article);
        walk.Record("re-check", "phase=after-demand").Record("enforcement-decision");
        Assert.Contains(walk.Completeness.Items, i => i is { Kind: "demand", Id: "receipt", Status: ItemStatus.Missing } && i.Article == article);
    }

    [Theory, Proves("CM-30", "FS-29", "GC-28")]
    [InlineData(CM, "CM-30")]
    [InlineData(FS, "FS-29")]
    [InlineData(GC, "GC-28")]
    public void Enforcement_leaves_documents_and_removal_or_restoration_is_filmed(string id, string article)
    {
        foreach (var mode in new[] { "added-fine", "transfer", "auction", "removal-restoration", "substitute", "other" })
        {
            var walk = Siblings.Served(id).Record("demand").Record("enforcement-decision");
            walk.Refused("enforcement", i => i with { Documents = [] }, null, $"mode={mode}").Names("document.missing", article, "record");
            Assert.Equal(mode == "removal-restoration" ? AvNeed.Required : AvNeed.None, walk.Record("enforcement", $"mode={mode}").Recording().Need);
        }
    }

    [Theory, Proves("CM-30", "FS-30", "GC-29")]
    [InlineData(CM, "CM-30")]
    [InlineData(FS, "FS-30")]
    [InlineData(GC, "GC-29")]
    public void Application_to_the_court_and_its_result_are_recorded(string id, string article)
    {
        var walk = Siblings.Served(id).Record("demand");
        walk.Refused("court-application", i => i with { Documents = [] }).Names("document.missing", article, "application");
        walk.Record("court-application").Refused("court-result", i => i with { Fields = i.Fields.Clear() }).Names("field.missing", article, "content");
        walk.Record("court-result");
    }

    [Theory, Proves("CM-31", "FS-31")]
    [InlineData(CM, "CM-31")]
    [InlineData(FS, "FS-31")]
    public void The_recording_of_an_act_is_due_24_hours_after_its_end_day_or_night(string id, string article)
    {
        var walk = Siblings.Started(id).Until("2026-03-06 22:15").Record("sampling");
        Assert.Equal((article, TestCalendar.At("2026-03-07 22:15")), (walk.Clock("act-hand-in").Article, walk.Clock("act-hand-in").Due.At));
        Assert.Null(walk.Until("2026-03-07 22:15").Clock("act-hand-in").Miss);
        Assert.NotNull(walk.Later(TimeSpan.FromSeconds(1)).Clock("act-hand-in").Miss);
    }

    [Fact, Proves("GC-30")]
    public void In_ecology_no_term_is_set_for_handing_in_a_recording()
    {
        var walk = Siblings.Started(GC).Record("sampling");
        Assert.False(walk.HasClock("act-hand-in"));
        Assert.Null(walk.Law.Clock("hand-in"));
        Assert.Null(walk.Law.Recordings.SelfKeepingBanArticle);
        Assert.False(walk.Completeness.IsComplete);
    }

    [Theory, Proves("CM-31", "FS-31", "GC-30")]
    [InlineData(CM, "CM-31", "2026-04-02 00:00")]
    [InlineData(FS, "FS-31", "2026-05-02 00:00")]
    [InlineData(GC, "GC-30", "2026-04-02 00:00")]
    public void The_file_is_archived_within_its_days_from_the_end_of_the_act_unless_another_provision_says_otherwise(string id, string article, string due)
    {
        var walk = Siblings.Ended(id);
        Assert.Equal((article, TestCalendar.At(due)), (walk.Clock("archive").Article, walk.Clock("archive").Due.At));
        walk.Record("archive-handover").Record("archive");
        Assert.Equal(ClockPhase.Met, walk.Clock("archive").Phase);
        Assert.Equal(article, Siblings.Ended(id).Override("archive").Clock("archive").Override!.Article);
    }

    [Theory, Proves("CM-31", "FS-31", "GC-30")]
    [InlineData(CM, "CM-31")]
    [InlineData(FS, "FS-31")]
    [InlineData(GC, "GC-30")]
    public void An_incomplete_file_is_not_archived(string id, string article)
    {
        var walk = Siblings.Started(id).Record("sampling").Record("end-of-act", "ground=not-established").Record("archive-handover");
        walk.Refused("archive").Names("archive.incomplete", article);
        Assert.Equal(CaseStage.Archived, walk.HandInRecordings().Record("archive").State.Stage);
        walk.Refused("inquiry").Names("case.archived", article);
    }

    [Theory, Proves("CM-32", "FS-32")]
    [InlineData(CM, "CM-32")]
    [InlineData(FS, "FS-32")]
    public void A_named_custodian_archives_who_is_not_the_handler(string id, string article) =>
        Siblings.Ended(id).Record("archive-handover").RefusedBySamePerson("archive", "officer").Names("act.same-person", article);

    [Theory, Proves("CM-03", "FS-03", "GC-03")]
    [InlineData(CM)]
    [InlineData(FS)]
    [InlineData(GC)]
    public void Start_investigation_review_decision_service_execution_and_archive_make_one_whole_file(string id)
    {
        var walk = Siblings.Opinions(Siblings.Urgent(id).Record("start-report")).Record("start-approval")
            .Record("inquiry").Record("on-site-inspection").Record("sampling").Record("evidence-retrieval").Record("preservation", "form=copy")
            .Record("rights-notice").Record("statement-defence", "phase=before-decision").Record("re-check", "phase=before-decision").Record("hearing-notice").Record("hearing");
        walk = walk.Law.Act("closing-report") is null ? walk.Record("draft", "major=true").Record("draft-review") : walk.Record("closing-report", "major=true");
        walk.Record("legal-review").Record("expert-argument").Record("collective-discussion").Record("decision-approval").Record("decision")
            .Record("service-leave", "served=decision").Record("demand").Record("enforcement-decision").Record("enforcement", "mode=removal-restoration");
        walk = walk.Law.Act("supervision-report") is null ? walk : walk.Record("supervision-report");
        walk.Record("end-of-act", "ground=enforced").HandInRecordings().AddLaterDocuments().Record("archive-handover").Record("archive");
        Assert.Equal(CaseStage.Archived, walk.State.Stage);
        Assert.True(walk.Completeness.IsComplete);
        Assert.Empty(walk.State.Findings.Findings);
    }
}
