using System.Text.RegularExpressions;
using Enforcement.EndToEnd.Tests.City;

namespace Enforcement.EndToEnd.Tests.Pages;

/// <summary>Finds what a line of <see cref="AllPages"/> stands for in the city that runs.</summary>
internal static class Addresses
{
    /// <summary>Goes the way to a route with stars, from link to link.</summary>
    public static async Task<string> ResolveAsync(DemoCity city, Window window, string route)
    {
        if (!route.Contains('*', StringComparison.Ordinal))
        {
            return route;
        }

        await window.GoAsync(route.StartsWith("/cases/*/", StringComparison.Ordinal) ? await OwnCaseAsync(city, route) : AllPages.Above(route));
        return await FirstAsync(window, route);
    }

    /// <summary>Where a page inside of a case is linked from. The case is a new one: what the cases of the demo have done by today, nobody knows.</summary>
    private static async Task<string> OwnCaseAsync(DemoCity city, string route)
    {
        var file = await CaseFile.StartAsync(city, "擅自挖掘城市道路（页面）");
        var (waits, shows) = (route.Contains("/approvals/", StringComparison.Ordinal), route.Contains("/documents/", StringComparison.Ordinal));
        if (waits || shows)
        {
            await file.WalkAsync("urgent-start", waits ? "start-report" : "on-site-inspection");
        }

        return waits ? "/" : file.Address;
    }

    /// <summary>The first link of the page that fits, and is no page of its own name. A part of the page may read for itself and come later.</summary>
    private static async Task<string> FirstAsync(Window window, string route)
    {
        var fits = $"^{Regex.Escape(route).Replace("\\*", "[^/?#]+", StringComparison.Ordinal)}([?#]|$)";
        string[] known = [.. AllPages.Routes.Select(row => (string)row[0])];
        try
        {
            var link = await window.Page.WaitForFunctionAsync(
                """
                ([fits, known]) => [...document.querySelectorAll('main a[href]')].map(link => link.getAttribute('href')).find(link => new RegExp(fits).test(link) && !known.includes(link))
                """,
                new object[] { fits, known });
            return await link.JsonValueAsync<string>();
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"No link on {window.Page.Url} leads to {route}.", late);
        }
    }
}
