namespace Enforcement.EndToEnd.Tests.Pages;

/// <summary>Every page there is, each with somebody who may open it. A new page is a new line here.</summary>
/// <remarks>A star stands for a part of the address that is taken from the first link that fits, on the page above it or in a case of its own, see <see cref="Addresses"/>.</remarks>
internal static class AllPages
{
    public static TheoryData<string, string> Routes { get; } = new()
    {
        { "/", "cm-officer" },
        { "/", "city-supervisor" },
        { "/", "cm-records-custodian" },
        { "/", "cm-fleet-manager" },
        { "/", "city-administrator" },
        { "/cases", "cm-officer" },
        { "/cases?overdue=1", "city-supervisor" },
        { "/cases?q=没有这样的案件", "cm-officer" },
        { "/cases/*", "cm-officer" },
        { "/cases/*", "city-supervisor" },
        { "/cases/new", "cm-officer" },
        { "/cases/*/acts/new/*", "cm-officer" },
        { "/cases/*/print", "cm-officer" },
        { "/cases/*/approvals/*", "cm-unit-head" },
        { "/cases/*/acts/*/documents/*/preview", "cm-officer" },
        { "/city", "city-supervisor" },
        { "/city/screen", "city-supervisor" },
        { "/recorders", "cm-fleet-manager" },
        { "/recorders/map", "cm-fleet-manager" },
        { "/recorders/register", "cm-fleet-manager" },
        { "/recorders/alarms", "cm-fleet-manager" },
        { "/recorders/*", "cm-fleet-manager" },
        { "/recordings", "cm-officer" },
        { "/recordings/*", "cm-officer" },
        { "/recordings/new", "cm-officer" },
        { "/recordings/upload", "cm-officer" },
        { "/findings", "city-supervisor" },
        { "/officers", "cm-administrator" },
        { "/bureaus", "city-administrator" },
        { "/regulations", "cm-officer" },
        { "/regulations/*/*", "cm-officer" },
        { "/regulations/compare", "cm-officer" },
        { "/calendar", "city-administrator" },
        { "/admin/accounts", "city-administrator" },
        { "/admin/tokens", "city-administrator" },
        { "/admin/system", "city-administrator" },
        { "/admin/clock", "city-administrator" },
        { "/denied", "cm-officer" },
    };

    /// <summary>Pages before anybody is signed in, and without a circuit.</summary>
    public static TheoryData<string, string?> Plain { get; } = new()
    {
        { "/sign-in", null },
        { "/sign-in?error=session.wrong-password", null },
        { "/password", "cm-officer" },
        { "/no-such-page", "cm-officer" },
        { "/not-found", "cm-officer" },
    };

    /// <summary>The page that an address with stars is linked from: what stands above it.</summary>
    public static string Above(string route) => route[..route.IndexOf("/*", StringComparison.Ordinal)];
}
