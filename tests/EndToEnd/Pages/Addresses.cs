using Enforcement.EndToEnd.Tests.City;

namespace Enforcement.EndToEnd.Tests.Pages;

/// <summary>Finds what a line of <see cref="AllPages"/> stands for in the city that runs.</summary>
internal static class Addresses
{
    /// <summary>Each star becomes the first link of the page before it.</summary>
    public static async Task<string> ResolveAsync(Window window, string route)
    {
        var parts = route.Split('*');
        var address = parts[0];
        for (var part = 1; part < parts.Length; part++)
        {
            await window.GoAsync(part == 1 ? address.TrimEnd('/') : address[..address.IndexOf("/acts", StringComparison.Ordinal)]);
            var row = window.Main.Locator($"a[href^='{address}']:not([href$='/new']):not([href$='/upload']):not([href*='/compare'])").First;
            address = await row.GetAttributeAsync("href") + parts[part];
        }

        return address;
    }
}
