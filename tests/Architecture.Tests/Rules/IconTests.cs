using System.Text.RegularExpressions;

namespace Enforcement.Architecture.Tests.Rules;

/// <summary>The sheet of icons holds the ones that the portal shows, no fewer (an icon would be a gap that nobody is told of) and no more.</summary>
public sealed partial class IconTests
{
    private const string Sheet = "src/Portal/wwwroot/css/icons.css";
    private static readonly string[] Fonts = ["fa-solid", "fa-regular"];

    [Fact]
    public void Icons_that_are_shown_are_those_of_the_sheet()
    {
        var shown = SourceTree.Files("src/Portal", ".razor", ".cs", ".js").SelectMany(Icons).Except(Fonts).ToHashSet(StringComparer.Ordinal);
        Assert.True(shown.Count > 20, string.Join(' ', shown));
        Assert.Equal(shown.Order(StringComparer.Ordinal), Icons(Sheet).Except(Fonts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Icons(string file) => SourceTree.Lines(file).SelectMany(line => Icon().Matches(line)).Select(match => match.Value);

    [GeneratedRegex(@"(?<![\w-])fa-[a-z]+(?:-[a-z]+)*(?![\w-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Icon();
}
