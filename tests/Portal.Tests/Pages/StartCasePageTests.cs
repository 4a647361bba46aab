using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Pages.Cases;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Orleans;

namespace Enforcement.Portal.Tests.Pages;

public sealed class StartCasePageTests : PageTest
{
    private readonly ICaseGrain _case = Substitute.For<ICaseGrain>();
    private readonly List<(OpenCase Request, Caller Caller)> _sent = [];

    public StartCasePageTests()
    {
        var bureau = Substitute.For<IBureauGrain>();
        bureau.ViewAsync().Returns(new BureauView("CM", "城市管理局", "City Management", "城管", "CM", "东城区"));
        Grains.GetGrain<IBureauGrain>("CM").Returns(bureau);
        Grains.GetGrain<ICaseGrain>(Arg.Any<string>()).Returns(_case);
    }

    [Fact]
    public void The_origin_decides_which_act_opens_the_case()
    {
        var page = Render<StartCasePage>();
        Assert.Empty(page.FindAll(".act-form"));

        page.Find("#act-type").Change("penalty");
        page.Find("#origin").Change("urgent");

        Assert.Contains("情况紧急先行启动", page.Find("section:last-of-type h2").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#field-reason"));
    }

    [Fact]
    public void A_refusal_keeps_what_was_typed_and_the_same_command_is_sent_again()
    {
        Answer(
            new CommandReply(0, null, [new BrokenRule("text.missing", null, null, new("缺少案由", "No cause"), new("填写案由", "Fill it in"), "title")]),
            new CommandReply(4, "城管罚〔2026〕1号", []));
        var page = Render<StartCasePage>();
        page.Find("#act-type").Change("penalty");
        page.Find("#origin").Change("urgent");
        page.Find("#party-name").Change("李𠮷烧烤店");
        page.Find("#field-reason").Change("当事人拟转移物品");

        page.Find(".form-actions .btn-primary").Click();

        Assert.Equal("李𠮷烧烤店", page.Find("#party-name").GetAttribute("value"));
        Assert.Contains("缺少案由", page.Find("#case-title").Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("当事人拟转移物品", page.Find("#field-reason").GetAttribute("value"));

        page.Find("#case-title").Change("占道经营烧烤");
        page.Find(".form-actions .btn-primary").Click();

        Assert.Equal(2, _sent.Count);
        Assert.Equal(_sent[0].Caller.CommandId, _sent[1].Caller.CommandId);
        Assert.Equal("占道经营烧烤", _sent[1].Request.Title);
        Assert.EndsWith("?done=a1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_system_does_not_answer_everything_stays_and_can_be_sent_again()
    {
        _case.OpenAsync(default!, default!).ReturnsForAnyArgs<CommandReply>(_ => throw new TimeoutException());
        var page = Render<StartCasePage>();
        page.Find("#act-type").Change("penalty");
        page.Find("#origin").Change("urgent");
        page.Find("#case-title").Change("占道经营烧烤");

        page.Find(".form-actions .btn-primary").Click();

        Assert.Contains("已填写的内容仍在页面上", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("占道经营烧烤", page.Find("#case-title").GetAttribute("value"));
        Assert.False(page.Find(".form-actions .btn-primary").HasAttribute("disabled"));
    }

    private void Answer(params CommandReply[] replies)
    {
        Queue<CommandReply> queue = new(replies);
        _case.OpenAsync(default!, default!).ReturnsForAnyArgs(call =>
        {
            _sent.Add((call.Arg<OpenCase>(), call.Arg<Caller>()));
            return queue.Dequeue();
        });
    }
}
