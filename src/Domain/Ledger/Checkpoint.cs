namespace Enforcement.Domain.Ledger;

/// <summary>A statement about the whole ledger at one moment. Kept apart, it proves later that nothing before it was cut, dropped, changed or moved.</summary>
/// <param name="Count">How many entries the ledger had.</param>
/// <param name="Root">The root of the <see cref="MerkleTree"/> over them, 64 lower-case hexadecimal digits.</param>
/// <param name="MadeAt">When it was made, by the legal clock.</param>
public sealed record Checkpoint(long Count, string Root, DateTimeOffset MadeAt)
{
    /// <summary>The text whose SHA-256 seals the checkpoint.</summary>
    /// <param name="previous">The seal of the checkpoint before it, or <see cref="Chain.Genesis"/>.</param>
    /// <returns>A canonical JSON object.</returns>
    public string Body(string previous) =>
        FormattableString.Invariant($"{{\"count\":{Count},\"madeAt\":\"{CanonicalInstant.Format(MadeAt)}\",\"previous\":\"{previous}\",\"root\":\"{Root}\"}}");
}
