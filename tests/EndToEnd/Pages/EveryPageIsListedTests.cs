using System.Text.RegularExpressions;
using Enforcement.EndToEnd.Tests.City;

namespace Enforcement.EndToEnd.Tests.Pages;

/// <summary>A page that nobody looks at by the rules for every page cannot be forgotten. Reads the source; needs no browser.</summary>
public sealed partial class EveryPageIsListedTests
{
    private static readonly string[] Listed =
    [
        .. AllPages.Routes.Concat(AllPages.Plain).Select(row => ((string)row[0]!).Split('?')[0]).Distinct(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_page_of_the_portal_stands_in_the_list()
    {
        var pages = Pages();
        Assert.True(pages.Length > 30, $"Only {pages.Length} pages were found.");

        var forgotten = pages.Except(Listed, StringComparer.Ordinal);

        Assert.True(!forgotten.Any(), $"AllPages does not list {string.Join(", ", forgotten)}.");
    }

    [Fact]
    public void Nothing_is_listed_that_is_no_page()
    {
        Assert.Equal(["/no-such-page"], Listed.Except(Pages(), StringComparer.Ordinal));
    }

    /// <summary>The addresses in the page directives; what stands in braces there is a star here.</summary>
    private static string[] Pages() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Results.Repository(), "src", "Portal"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Directive().Matches(File.ReadAllText(file)))
            .Select(directive => Parameter().Replace(directive.Groups["address"].Value, "*"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("""^@page "(?<address>[^"]+)"\r?$""", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
