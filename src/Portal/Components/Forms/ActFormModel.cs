using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Components.Forms;

/// <summary>What stands in the form of an act while somebody fills it in. A refusal changes none of it.</summary>
public sealed class ActFormModel
{
    /// <summary>An empty form.</summary>
    /// <param name="form">The act, as the profile demands it.</param>
    public ActFormModel(ActFormView form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Form = form;
        Documents = [.. form.Documents.Where(d => !d.Later).Select(d => new DocumentEntry(d))];
        Signatures = [.. form.Signatures.Select(s => new SignatureEntry(s))];
    }

    public ActFormView Form { get; }

    /// <summary>One id for this form, however often it is sent; a new one only after it was accepted.</summary>
    public string CommandId { get; private set; } = PortalSession.NewCommandId();

    /// <summary>Values by field id, in the form the message wants them.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>As the date-and-time input holds it; empty: now.</summary>
    public string OccurredAt { get; set; } = "";

    /// <summary>Officers present, with whether the certificate was shown.</summary>
    public Dictionary<string, bool> Officers { get; } = new(StringComparer.Ordinal);

    public List<DocumentEntry> Documents { get; }

    public List<SignatureEntry> Signatures { get; }

    /// <summary>Ids of the chosen recordings.</summary>
    public HashSet<string> Recordings { get; } = new(StringComparer.Ordinal);

    public bool ClaimsExemption { get; set; }

    public string ExemptionGround { get; set; } = "unsuitable";

    public string ExemptionReason { get; set; } = "";

    public string AvEnded { get; set; } = "";

    public string RefersTo { get; set; } = "";

    public string Corrects { get; set; } = "";

    public string CorrectionReason { get; set; } = "";

    public string ConsentAct { get; set; } = "";

    /// <summary>How many entries the case had when it was shown; <see langword="null"/>: not asked.</summary>
    public long? Seen { get; set; }

    /// <summary>What forbade it the last time it was sent.</summary>
    public ImmutableArray<BrokenRule> Broken { get; private set; } = [];

    /// <summary>Takes the answer to a try.</summary>
    public void Answered(CommandReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        Broken = reply.Done ? [] : reply.Broken;
        if (reply.Done)
        {
            CommandId = PortalSession.NewCommandId();
        }
    }

    /// <summary>What is sent next is another command: it says other things than the one that was refused.</summary>
    public void Renew() => CommandId = PortalSession.NewCommandId();

    /// <summary>What is sent.</summary>
    public ActDraft ToDraft() => new()
    {
        Kind = Form.Kind,
        OccurredAt = Form.Declared || Form.Plain ? Dates.FromInput(OccurredAt) : null,
        Fields = Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToImmutableDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
        Officers = [.. Officers.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new OfficerPresent(o.Key, o.Value))],
        Documents = [.. Documents.Where(d => d.Included).Select(d => d.ToMessage())],
        Signatures = [.. Signatures.Where(s => s.Given).Select(s => s.ToMessage())],
        Recordings = [.. Recordings.Order(StringComparer.Ordinal)],
        Exemption = ClaimsExemption ? new ExemptionInfo(ExemptionGround, Blank(ExemptionReason)) : null,
        AvEnded = Dates.FromInput(AvEnded),
        RefersTo = Blank(RefersTo),
        Corrects = Blank(Corrects),
        CorrectionReason = Blank(CorrectionReason),
        ConsentAct = Blank(ConsentAct),
        Seen = Seen,
    };

    /// <summary>Fills the form with a standing entry, to be corrected by a new one.</summary>
    public void CorrectFrom(ActView entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        FillFrom(entry);
        Corrects = entry.Id;
        RefersTo = entry.RefersTo ?? "";
        OccurredAt = Form.Declared ? Dates.ToInput(entry.OccurredAt) : "";
        if (entry.Exemption is { } exemption)
        {
            (ClaimsExemption, ExemptionGround, ExemptionReason) = (true, exemption.Ground, exemption.Reason ?? "");
        }
    }

    /// <summary>Fills the form with what an earlier entry said, for a new entry of its own: a form that was sent back is handed in again.</summary>
    public void FillFrom(ActView entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        foreach (var field in entry.Fields)
        {
            Values[field.Id] = field.Value;
        }

        Officers.Clear();
        foreach (var officer in entry.Officers)
        {
            Officers[officer.Id] = officer.Shown;
        }

        foreach (var document in Documents)
        {
            document.Take(entry.Documents.FirstOrDefault(d => d.Id == document.Id));
        }

        Documents.AddRange(entry.Documents.Where(d => Documents.TrueForAll(x => x.Id != d.Id)).Select(DocumentEntry.Of));
        foreach (var signature in Signatures)
        {
            signature.Take(entry.Signatures.FirstOrDefault(s => s.By == signature.By));
        }
    }

    /// <summary>Empties the form but for what it corrects.</summary>
    public void Clear()
    {
        Values.Clear();
        Officers.Clear();
        Recordings.Clear();
        Documents.RemoveAll(d => d.Rule is null);
        Documents.ForEach(d => (d.Included, d.Number, d.Sha256, d.FileName) = (false, "", null, ""));
        Signatures.ForEach(s => s.Take(null));
        (OccurredAt, AvEnded, RefersTo, ConsentAct, CorrectionReason) = ("", "", "", "", "");
        (ClaimsExemption, ExemptionGround, ExemptionReason) = (false, "unsuitable", "");
        Broken = [];
    }

    /// <summary>Of the rules that forbade it the last time, those that still do: what was mended meanwhile is no fault any more.</summary>
    public void Recheck(ImmutableArray<BrokenRule> now)
    {
        if (!Broken.IsDefaultOrEmpty)
        {
            Broken = now;
        }
    }

    /// <summary>Whether an entry states in its fields what this form states, and the form states anything.</summary>
    public bool SaysTheSameAs(ActView entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var stated = Values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToDictionary(v => v.Key, v => v.Value.Trim(), StringComparer.Ordinal);
        return stated.Count > 0 && stated.Count == entry.Fields.Length && entry.Fields.All(f => stated.GetValueOrDefault(f.Id) == f.Value);
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
