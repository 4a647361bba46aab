using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Components.Law;

namespace Enforcement.Portal.Tests.Components;

public sealed class RuleListTests : PortalTest
{
    private static readonly BrokenRule NoReason = Rule("field.missing", "CM-08", "应当载明“启动理由”", "must state \"Reason\"", "reason");
    private static readonly BrokenRule TooFew = Rule("officer.too-few", "行政处罚法-42", "应有不少于2名执法人员", "needs two officers", "officers");

    [Fact]
    public void Every_broken_rule_is_named_with_its_article_and_the_next_step()
    {
        var list = Render<RuleList>(p => p.Add(r => r.Rules, [NoReason, TooFew]));

        Assert.Equal("未能提交：有 2 处不符合规定", list.Find(".rule-title").TextContent);
        Assert.Equal(["CM-08", "行政处罚法-42"], list.FindAll(".article-cite").Select(cite => cite.TextContent));
        Assert.All(list.FindAll("li"), item => Assert.Contains("下一步：补充后再提交", item.TextContent, StringComparison.Ordinal));
        Assert.Equal("alert", list.Find(".rule-list").GetAttribute("role"));
    }

    [Fact]
    public void It_speaks_English_to_an_English_reader()
    {
        Speak("en");

        var list = Render<RuleList>(p => p.Add(r => r.Rules, [NoReason]));

        Assert.Contains("must state", list.Markup, StringComparison.Ordinal);
        Assert.Contains("Next: Add it and submit again", list.Find("li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_rule_leads_to_its_field()
    {
        var list = Render<RuleList>(p => p.Add(r => r.Rules, [NoReason, TooFew]).Add(r => r.PlaceOf, FormPlaces.Of));

        Assert.Equal(["field-reason", FormPlaces.OfficersId], list.FindAll(".rule-go").Select(go => go.GetAttribute("data-focus")));
    }

    [Fact]
    public void Without_broken_rules_there_is_nothing() =>
        Assert.Equal("", Render<RuleList>(p => p.Add(r => r.Rules, [])).Markup.Trim());

    [Theory]
    [InlineData("field.missing", "record", "field-record")]
    [InlineData("document.missing", "record", "document-record")]
    [InlineData("signature.missing", "party", "signature-party")]
    [InlineData("officer.too-few", "officers", FormPlaces.OfficersId)]
    [InlineData("instant.future", "occurredAt", FormPlaces.OccurredId)]
    [InlineData("av.exemption-reason", "exemption", FormPlaces.ExemptionId)]
    [InlineData("text.missing", "party.name", "party-name")]
    [InlineData("act.once", null, null)]
    public void A_rule_stands_beside_the_part_it_is_about(string code, string? member, string? place) =>
        Assert.Equal(place, FormPlaces.Of(Rule(code, null, "", "", member)));

    private static BrokenRule Rule(string code, string? article, string zh, string en, string? member) =>
        new(code, article, null, new Wording(zh, en), new Wording("补充后再提交", "Add it and submit again"), member);
}
