using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;

namespace Enforcement.Portal.Tests.Components;

/// <summary>What a form says about its demands, and what it proposes.</summary>
public sealed class FormHelpTests : PortalTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Profiles => [.. KnownLaw.Shipped.All.Select(p => p.Profile.Id)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_condition_is_explained_in_both_languages_without_an_id(string profileId)
    {
        var profile = KnownLaw.Shipped.All.Single(p => p.Profile.Id == profileId).Profile;
        foreach (var act in Law.Acts(profileId))
        {
            foreach (var field in act.Fields)
            {
                Assert.Equal(field.Conditional, field.When is not null);
            }

            List<Wording> whens = [.. act.Fields.Select(f => f.When).Concat(act.Documents.Select(d => d.When)).Concat(act.Signatures.Select(s => s.When)).Concat(act.Av.Select(a => a.When)).Concat(act.OfficerDemands.Select(o => o.When)).OfType<Wording>()];
            Assert.All(whens, when =>
            {
                Assert.Matches("[\\u4e00-\\u9fff]", when.Zh);
                Assert.DoesNotMatch("[A-Za-z]", when.Zh);
                Assert.DoesNotMatch("[\\u4e00-\\u9fff]", when.En);
            });
        }

        Assert.NotNull(profile);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_number_of_officers_stands_on_the_form_with_its_article(string profileId)
    {
        foreach (var act in Law.Acts(profileId).Where(act => !act.OfficerDemands.IsDefaultOrEmpty))
        {
            var drawn = Render<ActForm>(p => p.Add(f => f.Model, new ActFormModel(act)).Add(f => f.Officers, Register.Roll()).Add(f => f.Now, Now)).FindAll(".officer-demands li");

            Assert.Equal(act.OfficerDemands.Length, drawn.Count);
            Assert.All(act.OfficerDemands.Zip(drawn), pair =>
            {
                Assert.Contains($"不少于 {pair.First.Min} 人", pair.Second.TextContent, StringComparison.Ordinal);
                Assert.Equal(pair.First.Article, pair.Second.QuerySelector(".article-cite")!.TextContent);
            });
        }
    }

    [Fact]
    public void A_condition_names_the_field_and_its_value()
    {
        var profile = KnownLaw.Shipped.All.Single(p => p.Profile.Id == "cm/undated").Profile;
        var rule = profile.Act("application-outcome")!;

        var words = ConditionWords.Of(rule.Fields.Single(f => f.Id == "missing").When!, profile, rule);

        Assert.Contains("”为“", words.Zh, StringComparison.Ordinal);
        Assert.Contains(rule.Fields.Single(f => f.Id == "outcome").Choices.Single(c => c.Id == "supplement").Name.Zh, words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Recordings_of_officers_present_that_ran_meanwhile_are_proposed_first()
    {
        RecordingRow[] rows =
        [
            Row("far", "o1", -300, -290), Row("mine-before", "o1", -40, -30), Row("theirs-now", "o2", -10, null), Row("other-now", "o3", -10, 10), Row("by-recorder", "o4", -60, -50) with { RecorderId = "BWC-7" },
        ];

        var offers = RecordingOffer.Of(rows, Now, "o1", new HashSet<string> { "BWC-7" }, ["o1", "o2"]);

        Assert.Equal(["theirs-now", "other-now", "mine-before", "by-recorder", "far"], offers.Select(o => o.Row.RecordingId));
        Assert.Equal(["theirs-now"], offers.Where(o => o.Proposed).Select(o => o.Row.RecordingId));
        Assert.Equal(["mine-before", "by-recorder", "far"], offers.Where(o => o.Mine).Select(o => o.Row.RecordingId));
    }

    [Fact]
    public void A_form_that_was_sent_back_is_found_with_the_words_of_the_reviewer_and_not_once_it_was_passed()
    {
        var form = Act("a1", "draft", null, []);
        var returned = Act("a2", "draft-review", "a1", [("outcome", "returned"), ("opinion", "请补充证据")]);
        var passed = Act("a3", "draft-review", "a1", [("outcome", "passed")]);

        Assert.Equal("请补充证据", SentBack.Of([form, returned], "draft")!.Words);
        Assert.Null(SentBack.Of([form], "draft"));
        Assert.Null(SentBack.Of([form, returned, passed], "draft"));
        Assert.Null(SentBack.Of([form, returned, Act("a4", "draft", null, [])], "draft"));
    }

    [Fact]
    public void A_sheet_shows_what_was_typed_and_leaves_blanks()
    {
        var act = Law.Acts("cm/undated").First(f => f.Kind == "on-site-inspection");
        ActFormModel model = new(act);
        var document = model.Documents[0];
        (document.Included, document.Number) = (true, "城执〔2026〕1号");
        var text = act.Fields.First(f => f.Type is "text" or "long-text");
        model.Values[text.Id] = "<script>alert(1)</script>𠮷";

        var sheet = Render<DocumentSheet>(p => p.Add(s => s.Facts, SheetFacts.Of(model, document, "城市管理局", [new SheetRow("案由", "")], [], new DateOnly(2026, 11, 21))));

        Assert.Equal("城市管理局", sheet.Find(".sheet-bureau").TextContent);
        Assert.Equal(document.Title, sheet.Find(".sheet-title").TextContent);
        Assert.Equal("城执〔2026〕1号", sheet.Find(".sheet-number").TextContent);
        Assert.Empty(sheet.FindAll("script"));
        Assert.Equal(act.Fields.Length + 1, sheet.FindAll(".sheet-table tr").Count);
        Assert.Equal("<script>alert(1)</script>𠮷", sheet.FindAll(".sheet-table tr").Single(row => row.QuerySelector("th")!.TextContent == text.Name.Zh).QuerySelector("td")!.TextContent);
        Assert.Equal(act.Fields.Length, sheet.FindAll(".sheet-table td").Count(td => td.TextContent.Length == 0));
        Assert.Contains("2026年11月21日", sheet.Find(".sheet-seal").TextContent, StringComparison.Ordinal);
    }

    private static RecordingRow Row(string id, string officer, int from, int? to) =>
        new(id, "CM", null, officer, officer, Now.AddMinutes(from), to is { } t ? Now.AddMinutes(t) : null, "announced", null, null, null, null, null, null, null, "none", null, Now);

    private static ActView Act(string id, string kind, string? refersTo, (string Id, string Value)[] fields) => new()
    {
        Id = id,
        Kind = kind,
        Name = new(kind, kind),
        Stage = new("review", new("审查", "Review")),
        OccurredAt = Now,
        RecordedAt = Now,
        By = new PersonInfo("u", "周明远", "unit-head", "CM", null),
        Fields = [.. fields.Select(f => new FieldValue(f.Id, new(f.Id, f.Id), f.Value, new(f.Value, f.Value), null))],
        Officers = [],
        Documents = [],
        Signatures = [],
        Recordings = [],
        Av = "none",
        RefersTo = refersTo,
    };
}
