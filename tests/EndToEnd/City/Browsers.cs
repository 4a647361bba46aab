namespace Enforcement.EndToEnd.Tests.City;

/// <summary>The browser of the machine: Debian's Chromium. Nothing is downloaded.</summary>
internal static class Browsers
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Why no page can be opened here; <see langword="null"/>: they can.</summary>
    public static string? Reason => File.Exists(Chromium) ? null : $"{Chromium} is not installed; apt-get install chromium fonts-noto-cjk";
}

/// <summary>A test that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browsers.Reason;
}

/// <summary>The same, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browsers.Reason;
}
