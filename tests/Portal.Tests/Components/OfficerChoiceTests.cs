using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;
using NSubstitute;

namespace Enforcement.Portal.Tests.Components;

/// <summary>Officers are chosen from a list while they are few, and searched at the server when they are many.</summary>
public sealed class OfficerChoiceTests : PortalTest
{
    private readonly Dictionary<string, bool> _chosen = new(StringComparer.Ordinal);

    [Fact]
    public void Few_officers_stand_in_a_list_that_is_filtered_where_it_stands()
    {
        var register = Register.Of(50);
        var picker = Picker(register.Open());

        Assert.Equal(50, picker.FindAll(".officer-list > li").Count);
        picker.Find("#officer-filter").Input("承办人50");

        Assert.Equal("承办人50", Assert.Single(picker.FindAll(".officer-name")).TextContent.Trim());
        Assert.Equal([null], register.Searched);
    }

    [Fact]
    public void Of_many_officers_the_first_are_listed_and_the_others_are_searched_at_the_server()
    {
        var register = Register.Of(20_000);
        var picker = Picker(register.Open());

        Assert.Equal(50, picker.FindAll(".officer-list > li").Count);
        Assert.Contains("共 20000 人，列出前 50 人", picker.Find(".officer-found").TextContent, StringComparison.Ordinal);
        Assert.Equal("查找执法人员", picker.Find("label[for=officer-filter]").TextContent);
        Tick(picker, "承办人1");
        picker.Find("#officer-filter").Input(" cm-19999 ");

        Assert.Equal(["承办人1", "承办人19999"], Named(picker));
        Assert.Equal("找到 1 人", picker.Find(".officer-found").TextContent);
        Tick(picker, "承办人19999");
        picker.Find("#officer-filter").Input("没有这个人");

        Assert.Equal(["承办人1", "承办人19999"], Named(picker));
        Assert.Contains("没有找到", picker.Find(".officer-found").TextContent, StringComparison.Ordinal);
        Assert.Equal(["o-0001", "o-19999"], _chosen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([null, "cm-19999", "没有这个人"], register.Searched);
    }

    [Fact]
    public void Nobody_changes_place_under_the_hand_that_ticks()
    {
        var picker = Picker(Register.Of(60).Open());

        Tick(picker, "承办人3");
        Assert.Equal("承办人3", Named(picker)[2]);
        picker.FindAll(".officer-name input")[2].Change(false);

        Assert.Equal("承办人3", Named(picker)[2]);
        Assert.Empty(_chosen);
    }

    [Fact]
    public void Whom_a_draft_names_is_listed_and_ticked_wherever_the_register_has_them()
    {
        _chosen["o-0777"] = true;
        var picker = Picker(Register.Of(1_000).Open("o-0777"));

        Assert.Equal("承办人777", Named(picker)[0]);
        Assert.True(picker.Find(".officer-name input").HasAttribute("checked"));
        Assert.True(picker.Find(".officer-shown input").HasAttribute("checked"));
    }

    [Fact]
    public void A_register_without_anybody_says_so()
    {
        Assert.Contains("没有持证在岗的执法人员", Picker(Register.Of(0).Open()).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_few_is_a_plain_list()
    {
        var select = Render<OfficerSelect>(p => p.Add(s => s.Roll, Register.Of(50).Open()).Add(s => s.Id, "who").Add(s => s.Name, "officer").Add(s => s.Label, "承办人").Add(s => s.Value, "o-0002"));

        Assert.Empty(select.FindAll("input"));
        Assert.Equal(("who", "officer", "o-0002"), (select.Find("select").Id, select.Find("select").GetAttribute("name"), select.Find("select").GetAttribute("value")));
        Assert.Equal(50, select.FindAll("option").Count);
    }

    [Fact]
    public void One_of_many_is_searched_and_the_chosen_one_stays()
    {
        string? told = null;
        var select = Render<OfficerSelect>(p => p
            .Add(s => s.Roll, Register.Of(1_000).Open("o-0777")).Add(s => s.Id, "who").Add(s => s.Label, "承办人")
            .Add(s => s.Value, "o-0777").Add(s => s.ValueChanged, id => told = id).AddChildContent("<option value=\"\">全部</option>"));
        var search = select.Find("input");

        Assert.Equal(("查找：承办人", null, "none"), (search.GetAttribute("aria-label"), search.GetAttribute("name"), search.GetAttribute("form")));
        Assert.Equal(["", "o-0777", "o-0001"], select.FindAll("option").Take(3).Select(option => option.GetAttribute("value")));
        search.Input("承办人99");

        Assert.Equal(["", "o-0777", "o-0099", "o-0990"], select.FindAll("option").Take(4).Select(option => option.GetAttribute("value")));
        select.Find("select").Change("o-0099");
        search.Input("承办人5");

        Assert.Equal("o-0099", told);
        Assert.Equal("o-0099", select.FindAll("option")[1].GetAttribute("value"));
    }

    [Fact]
    public async Task An_answer_that_a_later_search_has_overtaken_is_dropped()
    {
        var reads = Substitute.For<IReadModel>();
        TaskCompletionSource<Page<OfficerRow>> slow = new();
        reads.OfficerPageAsync(default!, default!, default!, default).ReturnsForAnyArgs(
            call => call.Arg<OfficerQuery>().Text == "王" ? slow.Task : Task.FromResult(new Page<OfficerRow>([Register.One(2)], null, 1)));
        OfficerRoll roll = new(reads, BureauScope.Of("CM"), new OfficerQuery());

        var first = roll.SearchAsync("王", CancellationToken.None);
        await roll.SearchAsync("王建", CancellationToken.None);
        slow.SetResult(new Page<OfficerRow>([Register.One(1)], null, 1));
        await first;

        Assert.Equal(("王建", "o-0002"), (roll.Text, Assert.Single(roll.Found).OfficerId));
    }

    [Fact]
    public void Who_may_not_be_chosen_any_more_is_named_but_not_offered()
    {
        var roll = new Register(Register.One(1), Register.One(2) with { Active = false }, Register.One(3) with { Certificate = null }).Open("o-0002", "o-0003", "o-0009");

        Assert.Equal((true, false, false, false), (roll.Offers("o-0001"), roll.Offers("o-0002"), roll.Offers("o-0003"), roll.Offers("o-0009")));
        Assert.Equal("承办人2", roll.Find("o-0002")?.Name);
    }

    private IRenderedComponent<OfficerPicker> Picker(OfficerRoll roll) => Render<OfficerPicker>(p => p.Add(o => o.Roll, roll).Add(o => o.Chosen, _chosen).Add(o => o.Min, 2));

    private static List<string> Named(IRenderedComponent<OfficerPicker> picker) => [.. picker.FindAll(".officer-name").Select(name => name.TextContent.Trim())];

    private static void Tick(IRenderedComponent<OfficerPicker> picker, string name) =>
        picker.FindAll(".officer-name").Single(label => label.TextContent.Trim() == name).QuerySelector("input")!.Change(true);
}
