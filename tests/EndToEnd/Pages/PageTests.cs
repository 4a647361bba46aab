using Deque.AxeCore.Playwright;
using Enforcement.EndToEnd.Tests.City;

namespace Enforcement.EndToEnd.Tests.Pages;

/// <summary>What holds for every page: in both languages and both themes nothing serious keeps somebody out, and a phone needs no sideways scrolling.</summary>
[Collection(CityCollection.Name)]
public sealed class PageTests(DemoCity city)
{
    private static readonly (int Width, int Height) Phone = (390, 844);

    public static TheoryData<string, string> Routes => AllPages.Routes;

    public static TheoryData<string, string?> Plain => AllPages.Plain;

    [BrowserTheory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_is_kept_out_of(string route, string account)
    {
        await using var window = await city.SignedInAsync(NameOf(route, account), account);
        var address = await Addresses.ResolveAsync(city, window, route);

        await window.GoAsync(address);
        await LooksGoodAsync(window, "zh");

        await SpeakAsync(window, "en", address);
        await window.ReadyAsync();
        await LooksGoodAsync(window, "en");
    }

    [BrowserTheory]
    [MemberData(nameof(Plain))]
    public async Task Nobody_is_kept_out_of_the_plain(string route, string? account)
    {
        var test = NameOf(route, account ?? "nobody");
        await using var window = account is null ? await city.OpenAsync(test) : await city.SignedInAsync(test, account);

        await window.Page.GotoAsync(route);
        await LooksGoodAsync(window, "zh");

        await SpeakAsync(window, "en", route);
        await LooksGoodAsync(window, "en");
    }

    private static async Task LooksGoodAsync(Window window, string language)
    {
        var wrong = new List<string>();
        foreach (var theme in (string[])["light", "dark"])
        {
            await window.Page.EvaluateAsync("theme => { localStorage.setItem('enforcement.theme', theme); document.documentElement.setAttribute('data-bs-theme', theme); }", theme);
            var axe = await window.Page.RunAxe();
            wrong.AddRange(axe.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{language} {theme}: {violation.Id} ({violation.Help}) at {string.Join(" | ", violation.Nodes.Take(4).Select(node => node.Html))}"));
            await window.ShotAsync($"{language}-{theme}");
        }

        await window.Page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        var over = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await window.ShotAsync($"{language}-phone");
        await window.Page.SetViewportSizeAsync(1366, 768);
        if (over > 0)
        {
            wrong.Add($"{language}: {over} pixels stick out of a phone");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Task SpeakAsync(Window window, string culture, string address) =>
        window.Page.GotoAsync($"/culture/set?culture={culture}&returnUrl={Uri.EscapeDataString(address)}");

    private static string NameOf(string route, string account) => $"page{string.Concat(route.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}-{account}";
}
