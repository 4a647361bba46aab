using System.Xml.Linq;

namespace Enforcement.Architecture.Tests.Rules;

/// <summary>Which project may know which, and that the solution knows them all.</summary>
public sealed class ProjectTests
{
    /// <summary>The whole graph below <c>src</c>. The engine comes through <c>UsesGrains</c> and is not listed.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Embedded"] = [],
        ["Grains.Interfaces"] = [],
        ["Grains"] = ["Domain", "Grains.Interfaces"],
        ["Portal"] = ["Grains.Interfaces"],
        ["Storage"] = ["Domain", "Grains"],
        ["Silo"] = ["Domain", "Grains", "Portal", "Storage"],
    };

    [Fact]
    public void Each_project_below_src_references_exactly_what_the_architecture_says() => Assert.Equal(
        Allowed.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} -> {string.Join(", ", p.Value)}"),
        SourceTree.Files("src", ".csproj").OrderBy(NameOf, StringComparer.Ordinal).Select(f => $"{NameOf(f)} -> {string.Join(", ", References(f).Order(StringComparer.Ordinal))}"));

    [Fact]
    public void Domain_uses_no_package_and_no_framework_but_the_base_one()
    {
        var project = XDocument.Load(Path.Combine(SourceTree.Root, "src/Domain/Domain.csproj"));
        Assert.Empty(project.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "FrameworkReference" or "ProjectReference").Select(e => e.ToString()));
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "OrleansEnforcement.sln")).Replace('\\', '/');
        Assert.All(SourceTree.Files(".", ".csproj"), f => Assert.Contains($"\"{f}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void No_project_names_the_version_of_a_package()
    {
        foreach (var file in SourceTree.Files(".", ".csproj"))
        {
            var project = XDocument.Load(Path.Combine(SourceTree.Root, file));
            Assert.Empty(project.Descendants("PackageReference").Where(p => p.Attribute("Version") is not null).Select(p => $"{file}: {p}"));
        }
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static IEnumerable<string> References(string file) => XDocument.Load(Path.Combine(SourceTree.Root, file))
        .Descendants("ProjectReference")
        .Select(r => NameOf(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
