using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>What the Changzhi regulation says, typed from its text and held against the profile, cell by cell.</summary>
public sealed class ChangzhiFactsTests
{
    private static readonly Profile Law = ShippedProfiles.Profile("cz/undated");

    [Theory]
    [InlineData("acceptance", "行政许可法-32", "application", "application-outcome | end-of-act", "5 working-days")]
    [InlineData("promised-decision", "CZ-09", "decision-date-notice", "decision | end-of-act", "date")]
    [InlineData("licence-decision", "行政许可法-42", "application-outcome[outcome=accepted]", "decision | end-of-act", "20 working-days")]
    [InlineData("certificate-delivery", "行政许可法-44", "decision[outcome=given]", "service-direct[served=decision] | service-post[served=decision] | service-leave[served=decision] | service-entrusted[served=decision] | service-notice[served=decision]", "10 working-days")]
    [InlineData("hand-in", "CZ-29", "recording-ended", "recording-stored", "2 working-days")]
    [InlineData("act-hand-in", "CZ-29", "av-due", "av-stored", "2 working-days")]
    [InlineData("archive", "CZ-29", "end-of-act", "archive", "30 days")]
    [InlineData("end-overdue", "CZ-29", "service-direct[served=decision] | service-post[served=decision] | service-leave[served=decision] | service-entrusted[served=decision] | service-notice[served=decision]", "end-of-act", "15 days")]
    public void A_term_has_its_length_start_and_stop(string id, string article, string start, string stop, string term)
    {
        var clock = Law.Clock(id)!;
        Assert.Equal(
            (article, start, stop, term, id == "end-overdue"),
            (clock.Article, RuleNotation.Of(clock.Start), RuleNotation.Of(clock.Stop), RuleNotation.Of(clock.Term), clock.Advisory));
        Assert.False(clock.Roll);
        Assert.Equal(id == "licence-decision" ? "行政许可法-42" : null, clock.OverrideArticle); // CZ itself has no clause that lets another provision replace a term
    }

    [Fact]
    public void There_are_no_other_terms_and_none_of_24_hours() =>
        Assert.Equal(
            ["acceptance", "promised-decision", "licence-decision", "certificate-delivery", "hand-in", "act-hand-in", "archive", "end-overdue"],
            Law.Clocks.Select(c => c.Id));

    [Fact]
    public void The_promised_date_is_the_day_told_to_the_applicant() => Assert.Equal("decisionDate", Law.Clock("promised-decision")!.DateField);

    [Fact]
    public void The_licensing_term_is_extended_once_by_ten_working_days_and_stands_still_while_told_so()
    {
        var clock = Law.Clock("licence-decision")!;
        var extension = Assert.Single(clock.Extend);
        Assert.Equal(("extension", "10 working-days", 1, "行政许可法-42"), (RuleNotation.Of(extension.By), RuleNotation.Of(extension.Term), extension.Times, extension.Article));
        var pause = Assert.Single(clock.Suspend);
        Assert.Equal(("suspension", "resumption", "行政许可法-45"), (RuleNotation.Of(pause.From), RuleNotation.Of(pause.Until), pause.Article));
    }

    [Fact]
    public void Audio_video_is_required_where_the_text_lists_it_and_nowhere_else() => Same(
        new()
        {
            ["on-site-inspection"] = "required CZ-18 unless unsuitable CZ-18",
            ["hearing"] = "required CZ-18 unless unsuitable CZ-18",
            ["service-leave"] = "required CZ-13",
            ["service-notice"] = "none CZ-13",
        },
        RuleNotation.Av);

    [Fact]
    public void Signatures_stand_where_the_text_demands_them() => Same(
        new()
        {
            ["on-site-inspection"] = "officer CZ-15, party-or-present? CZ-15",
            ["hearing"] = "party-or-present? 行政许可法-48",
            ["decision-approval"] = "head CZ-11",
            ["service-direct"] = "server CZ-13, receiver CZ-13",
            ["service-leave"] = "server CZ-13, witness CZ-13",
            ["service-entrusted"] = "server CZ-13, receiver CZ-13",
        },
        RuleNotation.Signatures);

    [Fact]
    public void Documents_stand_where_the_text_demands_them() => Same(
        new()
        {
            ["application"] = "operation-data CZ-08 when (channel=service-site or channel=sanjintong) later",
            ["application-outcome"] = "receipt CZ-07 when (outcome=accepted or outcome=not-accepted), corrections-notice CZ-07 when outcome=supplement",
            ["decision-date-notice"] = "notice CZ-09",
            ["on-site-inspection"] = "record CZ-15, interruption-note CZ-21 when avInterruption=not-resumed later",
            ["hearing-notice"] = "notice 行政许可法-48",
            ["hearing"] = "record CZ-16, interruption-note CZ-21 when avInterruption=not-resumed later",
            ["suspension"] = "notice 行政许可法-45",
            ["extension"] = "notice 行政许可法-42 later",
            ["expert-argument"] = "minutes/opinion CZ-11",
            ["legal-review"] = "opinion CZ-11",
            ["collective-discussion"] = "record/minutes CZ-11",
            ["decision"] = "decision CZ-12",
            ["service-direct"] = "receipt CZ-13",
            ["service-leave"] = "receipt CZ-13",
            ["service-entrusted"] = "receipt CZ-13",
            ["service-post"] = "registration CZ-13, voucher CZ-13, return-receipt CZ-13 later",
            ["service-notice"] = "notice CZ-13",
        },
        RuleNotation.Documents);

