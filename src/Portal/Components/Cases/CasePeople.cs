using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

/// <summary>What one person did in an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="How">present, recorded, decided, signed, refused.</param>
public sealed record Deed(ActView Act, string How);

/// <summary>A person of a case with all that the person did, oldest first.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role as people say it; empty for those who only signed.</param>
/// <param name="Certificate">The certificate [执法证件] as it stood when the acts were recorded.</param>
/// <param name="Deeds">What the person did.</param>
public sealed record CasePerson(string Name, string Role, string? Certificate, ImmutableArray<Deed> Deeds)
{
    /// <summary>Everybody who acted in a case, in the order of the first deed. Entries that were corrected count too: they were made.</summary>
    public static ImmutableArray<CasePerson> Of(CaseView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            .. view.Acts
                .SelectMany(DeedsOf)
                .GroupBy(one => one.Key, StringComparer.Ordinal)
                .Select(group => new CasePerson(
                    group.First().Name,
                    group.Select(one => one.Role).FirstOrDefault(role => role.Length > 0) ?? "",
                    group.Select(one => one.Certificate).LastOrDefault(certificate => certificate is { Length: > 0 }),
                    [.. group.Select(one => one.Deed)])),
        ];
    }

    private static IEnumerable<(string Key, string Name, string Role, string? Certificate, Deed Deed)> DeedsOf(ActView act)
    {
        foreach (var officer in act.Officers)
        {
            yield return (officer.Id, officer.Name, "", officer.Certificate, new Deed(act, "present"));
        }

        yield return (act.By.Id, act.By.Name, Names.Role(act.By.Role), act.By.Certificate, new Deed(act, act.Kind.EndsWith("-approval", StringComparison.Ordinal) ? "decided" : "recorded"));
        foreach (var signature in act.Signatures.Where(signature => signature.By is not ("officer" or "officers")))
        {
            yield return ($"{signature.By}:{signature.Name}", signature.Name, signature.Label.Here(), null, new Deed(act, signature.Refused ? "refused" : "signed"));
        }
    }
}
