using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Access;

/// <summary>What became of an act of an administrator: what is shown once where something secret was made, or every broken rule.</summary>
/// <param name="Secret">A one-time password, or the secret of a key; kept nowhere else.</param>
/// <param name="Broken">Every broken rule.</param>
public sealed record DeskAnswer(string? Secret, ImmutableArray<BrokenRule> Broken)
{
    public bool Done => Broken.IsDefaultOrEmpty;
}
