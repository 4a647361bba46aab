using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>What the Tai'an regulation says, typed from its text and held against the profile, cell by cell.</summary>
public sealed class TaianFactsTests
{
    private const string Services = "service-direct[served=decision] | service-post[served=decision] | service-leave[served=decision] | service-entrusted[served=decision] | service-notice[served=decision]";
    private const string Approved = "start-approval[outcome=approved] | start-approval[outcome=refused]";
    private const string MeasureApproved = "measure-approval[outcome=approved] | measure-approval[outcome=refused] | measure-lifted";
    private const string Av = "required TA-15 unless secrets TA-15";
    private const string AvWhenDisputed = "required TA-15 when disputeProne=true unless secrets TA-15";
    private static readonly Profile Law = ShippedProfiles.Profile("ta/2017-08-01");

    [Theory]
    [InlineData("late-report", "TA-08", "urgent-start", Approved, "24 hours", "always")]
    [InlineData("measure-late-approval", "行政强制法-19", "seal-seizure[urgent=true] | other-coercive-measure[urgent=true]", MeasureApproved, "24 hours", "always")]
    [InlineData("liberty-late-approval", "行政强制法-20", "liberty-restriction[urgent=true]", MeasureApproved, "promptly", "always")]
    [InlineData("prior-registration", "行政处罚法-56", "prior-registration", "prior-registration-disposal", "7 working-days", "case actType=penalty")]
    [InlineData("seal-seizure-term", "行政强制法-25", "seal-seizure", "measure-lifted | decision", "30 days", "always")]
    [InlineData("freeze-term", "行政强制法-32", "freeze", "measure-lifted | decision", "30 days", "always")]
    [InlineData("penalty-decision", "行政处罚法-60", "start-approval[outcome=approved] | urgent-start", "decision | end-of-act", "90 days", "case actType=penalty")]
    [InlineData("penalty-service", "行政处罚法-61", "decision", Services, "7 working-days", "case actType=penalty")]
    [InlineData("acceptance", "行政许可法-32", "application", "application-outcome | end-of-act", "5 working-days", "case actType=licence")]
    [InlineData("licence-decision", "行政许可法-42", "application-outcome[outcome=accepted]", "decision | end-of-act", "20 working-days", "case actType=licence")]
    [InlineData("certificate-delivery", "行政许可法-44", "decision[outcome=given]", Services, "10 working-days", "case actType=licence")]
    [InlineData("hand-in", "TA-17", "recording-ended", "recording-stored", "2 working-days", "always")]
    [InlineData("act-hand-in", "TA-17", "av-due", "av-stored", "2 working-days", "always")]
    [InlineData("archive", "TA-18", "end-of-execution", "archive", "30 days", "always")]
    [InlineData("end-overdue", "TA-18", "performance | enforcement | court-result", "end-of-act", "15 days", "always")]
    [InlineData("execution-end-overdue", "TA-18", "end-of-act", "end-of-execution", "15 days", "always")]
    public void A_term_has_its_length_start_and_stop(string id, string article, string start, string stop, string term, string when)
    {
        var clock = Law.Clock(id)!;
        Assert.Equal(
            (article, start, stop, term, when),
            (clock.Article, RuleNotation.Of(clock.Start), RuleNotation.Of(clock.Stop), RuleNotation.Of(clock.Term), RuleNotation.Of(clock.When)));
        Assert.Equal(id.EndsWith("-overdue", StringComparison.Ordinal), clock.Advisory);
        var replaceable = new[] { "archive", "seal-seizure-term", "freeze-term", "penalty-decision", "licence-decision" };
        Assert.Equal(replaceable.Contains(id) ? article : null, clock.OverrideArticle);
        Assert.False(clock.Roll);
    }

    [Fact]
    public void A_term_that_no_row_above_names_is_only_the_release_of_a_measure_that_the_head_refuses()
    {
        var clock = Law.Clock("measure-release")!;
        Assert.Equal(("行政强制法-19", "measure-approval[outcome=refused]", "measure-lifted", "promptly"), (clock.Article, RuleNotation.Of(clock.Start), RuleNotation.Of(clock.Stop), RuleNotation.Of(clock.Term)));
        Assert.Equal(17, Law.Clocks.Length);
    }

