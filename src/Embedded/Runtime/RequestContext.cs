namespace Orleans.Runtime;

/// <summary>Placeholder until the engine lands.</summary>
internal static class Placeholder;
