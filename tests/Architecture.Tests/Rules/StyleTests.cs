using System.Text.RegularExpressions;

namespace Enforcement.Architecture.Tests.Rules;

/// <summary>What no browser complains of: a sheet that no page gets, an icon that is only a gap.</summary>
public sealed partial class StyleTests
{
    private const string Root = "src/Portal/wwwroot/";
    private const string Sheet = Root + "css/icons.css";
    private static readonly string[] Fonts = ["fa-solid", "fa-regular"];

    [Fact]
    public void Every_sheet_is_part_of_the_one_that_pages_link()
    {
        var joined = string.Concat(SourceTree.Lines("src/Portal/PageFiles.cs"));
        Assert.All(SourceTree.Files(Root, ".css"), file => Assert.Contains($"\"{file[Root.Length..^".css".Length]}\"", joined, StringComparison.Ordinal));
    }

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