    [Fact]
    public void The_on_site_check_names_at_least_two_officers_and_the_showing_of_certificates() =>
        Same(new() { ["on-site-inspection"] = "1 shown CZ-15, 2 行政许可法-34" }, RuleNotation.Officers);

    [Theory]
    [InlineData("decision-date-notice", "reason CZ-09, decisionDate CZ-09")]
    [InlineData("draft", "drafter CZ-11, reviewer CZ-11, legalBasis CZ-11, evidence CZ-11, proposal CZ-11, major CZ-11")]
    [InlineData("legal-review", "reviewer CZ-11, outcome CZ-11, opinion CZ-11, advice CZ-11")]
    [InlineData("decision", "outcome CZ-12, documentNumber CZ-12, facts CZ-12, reasons CZ-12, basis CZ-12, remedies 行政许可法-38 when outcome=refused")]
    [InlineData("service-leave", "served CZ-13, [documentName CZ-13], [documentNumber CZ-13], refusalReason CZ-13, refusalDate CZ-13, leftAt CZ-13")]
    [InlineData("service-entrusted", "served CZ-13, [documentName CZ-13], [documentNumber CZ-13], reason CZ-13")]
    [InlineData("service-notice", "served CZ-13, [documentName CZ-13], [documentNumber CZ-13], otherWaysFailed CZ-13, mode CZ-13, carrier CZ-13, reasonAndCourse CZ-13")]
    public void An_act_states_what_the_text_lists(string act, string fields) => Assert.Equal(fields, RuleNotation.Fields(Law.Act(act)!));

    [Fact]
    public void The_rights_and_remedies_are_told_in_the_on_site_check() =>
        Assert.Contains("rightsTold CZ-17", RuleNotation.Fields(Law.Act("on-site-inspection")!), StringComparison.Ordinal);

    [Fact]
    public void Draft_review_legal_review_and_approval_are_done_by_different_people() =>
        Assert.Equal(
            [("draft-review", "draft"), ("legal-review", "draft"), ("legal-review", "draft-review"), ("decision-approval", "draft"), ("decision-approval", "draft-review"), ("decision-approval", "legal-review"), ("archive", "archive-handover")],
            Law.Acts.SelectMany(a => a.NotBy.Select(n => (a.Kind, n.Act))));

    [Fact]
    public void Three_places_must_have_surveillance() =>
        Assert.Equal(
            [("acceptance-window", AvNeed.Required, "CZ-10"), ("outgoing-window", AvNeed.Required, "CZ-14"), ("self-service", AvNeed.Required, "CZ-14")],
            Law.Recordings.Places.Select(p => (p.Id, p.Need, p.Article)));

    [Fact]
    public void A_recording_shows_six_matters_and_is_made_in_seven_ways()
    {
        Assert.Equal(Enumerable.Repeat("CZ-19", 6), Law.Recordings.Content.Select(c => c.Article));
        Assert.Equal(["CZ-20", "CZ-20", "CZ-20", "CZ-20", "CZ-21", "CZ-21", "CZ-22"], Law.Recordings.Conduct.Select(c => c.Article));
        Assert.Equal(("CZ-04", "CZ-29"), (Law.Recordings.Article, Law.Recordings.SelfKeepingBanArticle));
    }

    [Fact]
    public void The_archive_asks_for_no_description_and_keeps_records_for_a_term_without_a_number()
    {
        Assert.Empty(Law.Archive.RecordingFields);
        Assert.Null(Law.Archive.TranscriptArticle);
        Assert.Equal("CZ-32", Law.Archive.RetentionArticle);
    }

    [Fact]
    public void A_party_reads_and_copies_with_the_consent_of_the_leader_in_charge_until_the_file_is_archived() =>
        Assert.Equal(
            [("CZ-31", PartyRight.ReadAndCopy, CaseOpenness.Open, "leader-in-charge", false), ("CZ-31", PartyRight.ReadAndCopy, CaseOpenness.Archived, null, true)],
            Law.Access.Select(a => (a.Article, a.Right, a.State, a.Approver, a.Procedure is not null)));

    [Theory]
    [InlineData("CZ-06", 4)]
    [InlineData("CZ-23", 6)]
    [InlineData("CZ-25", 4)]
    [InlineData("CZ-28", 4)]
    [InlineData("CZ-34", 4)]
    public void A_duty_lists_the_items_of_its_article(string article, int items) =>
        Assert.Equal(items, Assert.Single(Law.Duties, d => d.Article == article).Items.Length);

    [Fact]
    public void The_scope_is_licensing_only() => Assert.Equal(("CZ-02", ActType.Licence), (Law.Scope.Article, Assert.Single(Law.Scope.ActTypes)));

    private static void Same(Dictionary<string, string> expected, Func<ActRule, string> line) =>
        Assert.Equal(expected.ToImmutableSortedDictionary(StringComparer.Ordinal), RuleNotation.Lines(Law, line));
}
