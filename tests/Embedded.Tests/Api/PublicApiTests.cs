using System.Reflection;

namespace Enforcement.Embedded.Tests.Api;

public sealed class PublicApiTests
{
    private static readonly Assembly Engine = typeof(Grain).Assembly;

    [Fact]
    public void Every_public_member_of_the_engine_is_one_that_Orleans_has_too()
    {
        var baseline = Baseline();
        var others = PublicApi.VisibleTypes(Engine).Where(IsOfOrleans).SelectMany(PublicApi.Lines).Where(line => !baseline.Contains(line)).ToList();
        Assert.True(others.Count == 0, $"Orleans has no such member:{Environment.NewLine}{string.Join(Environment.NewLine, others)}");
    }

    [Fact]
    public void Beside_Orleans_names_the_engine_shows_only_the_strict_mode_for_tests()
    {
        var own = PublicApi.VisibleTypes(Engine).Where(type => !IsOfOrleans(type)).Select(type => type.FullName!).Order(StringComparer.Ordinal);
        Assert.Equal(["Enforcement.Embedded.StrictModeExtensions", "Enforcement.Embedded.StrictModeOptions"], own);
    }

    [Fact]
    public void The_comparison_sees_a_member_that_differs()
    {
        var baseline = Baseline();
        var lines = PublicApi.Lines(typeof(Foreign)).Select(line => line.Replace(typeof(Foreign).FullName!.Replace('+', '.'), "Orleans.DeactivationReason", StringComparison.Ordinal)).ToList();
        Assert.Contains("Orleans.DeactivationReason . System.String Description { get; }", lines.Where(baseline.Contains));
        Assert.Contains("Orleans.DeactivationReason . System.Int32 ReasonCode { get; }", lines.Where(line => !baseline.Contains(line)));
    }

    private static bool IsOfOrleans(Type type) => type.Namespace!.StartsWith("Orleans", StringComparison.Ordinal) || type.Namespace == "Microsoft.Extensions.Hosting";

    private static HashSet<string> Baseline() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "Orleans.api.txt")).Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);

    public readonly struct Foreign
    {
        public string Description => "";

        public int ReasonCode => 0;
    }
}
