using System.Collections.Immutable;
using AngleSharp.Dom;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Cases;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Pages.Work;
using Enforcement.Portal.Tests.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Orleans;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>The page on which somebody decides on a form.</summary>
public sealed class ApprovalPageTests : PageTest
{
    private const string Typed = """{"fields":{"opinion":"缺𠮷先生的<b>笔录</b>"}}""";
    private static readonly DraftKey Key = new("CM", "c-1", "start-unit-opinion", About: "a1");

    private readonly ICaseGrain _case = Substitute.For<ICaseGrain>();
    private readonly IWorkReadModel _work = Substitute.For<IWorkReadModel>();
    private readonly List<ActDraft> _sent = [];

    public ApprovalPageTests()
    {
        SignIn("cm-unit-head", "李敏", "unit-head");
        Services.AddSingleton(_work);
        Grains.GetGrain<ICaseGrain>("c-1").Returns(_case);
        Reads.CaseAsync(default!, default!, default).ReturnsForAnyArgs(SampleCase.Row());
        _work.ItemsAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<WorkItemRow>([], null, 0));
        _case.ViewAsync(default!).ReturnsForAnyArgs(View("cm/undated", "start-report"));
    }

    public static TheoryData<string> Profiles => [.. KnownLaw.Shipped.All.Select(p => p.Profile.Id)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_approval_of_a_regulation_asks_for_all_it_demands_and_offers_each_outcome(string profile)
    {
        var forms = Law.Acts(profile).Where(Approval.Is).ToList();
        Assert.NotEmpty(forms);
        foreach (var form in forms)
        {
            SignIn("cm-decides", "李敏", form.Roles[0]);
            _case.ViewAsync(default!).ReturnsForAnyArgs(View(profile, form.RefersTo.IsDefaultOrEmpty ? "start-report" : form.RefersTo[0]));
            var page = Open(form.Kind);

            foreach (var field in form.Fields.Where(field => field.Id != Approval.OutcomeField))
            {
                var head = page.Find($"#{FormPlaces.Field(field.Id)}").Closest(".field")!.QuerySelector(".field-head")!;
                Assert.Equal(field.Name.Zh, head.QuerySelector("label")!.TextContent);
                Assert.Equal(field.Article, head.QuerySelector(".article-cite")!.TextContent);
                Assert.Equal(field is { Required: true, Conditional: false }, head.QuerySelector(".must") is not null);
            }

            Assert.Empty(page.FindAll($"#{FormPlaces.Field(Approval.OutcomeField)}"));
            Assert.Equal(Approval.Outcome(form)!.Choices.Select(choice => choice.Name.Zh), Choices(page).Select(button => button.TextContent));
            Assert.All(form.Documents.Where(d => !d.Later), document => Assert.NotNull(page.Find($"#{FormPlaces.Document(document.Id)}")));
            Assert.All(form.Signatures, signature => Assert.NotNull(page.Find($"#{FormPlaces.Signature(signature.By)}")));
        }
    }

    [Fact]
    public async Task It_is_approved_with_words_after_its_effect_was_read_and_the_draft_is_gone()
    {
        Answer(new CommandReply(3, "a2", []));
        Drafts.FindAsync("cm-unit-head", Key, default).ReturnsForAnyArgs(Saved(Typed));
        var page = Open();

        page.Find("#field-opinion").Change("情况属实，同意");
        Choices(page)[0].Click();
        Assert.Empty(_sent);
        Assert.Contains("不能删除", page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        page.Find("[role=alertdialog] .btn-primary").Click();

        var sent = Assert.Single(_sent);
        Assert.Equal(("passed", "情况属实，同意", "a1", 3L), (sent.Fields["outcome"], sent.Fields["opinion"], sent.RefersTo, sent.Seen));
        Assert.Contains("已记录", page.Find("#decided").TextContent, StringComparison.Ordinal);
        await Drafts.Received(1).RemoveAsync("cm-unit-head", Key, Arg.Any<CancellationToken>());
        Assert.Equal(["enforcementDraft.settle", "enforcementDraft.done"], Scripts());
    }

    [Fact]
    public void It_is_sent_back_only_with_words()
    {
        Answer(new CommandReply(3, "a2", []));
        var page = Open();

        Choices(page)[1].Click();
        Assert.Contains("请先写明意见", page.Find("#needs-words").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alertdialog]"));

        page.Find("#field-opinion").Change("请补充营业执照");
        Choices(page)[1].Click();
        Assert.Contains("请补充营业执照", page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        page.Find("[role=alertdialog] .btn-primary").Click();

        Assert.Equal(("returned", "请补充营业执照"), (Assert.Single(_sent).Fields["outcome"], _sent[0].Fields["opinion"]));
    }

    [Fact]
    public async Task A_refusal_stays_with_its_article_and_all_that_was_typed_and_its_draft()
    {
        Answer(new CommandReply(2, null, [new BrokenRule("signature.missing", "CM-09", null, new("缺少签名", "A signature is missing"), new("补签", "Sign"), null)]));
        var page = Open();
        page.Find("#field-opinion").Change("同意立案");
        Choices(page)[0].Click();

        page.Find("[role=alertdialog] .btn-primary").Click();

        Assert.Contains("缺少签名", page.Find(".decide .rule-list, .decide [id=act-form-summary]").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("同意立案", page.Find("#field-opinion").GetAttribute("value"));
        await Drafts.DidNotReceiveWithAnyArgs().RemoveAsync(default!, default!, default);
        Assert.Equal(["enforcementDraft.settle", "enforcementDraft.resume"], Scripts());
    }

    [Fact]
    public void What_was_typed_is_there_again_and_is_kept_for_the_entry_that_is_decided_on()
    {
        Drafts.FindAsync("cm-unit-head", Key, default).ReturnsForAnyArgs(Saved(Typed));
        var page = Open();

        Assert.Equal("缺𠮷先生的<b>笔录</b>", page.Find("#field-opinion").GetAttribute("value"));
        Assert.Contains("已恢复", page.Find(".draft-restored").TextContent, StringComparison.Ordinal);
        var kept = page.Find("app-draft");
        Assert.Equal(("c-1", "start-unit-opinion", "a1", "CM", "4"), (kept.GetAttribute("case"), kept.GetAttribute("kind"), kept.GetAttribute("about"), kept.GetAttribute("bureau"), kept.GetAttribute("version")));
        Assert.NotNull(page.Find($"#{kept.GetAttribute("for")} #field-opinion"));
        Assert.Equal(DraftPaths.Field("opinion"), page.Find("#field-opinion").GetAttribute("data-draft"));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_on_demand()
    {
        Drafts.FindAsync("cm-unit-head", Key, default).ReturnsForAnyArgs(Saved(Typed));
        var page = Open();

        page.Find(".draft-restored .btn").Click();
        page.Find(".draft-ask .btn-outline-danger").Click();

        await Drafts.Received(1).RemoveAsync("cm-unit-head", Key, Arg.Any<CancellationToken>());
        Assert.True(string.IsNullOrEmpty(page.Find("#field-opinion").GetAttribute("value")));
    }

    [Fact]
    public async Task When_the_case_moves_on_the_words_stay_and_go_with_the_entry_that_is_decided_on_now()
    {
        Drafts.FindAsync("cm-unit-head", Key, default).ReturnsForAnyArgs(call => call.Arg<DraftKey>() == Key ? Saved(Typed) : null);
        Answer(new CommandReply(2, null, [new BrokenRule("case.moved-on", null, null, new("案件有了新的记录", "The case moved on"), new("核对", "Look"), null)]));
        var page = Open();
        Choices(page)[1].Click();
        _case.ViewAsync(default!).ReturnsForAnyArgs(View("cm/undated", "start-report", "start-report"));

        page.Find("[role=alertdialog] .btn-primary").Click();

        Assert.Contains("您写的意见还在", page.Find(".decide .note-warn").TextContent, StringComparison.Ordinal);
        Assert.Equal("缺𠮷先生的<b>笔录</b>", page.Find("#field-opinion").GetAttribute("value"));
        await Drafts.Received(1).SaveAsync("cm-unit-head", new DraftToSave(Key with { About = "a2" }, 0, Typed, "城管罚〔2026〕1号 · 承办机构意见"), Arg.Any<CancellationToken>());
        await Drafts.Received(1).RemoveAsync("cm-unit-head", Key, Arg.Any<CancellationToken>());
        Assert.Equal("a2", page.Find("app-draft").GetAttribute("about"));
    }

    [Fact]
    public async Task A_draft_that_outlived_its_decision_is_removed_when_the_page_says_that_it_was_decided()
    {
        _case.ViewAsync(default!).ReturnsForAnyArgs(Decided("cm-unit-head"));

        var page = Open();

        Assert.Contains("已于", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".decide"));
        await Drafts.Received(1).RemoveAsync("cm-unit-head", Key, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Words_about_what_somebody_else_has_decided_are_not_thrown_away()
    {
        _case.ViewAsync(default!).ReturnsForAnyArgs(Decided("cm-unit-head-2"));

        Assert.Empty(Open().FindAll(".decide"));
        await Drafts.DidNotReceiveWithAnyArgs().RemoveAsync(default!, default!, default);
    }

    [Fact]
    public void Who_does_not_hold_the_role_is_offered_nothing()
    {
        SignIn("cm-legal-reviewer", "赵法", "legal-reviewer");

        var page = Open();

        Assert.Empty(page.FindAll(".decide"));
        Assert.NotNull(page.Find(".note-warn a[href='/']"));
    }

    private IRenderedComponent<ApprovalPage> Open(string kind = "start-unit-opinion") =>
        Render<ApprovalPage>(p => p.Add(a => a.CaseId, "c-1").Add(a => a.Kind, kind));

    private static IReadOnlyList<IElement> Choices(IRenderedComponent<ApprovalPage> page) => page.FindAll(".decide-buttons button");

    private IEnumerable<string> Scripts() => JSInterop.Invocations.Select(call => call.Identifier).Where(name => name.StartsWith("enforcementDraft.", StringComparison.Ordinal));

    private static Draft Saved(string content) => new(new DraftLine(Key, "城管罚〔2026〕1号 · 承办机构意见", 4, Now, content.Length), content);

    private void Answer(CommandReply reply) => _case.RecordActAsync(default!, default!).ReturnsForAnyArgs(call =>
    {
        _sent.Add(call.Arg<ActDraft>());
        return reply;
    });

    private CaseView Decided(string by)
    {
        var view = View("cm/undated", "start-report");
        return view with { Acts = [.. view.Acts, Entry("a2", "start-unit-opinion", by) with { RefersTo = "a1", Fields = [new FieldValue("outcome", new("结果", "Outcome"), "passed", new("审核通过", "Passed"), "CM-09")] }] };
    }

    private CaseView View(string profile, params string[] kinds) => SampleCase.View() with
    {
        Profile = new ProfilePin(profile, "CM", new("城管", "CM"), SampleCase.Hash),
        Acts = [.. kinds.Select((kind, index) => Entry($"a{index + 1}", kind, "cm-officer"))],
        Next = [.. Law.Acts(profile).Where(Approval.Is).Select(form => new NextAct(form, []))],
    };

    private static ActView Entry(string id, string kind, string by) => new()
    {
        Id = id,
        Kind = kind,
        Name = new("程序启动审批表", "Start-approval form"),
        Stage = new("registered", new("登记", "Registered")),
        OccurredAt = Now,
        RecordedAt = Now,
        By = new PersonInfo(by, "王建国", "officer", "CM", "CM-0001"),
        Fields = [],
        Officers = [],
        Documents = [],
        Signatures = [],
        Recordings = ImmutableArray<LinkedRecordingView>.Empty,
        Av = "none",
    };
}
