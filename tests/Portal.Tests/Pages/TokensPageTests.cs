using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Access;
using Enforcement.Portal.Pages.Administration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>What is secret is shown once; what was refused is said.</summary>
public sealed class TokensPageTests : PageTest
{
    private readonly ITokenDesk _desk = Substitute.For<ITokenDesk>();

    public TokensPageTests()
    {
        var accounts = Substitute.For<IAccountDesk>();
        accounts.Places(Arg.Any<ClaimsPrincipal>()).Returns([new SeatPlace("CM", new Wording("城管局", "City Management"))]);
        _desk.List(Arg.Any<ClaimsPrincipal>()).Returns(ImmutableArray<TokenLine>.Empty);
        Services.AddSingleton(_desk);
        Services.AddSingleton(accounts);
    }

    [Fact]
    public void A_new_key_is_shown_until_it_is_closed_and_the_list_is_read_again()
    {
        _desk.Create(Arg.Any<ClaimsPrincipal>(), Arg.Any<TokenDraft>()).Returns(new DeskAnswer("s3cret", []));
        var page = Render<TokensPage>();

        Create(page);

        Assert.Equal("s3cret", page.Find("code.one-time").TextContent);
        Assert.Contains("平台对接", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        _desk.ReceivedWithAnyArgs(2).List(default!);
        page.FindAll(".note-warn button").Single(button => button.TextContent == "关闭").Click();
        Assert.Empty(page.FindAll("code.one-time"));
    }

    [Fact]
    public void A_refusal_names_its_rule_and_keeps_what_was_typed()
    {
        _desk.Create(Arg.Any<ClaimsPrincipal>(), Arg.Any<TokenDraft>()).Returns(new DeskAnswer(null, [new BrokenRule("token.name", null, null, new("名称已被使用", "The name is taken"), new("请换一个", "Choose another"), null)]));
        var page = Render<TokensPage>();

        Create(page);

        Assert.Contains("名称已被使用", page.Markup, StringComparison.Ordinal);
        Assert.Equal("平台对接", page.Find("#token-name").GetAttribute("value"));
        Assert.Empty(page.FindAll("code.one-time"));
        _desk.ReceivedWithAnyArgs(1).List(default!);
    }

    private static void Create(IRenderedComponent<TokensPage> page)
    {
        page.Find(".page-actions button").Click();
        page.Find("#token-name").Change("平台对接");
        page.Find(".form-actions .btn-primary").Click();
    }
}
