using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Components.Forms;

/// <summary>What stands in a document, always in Chinese: it is a paper of the case whatever the reader's language.</summary>
/// <param name="Bureau">The bureau, as the head of the paper.</param>
/// <param name="Title">The title.</param>
/// <param name="Number">The number [文号]; empty: a blank.</param>
/// <param name="Case">Case number, cause and party, where there are any.</param>
/// <param name="Rows">What the act states; empty values are blanks.</param>
/// <param name="Officers">The officers with their certificates.</param>
/// <param name="Signatures">Who signs; empty names are blanks.</param>
/// <param name="Day">The day under the seal, or <see langword="null"/>: a blank.</param>
public sealed record SheetFacts(
    string Bureau,
    string Title,
    string Number,
    ImmutableArray<SheetRow> Case,
    ImmutableArray<SheetRow> Rows,
    ImmutableArray<string> Officers,
    ImmutableArray<SheetRow> Signatures,
    DateOnly? Day)
{
    private const string Refused = "（拒绝签名）";

    /// <summary>Out of the form as it stands.</summary>
    public static SheetFacts Of(ActFormModel model, DocumentEntry document, string bureau, ImmutableArray<SheetRow> about, IReadOnlyList<OfficerRow> officers, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(document);
        return new(
            bureau,
            document.Title,
            document.Number,
            about,
            [.. model.Form.Fields.Select(field => new SheetRow(field.Name.Zh, Readable(field, model.Values.GetValueOrDefault(field.Id)), field.Type == "long-text"))],
            [.. officers.Where(o => model.Officers.ContainsKey(o.OfficerId)).Select(o => Officer(o.Name, o.Certificate, model.Officers[o.OfficerId]))],
            [.. model.Signatures.Select(s => new SheetRow(s.Rule.Name.Zh, s.Refused ? $"{s.Name}{Refused}{s.Reason}" : s.Name))],
            day);
    }

    /// <summary>Out of an entry.</summary>
    public static SheetFacts Of(ActView act, DocumentInfo document, ActFormView? form, string bureau, ImmutableArray<SheetRow> about, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(document);
        var values = act.Fields.ToDictionary(f => f.Id, StringComparer.Ordinal);
        return new(
            bureau,
            document.Title ?? document.Id,
            document.Number ?? "",
            about,
            form is null
                ? [.. act.Fields.Select(f => new SheetRow(f.Name.Zh, f.Readable.Zh, f.Readable.Zh.Length > 40))]
                : [.. form.Fields.Select(field => new SheetRow(field.Name.Zh, Readable(field, values.GetValueOrDefault(field.Id)?.Value), field.Type == "long-text"))],
            [.. act.Officers.Select(o => Officer(o.Name, o.Certificate, o.Shown))],
            [.. (form?.Signatures ?? []).Select(rule => act.Signatures.FirstOrDefault(s => s.By == rule.By) is { } s ? Signed(s) : new SheetRow(rule.Name.Zh, "")),
                .. act.Signatures.Where(s => form is null || form.Signatures.All(rule => rule.By != s.By)).Select(Signed)],
            day);
    }

    /// <summary>What every paper says of its case.</summary>
    public static ImmutableArray<SheetRow> About(CaseView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new("案件编号", view.Number),
            new("案由", view.Title),
            new("当事人", view.Party.Name),
            .. view.Party.IdNumber is { Length: > 0 } id ? [new SheetRow("证件号码或统一社会信用代码", id)] : ImmutableArray<SheetRow>.Empty,
            .. view.Party.Contact is { Length: > 0 } contact ? [new SheetRow("住址、电话", contact)] : ImmutableArray<SheetRow>.Empty,
        ];
    }

    /// <summary>The day as it stands under a seal: <c>2026年11月21日</c>.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    private static SheetRow Signed(SignatureView s) => new(s.Label.Zh, s.Refused ? $"{s.Name}{Refused}{s.Reason}" : s.Name);

    private static string Officer(string name, string? certificate, bool shown) => $"{name}（执法证号：{certificate}{(shown ? "，已出示" : "")}）";

    private static string Readable(FormField field, string? value) => (field.Type, value) switch
    {
        (_, null or "") => "",
        ("boolean", _) => value == "true" ? "是" : value == "false" ? "否" : value,
        ("choice", _) => field.Choices.FirstOrDefault(c => c.Id == value)?.Name.Zh ?? value,
        ("money", _) when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:#,0.00}元"),
        ("date", _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Written(date),
        ("instant", _) when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) =>
            at.ToOffset(Localization.Dates.Offset).ToString("yyyy'年'M'月'd'日'H'时'mm'分'", CultureInfo.InvariantCulture),
        _ => value,
    };
}

/// <summary>A line of a document: a label and what stands beside it; empty: a blank to be filled in by hand.</summary>
public sealed record SheetRow(string Label, string Value, bool Long = false);
