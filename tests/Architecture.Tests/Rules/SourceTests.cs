using System.Text.RegularExpressions;

namespace Enforcement.Architecture.Tests.Rules;

/// <summary>What no compiler says about the source.</summary>
public sealed partial class SourceTests
{
    private const int Longest = 400;
    private static readonly string[] Folders = ["src", "tests", "tools", "samples", "bench"];

    [Fact]
    public void No_source_file_is_longer_than_400_lines() => Assert.Empty(
        from file in Sources(".cs", ".razor")
        let lines = SourceTree.Lines(file).Length
        where lines > Longest
        select $"{file}: {lines} lines");

    [Fact]
    public void Nothing_is_left_unmade()
    {
        var marks = new[] { "NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME", "#reg" + "ion" };
        Assert.Empty(Sources(".cs", ".razor").SelectMany(f => SourceTree.Lines(f).Select((line, i) => (f, i, line)))
            .Where(x => marks.Any(m => x.line.Contains(m, StringComparison.Ordinal)))
            .Select(x => $"{x.f}:{x.i + 1}: {x.line.Trim()}"));
    }

    [Theory]
    [InlineData("src/Domain")]
    [InlineData("src/Grains.Interfaces")]
    public void Every_public_type_says_in_words_what_it_promises(string folder)
    {
        var types = SourceTree.Files(folder, ".cs").SelectMany(Types).ToLookup(t => t.Name, t => (t.Documented, t.Place), StringComparer.Ordinal);
        Assert.True(types.Count > 40, $"only {types.Count} public types were found");
        // A partial type is documented in one of its parts.
        Assert.Empty(types.Where(t => !t.Any(part => part.Documented)).Select(t => $"{t.First().Place}: {t.Key}"));
    }

    [Fact]
    public void A_type_without_words_is_found()
    {
        Assert.Equal([("Told", true), ("Untold", false)], Types("x", ["/// <summary>Words.</summary>", "[Id(0)]", "public sealed record Told(", "", "public static class Untold"]).Select(t => (t.Name, t.Documented)));
    }

    private static IEnumerable<string> Sources(params string[] endings) => Folders.Where(f => Directory.Exists(Path.Combine(SourceTree.Root, f))).SelectMany(f => SourceTree.Files(f, endings));

    private static IEnumerable<(string Name, bool Documented, string Place)> Types(string file) => Types(file, SourceTree.Lines(file));

    private static IEnumerable<(string Name, bool Documented, string Place)> Types(string file, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (PublicType().Match(lines[i]) is { Success: true } type)
            {
                var above = i - 1;
                while (above >= 0 && lines[above].TrimStart().StartsWith('['))
                {
                    above--;
                }

                yield return (type.Groups["name"].Value, above >= 0 && lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal), $"{file}:{i + 1}");
            }
        }
    }

    [GeneratedRegex(@"^\s*public (?:(?:sealed|abstract|static|readonly|partial) )*(?:record struct|record class|class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
