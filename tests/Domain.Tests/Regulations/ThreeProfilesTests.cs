using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>Where CM, FS and GC differ rule by rule, typed here from the texts.</summary>
public sealed class ThreeProfilesTests
{
    private static readonly ActType[] SixTypes = [ActType.Licence, ActType.Penalty, ActType.Coercion, ActType.Inspection, ActType.Fee, ActType.Levy];

    [Fact]
    public void The_program_ships_one_profile_for_each_of_the_five_regulations() =>
        Assert.Equal(["CM", "CZ", "FS", "GC", "TA"], ShippedProfiles.Catalog.All.Select(p => p.Profile.Code).Order());

    [Theory]
    [InlineData("cm", 38)]
    [InlineData("fs", 37)]
    [InlineData("gc", 35)]
    public void Every_article_is_carried_by_a_rule_or_listed_with_its_reason(string code, int count)
    {
        var profile = ThreeProfiles.Of(code);
        var own = ProfileCites.Carried(profile).Concat(profile.NotCarried.Select(n => n.Article)).Where(c => c.StartsWith(profile.Code + "-", StringComparison.Ordinal));

        Assert.Equal(Enumerable.Range(1, count).Select(n => $"{profile.Code}-{n:00}"), own.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gaochang_has_its_day_and_the_other_two_have_none()
    {
        Assert.Equal(new DateOnly(2019, 8, 1), ThreeProfiles.Of("gc").EffectiveFrom);
        Assert.Null(ThreeProfiles.Of("cm").EffectiveFrom);
        Assert.Null(ThreeProfiles.Of("fs").EffectiveFrom);
    }

    [Fact]
    public void CM_and_GC_list_six_kinds_of_act_and_FS_lists_none_so_that_all_are_covered()
    {
        Assert.Equal(("CM-02", SixTypes), (ThreeProfiles.Of("cm").Scope.Article, ThreeProfiles.Of("cm").Scope.ActTypes.ToArray()), Pair.Same);
        Assert.Equal(("GC-02", SixTypes), (ThreeProfiles.Of("gc").Scope.Article, ThreeProfiles.Of("gc").Scope.ActTypes.ToArray()), Pair.Same);
        Assert.Equal(("FS-02", Enum.GetValues<ActType>()), (ThreeProfiles.Of("fs").Scope.Article, ThreeProfiles.Of("fs").Scope.ActTypes.ToArray()), Pair.Same);
    }

    [Theory]
    [InlineData("cm", "reason party handlerOpinion major")]
    [InlineData("fs", "reason source facts party handlerOpinion time")]
    [InlineData("gc", "content")]
    public void The_start_form_asks_for_what_the_regulation_lists(string profile, string fields) =>
        Assert.Equal(fields.Split(' '), ThreeProfiles.Of(profile).Act("start-report")!.Fields.Select(f => f.Id));

    [Fact]
    public void Only_CM_wants_a_legality_opinion_on_the_start_of_a_major_act()
    {
        Assert.Contains(ThreeProfiles.Of("cm").Act("start-approval")!.Gates, g => g is { Code: "start.no-legality-opinion", Article: "CM-08" });
        Assert.Null(ThreeProfiles.Of("fs").Act("start-legality-opinion"));
        Assert.Null(ThreeProfiles.Of("gc").Act("start-legality-opinion"));
    }

    [Theory]
    [InlineData("cm", "application complaint double-random-check urgent-start start-report summary-decision")]
    [InlineData("fs", "complaint urgent-start start-report summary-decision")]
    [InlineData("gc", "application complaint urgent-start start-report summary-decision")]
    public void A_case_begins_only_in_the_ways_that_the_text_knows(string profile, string acts) =>
        Assert.Equal(acts.Split(' '), ThreeProfiles.Of(profile).Acts.Where(a => !a.Opens.IsEmpty).Select(a => a.Kind));

    [Theory]
    [InlineData("cm", "statement defence recusal hearing")]
    [InlineData("fs", "statement defence recusal hearing reconsideration litigation")]
    [InlineData("gc", "statement defence recusal hearing")]
    public void The_rights_told_are_those_that_the_article_names(string profile, string rights) =>
        Assert.Equal(rights.Split(' '), ThreeProfiles.Of(profile).Act("rights-notice")!.Fields.Where(f => f.Type is FieldType.Boolean).Select(f => f.Id));

    [Theory]
    [InlineData("cm", "rights-notice record")]
    [InlineData("fs", "record")]
    [InlineData("gc", "rights-notice record")]
    public void A_statement_needs_a_rights_notice_except_in_FS_where_the_record_holds_the_rights(string profile, string documents)
    {
        var act = ThreeProfiles.Of(profile).Act("statement-defence")!;

        Assert.Equal(documents.Split(' '), act.Documents.Select(d => d.Id));
        Assert.Equal(profile == "fs", act.Fields.Any(f => f.Id == "rightsTold"));
    }

    [Fact]
    public void Basis_evidence_and_factors_stand_on_the_draft_in_CM_on_every_document_in_FS_and_on_the_closing_report_in_GC()
    {
        Assert.Equal(["draft"], Bearing("cm", "CM-16"));
        Assert.Equal(["closing-report"], Bearing("gc", "GC-14"));
        Assert.Equal(
            [
                "decision", "demand", "draft", "enforcement-decision", "freeze", "liberty-restriction", "other-coercive-measure", "rectification-order",
                "seal-seizure", "summary-decision",
            ],
            Bearing("fs", "FS-15"));
        Assert.Null(ThreeProfiles.Of("gc").Act("draft"));
    }

    [Theory]
    [InlineData("cm", "registration voucher return-receipt", false)]
    [InlineData("fs", "registration voucher", true)]
    [InlineData("gc", "registration voucher return-receipt", false)]
    public void Postal_service_keeps_its_proof_and_names_the_document_in_FS(string profile, string documents, bool named)
    {
        var act = ThreeProfiles.Of(profile).Act("service-post")!;

        Assert.Equal(documents.Split(' '), act.Documents.Select(d => d.Id));
        Assert.All(act.Fields.Where(f => f.Id is "documentName" or "documentNumber"), f => Assert.Equal(named, f.Required));
    }

    [Theory]
    [InlineData("cm", "CM-33", PartyRight.Copy, "main-leader", false)]
    [InlineData("fs", "FS-33", PartyRight.ReadAndCopy, null, true)]
    [InlineData("gc", "GC-31", PartyRight.Copy, "main-leader", false)]
    public void A_party_may_do_what_the_text_says_with_the_consent_that_it_says(string profile, string article, PartyRight right, string? approver, bool procedure)
    {
        var rule = Assert.Single(ThreeProfiles.Of(profile).Access);

        Assert.Equal((article, right, CaseOpenness.Any, approver), (rule.Article, rule.Right, rule.State, rule.Approver));
        Assert.Equal(procedure, rule.Procedure is not null);
    }

    [Theory]
    [InlineData("cm", "CM-36")]
    [InlineData("fs", "FS-35")]
    [InlineData("gc", "GC-34")]
    public void The_five_violations_are_listed(string profile, string article)
    {
        var duty = ThreeProfiles.Of(profile).Duties.Single(d => d.Id == "liability");

        Assert.Equal((article, 5), (duty.Article, duty.Items.Length));
    }

    [Theory]
    [InlineData("cm", "CM-37")]
    [InlineData("fs", "FS-36")]
    [InlineData("gc", "GC-06")]
    public void Who_fills_in_the_start_form_does_not_approve_it(string profile, string article) =>
        Assert.Contains(new OtherPerson("start-report", article), ThreeProfiles.Of(profile).Act("start-approval")!.NotBy);

    [Fact]
    public void Only_GC_demands_a_supervision_report_before_a_performed_decision_ends()
    {
        Assert.Contains(ThreeProfiles.Of("gc").Act("end-of-act")!.Gates, g => g is { Code: "end.no-supervision-report", Article: "GC-26" });
        Assert.Null(ThreeProfiles.Of("cm").Act("supervision-report"));
        Assert.Null(ThreeProfiles.Of("fs").Act("supervision-report"));
    }

    [Theory]
    [InlineData("cm")]
    [InlineData("fs")]
    [InlineData("gc")]
    public void Two_officers_are_demanded_by_the_national_laws_and_not_by_the_regulation(string profile)
    {
        var demands = ThreeProfiles.Of(profile).Acts.SelectMany(a => a.Officers).Where(o => o.Min == 2).Select(o => o.Article).Distinct();

        Assert.Equal(["行政处罚法-42", "行政强制法-18"], demands.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Bearing(string profile, string article) =>
        ThreeProfiles.Of(profile).Acts
            .Where(a => new[] { "legalBasis", "evidence", "factors" }.All(id => a.Fields.Any(f => f.Id == id && f.Article == article)))
            .Select(a => a.Kind)
            .Order(StringComparer.Ordinal);

    private sealed class Pair : IEqualityComparer<(string Article, ActType[] Types)>
    {
        internal static readonly Pair Same = new();

        public bool Equals((string Article, ActType[] Types) x, (string Article, ActType[] Types) y) => x.Article == y.Article && x.Types.SequenceEqual(y.Types);

        public int GetHashCode((string Article, ActType[] Types) obj) => obj.Article.GetHashCode(StringComparison.Ordinal);
    }
}