    [Fact]
    public void Seal_up_and_seizure_are_extended_once_by_thirty_days_and_appraisal_does_not_count()
    {
        var clock = Law.Clock("seal-seizure-term")!;
        var extension = Assert.Single(clock.Extend);
        Assert.Equal(("extension[term=seal-seizure]", "30 days", 1, "行政强制法-25"), (RuleNotation.Of(extension.By), RuleNotation.Of(extension.Term), extension.Times, extension.Article));
        var pause = Assert.Single(clock.Suspend);
        Assert.Equal(("appraisal-commission", "appraisal-result", "行政强制法-25"), (RuleNotation.Of(pause.From), RuleNotation.Of(pause.Until), pause.Article));
    }

    [Fact]
    public void The_widest_list_of_acts_needs_audio_video_and_only_secrets_exempt() => Same(
        new()
        {
            ["inquiry"] = Av,
            ["on-site-inspection"] = Av,
            ["sampling"] = Av,
            ["prior-registration"] = Av,
            ["hearing"] = Av,
            ["seal-seizure"] = Av,
            ["freeze"] = Av,
            ["liberty-restriction"] = Av,
            ["other-coercive-measure"] = Av,
            ["enforcement"] = Av,
            ["service-leave"] = Av,
            ["service-notice"] = "required TA-15 when mode=posted unless secrets TA-15; none TA-15",
            ["summary-decision"] = AvWhenDisputed,
            ["appraisal-commission"] = AvWhenDisputed,
            ["investigation-refused"] = AvWhenDisputed,
            ["statement-defence"] = AvWhenDisputed,
            ["service-direct"] = AvWhenDisputed,
            ["performance"] = AvWhenDisputed,
            ["note"] = AvWhenDisputed,
        },
        RuleNotation.Av);

    [Fact]
    public void Documents_stand_where_the_text_demands_them() => Same(
        new()
        {
            ["application-outcome"] = "notice TA-07",
            ["inquiry"] = "record TA-09",
            ["on-site-inspection"] = "record TA-09",
            ["sampling"] = "notice TA-09, item-list TA-09",
            ["prior-registration"] = "notice TA-09, item-list TA-09",
            ["appraisal-commission"] = "letter TA-09",
            ["appraisal-result"] = "opinion TA-03",
            ["seal-seizure"] = "decision 行政强制法-24, record 行政强制法-18",
            ["freeze"] = "decision 行政强制法-31, record 行政强制法-18",
            ["liberty-restriction"] = "record 行政强制法-18",
            ["other-coercive-measure"] = "record TA-09",
            ["rights-notice"] = "notice TA-10 when manner=written",
            ["statement-defence"] = "record TA-10 when form=oral, papers TA-10 when form=written",
            ["statement-waiver"] = "papers TA-10 when form=written",
            ["re-check"] = "opinion TA-10",
            ["hearing-notice"] = "notice TA-11",
            ["hearing"] = "record TA-11",
            ["suspension"] = "notice 行政许可法-45 when case actType=licence",
            ["extension"] = "notice 行政许可法-42 later",
            ["legal-review"] = "opinion/approval-form TA-12",
            ["expert-argument"] = "report TA-03",
            ["collective-discussion"] = "record TA-12",
            ["decision"] = "decision TA-12",
            ["summary-decision"] = "decision TA-12",
            ["service-direct"] = "receipt TA-13",
            ["service-leave"] = "receipt TA-13",
            ["service-entrusted"] = "receipt TA-13",
            ["service-post"] = "return-receipt TA-13 later",
            ["service-notice"] = "notice TA-13",
            ["demand"] = "letter TA-14",
            ["enforcement-decision"] = "decision TA-14",
            ["enforcement"] = "record TA-14",
            ["court-application"] = "application TA-14",
        },
        RuleNotation.Documents);

