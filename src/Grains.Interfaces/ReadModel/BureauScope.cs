using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>The bureaus a reader may see. Every query demands one, so that no list can forget whom it is for.</summary>
[GenerateSerializer, Alias("bureau-scope")]
public sealed record BureauScope
{
    private BureauScope(bool all, ImmutableArray<string> bureaus)
    {
        Everything = all;
        Bureaus = bureaus;
    }

    /// <summary>Every bureau of the city.</summary>
    public static BureauScope City { get; } = new(all: true, []);

    /// <summary>No bureau: every list is empty.</summary>
    public static BureauScope None { get; } = new(all: false, []);

    /// <summary>Whether every bureau may be seen.</summary>
    [Id(0)]
    public bool Everything { get; init; }

    /// <summary>The bureaus, sorted and without repetition; empty when <see cref="Everything"/>.</summary>
    [Id(1)]
    public ImmutableArray<string> Bureaus { get; init; }

    /// <summary>Some bureaus.</summary>
    /// <param name="bureaus">Their ids.</param>
    /// <returns>The scope.</returns>
    public static BureauScope Of(params IEnumerable<string> bureaus) =>
        new(all: false, [.. bureaus.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>Whether something of a bureau may be seen.</summary>
    /// <param name="bureau">The bureau.</param>
    /// <returns>The answer.</returns>
    public bool Allows(string bureau) => Everything || Bureaus.Contains(bureau, StringComparer.Ordinal);

    /// <summary>What of this scope lies in a wished selection: a filter can only narrow.</summary>
    /// <param name="bureau">A bureau the reader chose, or <see langword="null"/> for all that may be seen.</param>
    /// <returns>The narrower scope.</returns>
    public BureauScope Narrow(string? bureau) => bureau is null ? this : Allows(bureau) ? Of(bureau) : None;

    /// <inheritdoc/>
    public bool Equals(BureauScope? other) =>
        other is not null && Everything == other.Everything && Bureaus.SequenceEqual(other.Bureaus, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Everything, Bureaus.Length);
}
