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

        if (route.Contains("/approvals/", StringComparison.Ordinal))
        {
            // A small city may have nothing that waits for a decision.
            await (await CaseFile.StartAsync(city, "擅自挖掘城市道路（待审批）")).WalkAsync("urgent-start", "start-report");
        }

        var way = AllPages.WayTo(route);
        await window.GoAsync(way[0]);
        foreach (var next in way.Skip(1))
        {
            await window.GoAsync(await FirstAsync(window, next));
        }

        return await FirstAsync(window, route);
    }

    /// <summary>The first link of the page that fits, and is no page of its own name.</summary>
    private static async Task<string> FirstAsync(Window window, string route)
    {
        var fits = new Regex($"^{Regex.Escape(route).Replace("\\*", "[^/?#]+", StringComparison.Ordinal)}([?#]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var links = await window.Main.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var known = AllPages.Routes.Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        return Array.Find(links, link => fits.IsMatch(link) && !known.Contains(link))
            ?? throw new InvalidOperationException($"No link on {window.Page.Url} leads to {route}.");
    }
}
