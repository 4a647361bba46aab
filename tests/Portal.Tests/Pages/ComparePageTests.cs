using Enforcement.Portal.Pages.Regulations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Portal.Tests.Pages;

public sealed class ComparePageTests : PageTest
{
    [Fact]
    public void Two_regulations_stand_side_by_side_and_only_what_differs_is_shown()
    {
        var page = At("/regulations/compare?a=cm%2Fundated&b=ta%2F2017-08-01");

        var row = page.FindAll("tr").Single(r => r.QuerySelector("th")?.TextContent.Trim() == "音像记录储存");
        Assert.Contains("24小时", row.QuerySelectorAll("td")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("2个工作日", row.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".compare-same"));
    }

    [Fact]
    public void What_is_the_same_is_shown_when_asked_for_and_marked()
    {
        var page = At("/regulations/compare?a=cm%2Fundated&b=ta%2F2017-08-01&all=1&topic=terms");

        Assert.NotEmpty(page.FindAll(".compare-same"));
        Assert.Single(page.FindAll("table"));
    }

    [Fact]
    public void A_regulation_that_does_not_exist_is_said_and_not_replaced_by_another()
    {
        var page = At("/regulations/compare?a=xx%2F1999&b=cm%2Fundated");

        Assert.Contains("xx/1999", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void It_speaks_English_too()
    {
        Speak("en");

        Assert.Contains("24 h", At("/regulations/compare?a=cm%2Fundated&b=ta%2F2017-08-01&topic=terms").Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ComparePage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ComparePage>();
    }
}
