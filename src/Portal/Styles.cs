namespace Enforcement.Portal;

/// <summary>The style sheets of the portal in the order in which they are linked: what all pages share, then one for each feature.</summary>
internal static class Styles
{
    public static readonly string[] Sheets =
        ["css/base", "css/icons", "portal", "css/frame", "css/kit", "css/charts", "css/cases", "css/case", "css/act", "css/work", "css/recordings", "css/city", "css/fleet", "css/admin", "css/law", "css/print"];
}
