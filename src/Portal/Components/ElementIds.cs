using System.Globalization;

namespace Enforcement.Portal.Components;

/// <summary>Ids for parts of a page that refer to each other.</summary>
internal static class ElementIds
{
    private static long _last;

    public static string Next(string kind) => kind + "-" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