    [Fact]
    public void Signatures_stand_where_the_text_or_national_law_demands_them() => Same(
        new()
        {
            ["seal-seizure"] = "officer 行政强制法-18, party-or-present? 行政强制法-18",
            ["liberty-restriction"] = "officer 行政强制法-18, party-or-present? 行政强制法-18",
            ["other-coercive-measure"] = "officer 行政强制法-18, party-or-present? 行政强制法-18",
            ["hearing"] = "party? 行政处罚法-64 when case actType=penalty",
            ["decision-approval"] = "head TA-12",
            ["service-direct"] = "server TA-13, receiver TA-13",
            ["service-leave"] = "server 民事诉讼法-89, [witness 民事诉讼法-89]",
        },
        RuleNotation.Signatures);

    [Fact]
    public void Two_officers_come_from_national_law_only()
    {
        const string penalty = "2 行政处罚法-42 when case actType=penalty";
        const string measure = "2 shown 行政强制法-18";
        Same(
            new()
            {
                ["inquiry"] = penalty,
                ["on-site-inspection"] = penalty,
                ["sampling"] = penalty,
                ["prior-registration"] = penalty,
                ["summary-decision"] = penalty,
                ["seal-seizure"] = measure,
                ["freeze"] = measure,
                ["liberty-restriction"] = measure,
                ["other-coercive-measure"] = measure,
            },
            RuleNotation.Officers);
    }

    [Fact]
    public void Waivers_of_statement_and_of_hearing_are_recorded()
    {
        Assert.Equal("person TA-10, form TA-10, content TA-10", RuleNotation.Fields(Law.Act("statement-waiver")!));
        Assert.Equal("person TA-11, content TA-11", RuleNotation.Fields(Law.Act("hearing-waiver")!));
    }

    [Fact]
    public void The_archived_recording_is_described_by_method_time_maker_and_object_of_proof_and_sound_has_a_transcript()
    {
        Assert.Equal(["makingMethod", "makingTime", "maker", "objectOfProof"], Law.Archive.RecordingFields.Where(f => f is { Required: true, Article: "TA-18" }).Select(f => f.Id));
        Assert.Equal(("TA-18", null), (Law.Archive.TranscriptArticle, Law.Archive.RetentionArticle));
    }

    [Fact]
    public void A_recording_shows_six_matters_and_nothing_is_said_of_conduct_or_windows()
    {
        Assert.Equal(Enumerable.Repeat("TA-16", 6), Law.Recordings.Content.Select(c => c.Article));
        Assert.Empty(Law.Recordings.Conduct);
        Assert.Empty(Law.Recordings.Places);
        Assert.Equal(("TA-06", "TA-17"), (Law.Recordings.Article, Law.Recordings.SelfKeepingBanArticle));
    }

    [Fact]
    public void A_party_reads_with_the_consent_of_the_agency_head() =>
        Assert.Equal([("TA-19", PartyRight.Read, CaseOpenness.Any, "main-leader")], Law.Access.Select(a => (a.Article, a.Right, a.State, a.Approver)));

    [Fact]
    public void All_kinds_of_act_are_in_scope() =>
        Assert.Equal(("TA-02", Enum.GetValues<ActType>().Length), (Law.Scope.Article, Law.Scope.ActTypes.Distinct().Count()));

    [Fact]
    public void The_handler_and_the_head_are_different_people() =>
        Assert.Equal(
            [("start-approval", "start-report", "TA-08"), ("start-approval", "urgent-start", "TA-08"), ("legal-review", "start-report", "TA-12"), ("legal-review", "urgent-start", "TA-12"),
                ("decision-approval", "start-report", "TA-12"), ("decision-approval", "urgent-start", "TA-12"), ("decision-approval", "legal-review", "TA-12"), ("archive", "archive-handover", "TA-19")],
            Law.Acts.SelectMany(a => a.NotBy.Select(n => (a.Kind, n.Act, n.Article))));

    private static void Same(Dictionary<string, string> expected, Func<ActRule, string> line) =>
        Assert.Equal(expected.ToImmutableSortedDictionary(StringComparer.Ordinal), RuleNotation.Lines(Law, line));
}
