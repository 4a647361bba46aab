using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Pages.Officers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>The register of officers, page by page.</summary>
public sealed class OfficersPageTests : PageTest
{
    private readonly List<(string? Text, PageRequest Page)> _asked = [];

    public OfficersPageTests()
    {
        Reads.OfficerPageAsync(default!, default!, default!, default).ReturnsForAnyArgs(call =>
        {
            var page = call.Arg<PageRequest>();
            _asked.Add((call.Arg<OfficerQuery>().Text, page));
            return page.After == "wrong"
                ? throw new ArgumentException("the cursor belongs to another list", nameof(call))
                : new Page<OfficerRow>([new OfficerRow("cm-officer", "王建国", "CM", "CM-0001", new DateOnly(2020, 1, 1), "officer", Active: true)], "next-1", 120, page.After);
        });
    }

    [Fact]
    public void The_filter_of_the_address_and_the_page_are_asked_of_the_server()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/officers?q=%E7%8E%8B&after=here");
        var page = Render<OfficersPage>();

        Assert.Equal(("王", "here", true), (_asked[0].Text, _asked[0].Page.After, _asked[0].Page.WithCount));
        Assert.Equal("王", page.Find("input[name=q]").GetAttribute("value"));
        Assert.Contains("王建国", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("120", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/officers?q=%E7%8E%8B&after=next-1", page.Find(".pager a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/officers?q=%E7%8E%8B&before=here", page.Find(".pager a[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_that_means_nothing_shows_the_first_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/officers?after=wrong");
        var page = Render<OfficersPage>();

        Assert.Null(_asked[^1].Page.After);
        Assert.Contains("王建国", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }
}
