using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

/// <summary>What one person did in an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Ways">present, recorded, decided, signed, refused.</param>
public sealed record Deed(ActView Act, ImmutableArray<string> Ways);

/// <summary>A person of a case with all that the person did, oldest first.</summary>
/// <param name="Id">The officer or account; empty for those who only signed.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role as people say it; empty for those who only signed.</param>
/// <param name="Certificate">The certificate [执法证件] as it stood when the acts were recorded.</param>
/// <param name="Deeds">What the person did.</param>
public sealed record CasePerson(string Id, string Name, string Role, string? Certificate, ImmutableArray<Deed> Deeds)
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
                    group.First().Id,
                    group.First().Name,
                    group.Select(one => one.Role).FirstOrDefault(role => role.Length > 0) ?? "",
                    group.Select(one => one.Certificate).LastOrDefault(certificate => certificate is { Length: > 0 }),
                    [.. group.GroupBy(one => one.Act).Select(act => new Deed(act.Key, [.. act.Select(one => one.Way).Distinct(StringComparer.Ordinal)]))])),
        ];
    }

    private static IEnumerable<Part> DeedsOf(ActView act)
    {
        foreach (var officer in act.Officers)
        {
            yield return new(officer.Id, officer.Id, officer.Name, "", officer.Certificate, act, "present");
        }

        yield return new(act.By.Id, act.By.Id, act.By.Name, Names.Role(act.By.Role), act.By.Certificate, act, act.Decides ? "decided" : "recorded");
        foreach (var signature in act.Signatures.Where(signature => signature.By is not ("officer" or "officers")))
        {
            // Who acts for the bureau signs as the officer who is named in the act, not as another person.
            var own = signature.By is "party" or "party-or-present" or "witness" or "receiver" ? null : IdOf(act, signature.Name);
            yield return new(own ?? $"{signature.By}:{signature.Name}", own ?? "", signature.Name, own is null ? signature.Label.Here() : "", null, act, signature.Refused ? "refused" : "signed");
        }
    }

    private static string? IdOf(ActView act, string name) => act.Officers.FirstOrDefault(officer => officer.Name == name)?.Id ?? (act.By.Name == name ? act.By.Id : null);

    private sealed record Part(string Key, string Id, string Name, string Role, string? Certificate, ActView Act, string Way);
}
