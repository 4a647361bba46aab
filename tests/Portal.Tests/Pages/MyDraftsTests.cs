using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Portal.Components.Work;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>The drafts of a person: to go on with, to throw away, and of no use where somebody else has decided.</summary>
public sealed class MyDraftsTests : PageTest
{
    private static readonly DraftKey Decision = new("CM", "c-1", "start-unit-opinion", About: "a1");

    private readonly ICaseGrain _case = Substitute.For<ICaseGrain>();

    public MyDraftsTests()
    {
        SignIn("cm-unit-head", "李敏", "unit-head");
        Grains.GetGrain<ICaseGrain>("c-1").Returns(_case);
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs(SampleCase.Row());
        _case.ViewAsync(default!).ReturnsForAnyArgs(SampleCase.View());
    }

    [Fact]
    public async Task A_draft_of_what_another_has_decided_says_so_and_can_be_thrown_away()
    {
        Has(Decision);
        var mine = Render<MyDrafts>();

        var given = SampleCase.Opinion();
        Assert.Contains($"{given.By.Name}已于2026年11月21日", mine.Find(".draft-idle").TextContent, StringComparison.Ordinal);
        Assert.Contains("这份草稿不再需要", mine.Find(".draft-idle").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/cases/c-1#act-{given.Id}", mine.Find(".draft-idle a").GetAttribute("href"));
        Has();
        mine.FindAll("button").First(button => button.TextContent == "丢弃草稿").Click();
        mine.Find("[data-submit]").Click();

        await Drafts.Received(1).RemoveAsync("cm-unit-head", Decision, Arg.Any<CancellationToken>());
        Assert.Empty(mine.FindAll(".draft-row"));
    }

    [Fact]
    public void Other_drafts_say_nothing_of_the_kind()
    {
        Has(
            Decision with { About = "a9" }, // another form than the one that was decided on
            Decision with { ActKind = "start-approval", About = "" }, // not decided yet
            Decision with { Corrects = "a2", About = "" }, // the correction of a decision
            new DraftKey("CM", "c-1", "start-report"), // no decision
            new DraftKey("CM", "c-9", DraftKey.NewCase));
        var mine = Render<MyDrafts>();

        Assert.Equal(5, mine.FindAll(".draft-row").Count);
        Assert.Empty(mine.FindAll(".draft-idle"));
    }

    [Fact]
    public void A_case_that_may_not_be_seen_is_not_asked()
    {
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs((Enforcement.Grains.Interfaces.ReadModel.CaseRow?)null);
        Has(Decision);
        var mine = Render<MyDrafts>();

        Assert.Empty(mine.FindAll(".draft-idle"));
        _ = _case.DidNotReceiveWithAnyArgs().ViewAsync(default!);
    }

    private void Has(params DraftKey[] keys) =>
        Drafts.ListAsync(default!, default).ReturnsForAnyArgs(ImmutableArray.CreateRange(keys.Select(key => new DraftLine(key, "城管罚〔2026〕1号", 1, Now, 10))));
}
