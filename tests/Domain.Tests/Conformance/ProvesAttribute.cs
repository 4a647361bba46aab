namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The test executes what the article demands. The conformance page lists it there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProvesAttribute(params string[] cites) : Attribute
{
    public IReadOnlyList<string> Cites { get; } = cites;
}
