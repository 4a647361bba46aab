using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Cases.Dossier;

/// <summary>All that an entry states, as lines of a paper in the language of the reader.</summary>
internal static class DossierRows
{
    /// <summary>Time and person first, then what was stated, who was there, papers, signatures and recordings.</summary>
    public static ImmutableArray<(string Label, string Text)> Of(ActView act) =>
    [
        (DossierText.Occurred, Dates.Instant(act.OccurredAt)),
        (DossierText.Written, Dates.Instant(act.RecordedAt) + (act.LateEntry ? Punctuation.Aside(CasePageText.Late) : "")),
        (DossierText.Recorder, $"{CasePageText.ByLine.With(act.By.Name, Names.Role(act.By.Role))} {act.By.Certificate}".Trim()),
        .. act.Article is { } article ? [(DossierText.Basis, article)] : None,
        .. act.Corrects is { } corrects ? [(CasePageText.Correct, CasePageText.Corrects.With(corrects, act.CorrectionReason))] : None,
        .. act.RefersTo is { } about ? [(DossierText.Note, CasePageText.RefersTo.With(about))] : None,
        .. act.Consent is { } consent ? [(CasePageText.Late, CasePageText.Consent.With(consent))] : None,
        .. act.Fields.Select(field => (field.Name.Here(), field.Readable.Here())),
        .. act.Officers.Select(officer => ((string)CasePageText.Officers, Officer(officer))),
        .. act.Documents.Select(paper => ((string)CasePageText.Documents, Paper(paper))),
        .. act.Signatures.Select(signature => (signature.Label.Here(), Signed(signature))),
        .. act.Recordings.Select(recording => ((string)CasePageText.Recordings, $"{Names.Mode(recording.Mode)} {recording.Id}")),
        .. act.Exemption is { } exemption
            ? [(CasePageText.Recordings, CasePageText.Exemption.With(exemption.Reason ?? exemption.Ground) + (act.AvArticle is { } article2 ? Punctuation.Aside(article2) : ""))]
            : None,
    ];

    private static ImmutableArray<(string, string)> None => [];

    private static string Officer(OfficerShown officer) =>
        officer.Name + Punctuation.Aside($"{officer.Certificate}{Punctuation.Comma}{(officer.Shown ? CasePageText.Shown : CasePageText.NotShown)}");

    private static string Paper(DocumentInfo paper) =>
        string.Join(' ', new[] { paper.Title ?? paper.Id, paper.Number, paper.Sha256 is { } hash ? $"SHA-256 {hash}" : null }.Where(text => text is { Length: > 0 }));

    private static string Signed(SignatureView signature) =>
        signature.Refused ? $"{signature.Name} {CasePageText.RefusedMark.With(signature.Reason)}".Trim() : signature.Name;
}
