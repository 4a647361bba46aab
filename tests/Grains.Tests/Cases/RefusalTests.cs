using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Tests.Hosting;

namespace Enforcement.Grains.Tests.Cases;

/// <summary>A refusal names every broken rule at once, with the article's text, in both languages, and what to do next; it writes nothing.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task All_broken_rules_are_named_at_once_with_the_text_of_their_articles()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");
        var before = await world.CountAsync();

        var refused = await file.TryAsync("on-site-inspection", d => d with
        {
            Fields = d.Fields.Remove("facts").SetItem("surplus", "x"),
            Officers = [new("nobody", true)],
            Documents = [],
            Signatures = [],
            OccurredAt = world.Clock.Now.AddHours(2),
        });

        string[] expected = ["instant.future", "field.unknown", "field.missing", "officer.unknown", "officer.too-few", "document.missing", "signature.missing"];
        Assert.All(expected, code => Assert.Contains(refused.Broken, b => b.Code == code));
        Assert.All(refused.Broken.Where(b => b.Article is not null), b => Assert.Equal(world.Regulations.Article(b.Article!)!.Text, b.ArticleText));
        Assert.Contains(refused.Broken, b => b is { Code: "field.missing", Member: "facts", Article: "CM-12" or "CM-13" or "CM-10" });
        Assert.All(refused.Broken, b => Assert.All([b.Text.Zh, b.Text.En, b.Next.Zh, b.Next.En], words => Assert.NotEmpty(words)));
        Assert.Equal(before, await world.CountAsync());
        Assert.True((await file.TryAsync("on-site-inspection")).Done);
    }

    [Fact]
    public async Task An_unknown_case_act_bureau_or_word_is_refused_and_nothing_is_half_made()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = new CaseDriver(world, "CM", "c1");
        var before = await world.CountAsync();
        Assert.Equal(["case.unknown"], (await file.TryAsync("officer", (g, c) => g.RecordActAsync(new ActDraft { Kind = "inquiry" }, c))).Broken.Select(b => b.Code));
        Assert.Equal(["bureau.unknown"], (await file.TryAsync("officer", (g, c) => g.OpenAsync(file.Opening(new ActDraft { Kind = "urgent-start" }) with { Bureau = "nowhere" }, c))).Broken.Select(b => b.Code));
        var words = await file.TryAsync("officer", (g, c) => g.OpenAsync(file.Opening(new ActDraft { Kind = "urgent-start" }) with { ActType = "war", Origin = "Urgent" }, c));
        Assert.Equal(["actType", "origin"], words.Broken.Select(b => b.Member));
        Assert.Equal(before, await world.CountAsync());

        await file.Do("urgent-start");
        Assert.Equal("CM罚〔2026〕1号", (await file.ViewAsync()).Number);
        Assert.Equal(["act.unknown"], await file.RefusedAsync("dance"));
    }

    [Fact]
    public async Task An_act_out_of_the_regulations_scope_is_refused_with_the_article_of_the_scope()
    {
        await using var world = await GrainWorld.StartAsync(null, "CZ");
        var refused = await new CaseDriver(world, "CZ", "c1").TryAsync("application");

        Assert.Contains(refused.Broken, b => b is { Code: "act.out-of-scope", Article: "CZ-02" });
        Assert.Null(await new CaseDriver(world, "CZ", "c1").FindAsync());
    }

    [Fact]
    public async Task An_officer_whose_certificate_has_run_out_or_who_left_cannot_be_named()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        await world.RegisterAsync("cm", "old", new("赵六", "cm", "证-6", new DateOnly(2026, 3, 1), ["officer"]));
        await world.RegisterAsync("cm", "gone", new("钱七", "cm", "证-7", null, ["officer"], Active: false));
        var file = await new CaseDriver(world, "CM", "c1") { Films = false }.Do("urgent-start");

        var refused = await file.TryAsync("inquiry", d => d with { Officers = [new("old", true), new("gone", true)] });

        Assert.Equal(["赵六", "钱七"], refused.Broken.Where(b => b.Code == "officer.unknown").Select(b => b.Text.Zh.Split('“', '”')[1]));
    }

    [Fact]
    public async Task Nobody_approves_the_own_form()
    {
        await using var world = await GrainWorld.StartAsync(null, "CM");
        var file = new CaseDriver(world, "CM", "c1");
        await file.Do("urgent-start");
        Assert.True((await file.TryAsync("start-report", person: "one")).Done);
        await file.Do("start-unit-opinion");

        var refused = await file.TryAsync("start-approval outcome=approved", person: "one");
        Assert.Contains(refused.Broken, b => b is { Code: "act.same-person", Article: "CM-37" });
    }
}
