using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases;

/// <summary>A certificate [执法证件] of a case held against the register.</summary>
/// <param name="Valid">Whether it was valid on the day of every act; <see langword="null"/>: the register does not say.</param>
/// <param name="Text">The same in words.</param>
public sealed record CertificateCheck(bool? Valid, string Text)
{
    /// <summary>Holds the certificate of a person against the register; <see langword="null"/>: the case names no certificate.</summary>
    public static CertificateCheck? Of(CasePerson person, ImmutableArray<OfficerRow> officers)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Certificate is not { Length: > 0 } certificate)
        {
            return null;
        }

        var row = officers.IsDefaultOrEmpty ? null : officers.FirstOrDefault(officer => officer.OfficerId == person.Id);
        return row switch
        {
            null => new(null, CasePageText.CertificateUnknown),
            _ when row.Certificate != certificate => new(null, CasePageText.CertificateOther),
            { CertificateValidUntil: null } => new(null, CasePageText.CertificateUndated),
            { CertificateValidUntil: { } until } => person.Deeds.Select(deed => Dates.DayOf(deed.Act.OccurredAt)).Where(day => day > until).ToList() is [var late, ..]
                ? new(false, CasePageText.CertificateExpired.With(Dates.Day(late), Dates.Day(until)))
                : new(true, CasePageText.CertificateValid.With(Dates.Day(until))),
        };
    }
}
