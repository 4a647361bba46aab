using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>Checks what was handed in against the form of an act, and finds every fault.</summary>
internal static class ActForm
{
    /// <summary>How many officers, documents, signatures or recordings one entry may name: far above any paper form.</summary>
    private const int MostItems = 100;

    /// <summary>All faults of the fields, officers, documents and signatures.</summary>
    internal static IEnumerable<Violation> Faults(ActRule rule, ActInput input, CaseState state, Profile profile)
    {
        bool Holds(Condition? when) => Conditions.Holds(when, state, input.Fields, profile, input.RefersTo);
        return Fields(rule, input, Holds).Concat(Officers(rule, input, Holds)).Concat(Documents(rule, input, Holds)).Concat(Signatures(rule, input, Holds));
    }

    /// <summary>Documents whose file hash is no SHA-256.</summary>
    internal static IEnumerable<Violation> Hashes(IEnumerable<DocumentEntry> documents, string article) => documents
        .Where(d => d.Sha256 is { } hash && !(hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)))
        .Select(d => new Violation("document.hash-invalid", article, new($"文书“{d.Id}”的文件摘要无效", $"The file hash of document \"{d.Id}\" is not valid"), new("重新上传文件", "Upload the file again"), d.Id));

    /// <summary>The faults of a plain record, which has no form: what is named must still be known, and what is signed must say who signed.</summary>
    internal static IEnumerable<Violation> PlainFaults(string article, ActInput input) =>
        OfficerFaults(article, input).Concat(DocumentFaults(article, input)).Concat(SignatureFaults(article, input));

    private static IEnumerable<Violation> Fields(ActRule rule, ActInput input, Func<Condition?, bool> holds)
    {
        foreach (var id in input.Fields.Keys.Where(id => rule.Fields.All(f => f.Id != id)).Order(StringComparer.Ordinal))
        {
            yield return new("field.unknown", rule.Article, new($"“{rule.Name.Zh}”没有名为“{id}”的事项", $"\"{rule.Name.En}\" has no field \"{id}\""), new("删去该事项", "Leave it out"), id);
        }

        foreach (var field in rule.Fields)
        {
            if (!input.Fields.TryGetValue(field.Id, out var value))
            {
                if (field.Required && holds(field.When))
                {
                    yield return new("field.missing", field.Article, new($"“{rule.Name.Zh}”应当载明“{field.Name.Zh}”", $"\"{rule.Name.En}\" must state \"{field.Name.En}\""), new($"填写“{field.Name.Zh}”", $"Fill in \"{field.Name.En}\""), field.Id);
                }

                continue;
            }

            if (value.Length > field.MaxLength)
            {
                yield return new("field.too-long", field.Article, new($"“{field.Name.Zh}”超过{field.MaxLength}字", $"\"{field.Name.En}\" is longer than {field.MaxLength} characters"), new("缩短内容，或另附文书", "Shorten it or attach a document"), field.Id);
            }
            else if (field.Type is FieldType.Text or FieldType.LongText && !IsA(field, value))
            {
                yield return new("field.invalid", field.Article, new($"“{field.Name.Zh}”含有不可见的控制字符", $"\"{field.Name.En}\" holds invisible control characters"), new("删去不可见的字符后重新填写", "Remove the characters that cannot be seen"), field.Id);
            }
            else if (!IsA(field, value))
            {
                yield return new("field.invalid", field.Article, new($"“{field.Name.Zh}”的内容不是{KindOf(field).Zh}", $"\"{field.Name.En}\" is not {KindOf(field).En}"), new("按要求的格式重新填写", "Fill it in again in the form asked for"), field.Id);
            }
        }
    }

    private static bool IsA(FieldRule field, string value) => field.Type switch
    {
        FieldType.Text => PlainText.IsClean(value),
        FieldType.LongText => PlainText.IsClean(value, lines: true),
        FieldType.Boolean => value is "true" or "false",
        FieldType.Choice => field.Choices.Any(c => c.Id == value),
        FieldType.Number or FieldType.Money => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 9_007_199_254_740_991,
        FieldType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        FieldType.Instant => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) && value.Contains('T', StringComparison.Ordinal),
        _ => false,
    };

    private static Words KindOf(FieldRule field) => field.Type switch
    {
        FieldType.Boolean => new("“是”或“否”", "yes or no"),
        FieldType.Choice => new($"所列选项之一（{string.Join('、', field.Choices.Select(c => c.Name.Zh))}）", $"one of the choices ({string.Join(", ", field.Choices.Select(c => c.Name.En))})"),
        FieldType.Number => new("不小于零的整数", "a whole number"),
        FieldType.Money => new("以分为单位的整数金额", "an amount in fen, a whole number"),
        FieldType.Date => new("日期（年-月-日）", "a date (yyyy-MM-dd)"),
        FieldType.Instant => new("时间（含时区）", "an instant with its offset"),
        _ => new("文字", "text"),
    };

    private static IEnumerable<Violation> Officers(ActRule rule, ActInput input, Func<Condition?, bool> holds)
    {
        foreach (var fault in OfficerFaults(rule.Article, input))
        {
            yield return fault;
        }

        foreach (var demand in rule.Officers.Where(o => holds(o.When)))
        {
            if (input.Officers.DistinctBy(o => o.Id).Count() < demand.Min)
            {
                yield return new("officer.too-few", demand.Article, new($"“{rule.Name.Zh}”应有不少于{demand.Min}名执法人员并载明姓名、证件编号", $"\"{rule.Name.En}\" needs at least {demand.Min} officer(s) with name and certificate number"), new("补充执法人员", "Add officers"), "officers");
            }

            if (demand.Shown && input.Officers.Any(o => !o.Shown))
            {
                yield return new("officer.certificate-not-shown", demand.Article, new("应当出示执法证件并记录出示情况", "The certificates must be shown and the showing recorded"), new("记录每名执法人员的证件出示情况", "Record the showing for each officer"), "officers");
            }
        }
    }

    private static IEnumerable<Violation> Documents(ActRule rule, ActInput input, Func<Condition?, bool> holds)
    {
        foreach (var group in rule.Documents.Where(d => d is { Required: true, Later: false } && holds(d.When)).GroupBy(d => d.AnyOf ?? d.Id))
        {
            if (group.All(d => input.Documents.All(x => x.Id != d.Id)))
            {
                var (zh, en) = (string.Join('或', group.Select(d => $"“{d.Name.Zh}”")), string.Join(" or ", group.Select(d => $"\"{d.Name.En}\"")));
                yield return new("document.missing", group.First().Article, new($"“{rule.Name.Zh}”应当制作{zh}", $"\"{rule.Name.En}\" needs {en}"), new("补充该文书", "Add the document"), group.First().Id);
            }
        }

        foreach (var fault in DocumentFaults(rule.Article, input))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Violation> Signatures(ActRule rule, ActInput input, Func<Condition?, bool> holds)
    {
        foreach (var demand in rule.Signatures.Where(s => holds(s.When)))
        {
            var given = input.Signatures.Where(s => s.By == demand.By).ToImmutableArray();
            var (name, id) = (SignerNames.Of(demand.By), Kebab.Of(demand.By));
            if (demand.Required && given.IsEmpty)
            {
                yield return new("signature.missing", demand.Article, new($"“{rule.Name.Zh}”缺少{name.Zh}", $"\"{rule.Name.En}\" lacks: {name.En}"), demand.Refusable ? new("补充签名，或记录拒绝签名的情况", "Add the signature or record the refusal") : new("补充签名", "Add the signature"), id);
            }

            if (!demand.Refusable && given.Any(s => s.Refused))
            {
                yield return new("signature.not-refusable", demand.Article, new($"{name.Zh}不能以拒绝代替", $"{name.En} cannot be replaced by a refusal"), new("补充签名", "Add the signature"), id);
            }
        }

        foreach (var fault in SignatureFaults(rule.Article, input))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Violation> OfficerFaults(string article, ActInput input)
    {
        foreach (var unknown in input.UnknownOfficers)
        {
            yield return new("officer.unknown", article, new($"执法人员“{unknown}”未登记或证件无效", $"Officer \"{unknown}\" is not registered or the certificate is not valid"), new("从执法人员名册中选择", "Choose from the register of officers"), "officers");
        }

        foreach (var twice in input.Officers.GroupBy(o => o.Id).Where(g => g.Count() > 1))
        {
            yield return new("officer.twice", article, new($"执法人员“{twice.First().Name}”重复", $"Officer \"{twice.First().Name}\" stands twice"), new("删去重复", "Leave one out"), "officers");
        }
    }

    private static IEnumerable<Violation> DocumentFaults(string article, ActInput input)
    {
        if (input.Documents.Length > MostItems || input.Signatures.Length > MostItems || input.Officers.Length > MostItems || input.Recordings.Length > MostItems)
        {
            yield return new("act.too-many-items", article, new($"人员、文书、签名、音像记录每项不得超过{MostItems}个", $"Officers, documents, signatures and recordings are at most {MostItems} each"), new("分次记录", "Record them in several entries"));
        }

        foreach (var document in input.Documents.Where(d => !PlainText.IsLine(d.Title, 200) || !PlainText.IsLine(d.Id, 100) || d.Number is { Length: > 100 } || !PlainText.IsClean(d.Number)))
        {
            yield return new("document.invalid", article, new($"文书“{document.Id}”的名称或文号为空或过长", $"Title or number of document \"{document.Id}\" is empty or too long"), new("填写文书名称", "Give its title"), document.Id);
        }

        foreach (var fault in Hashes(input.Documents, article))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Violation> SignatureFaults(string article, ActInput input)
    {
        foreach (var s in input.Signatures.Where(s => s.Refused && string.IsNullOrWhiteSpace(s.Reason)))
        {
            yield return new("signature.refusal-reason", article, new("拒绝签名或盖章的，应当记录情况", "A refusal to sign must be recorded with its circumstances"), new("写明拒绝的情况", "Describe the refusal"), Kebab.Of(s.By));
        }

        foreach (var s in input.Signatures.Where(s => !s.Refused && !PlainText.IsLine(s.Name, 100)))
        {
            yield return new("signature.name-missing", article, new("签名人姓名为空或过长", "The signer's name is empty or too long"), new("填写签名人姓名", "Give the signer's name"), Kebab.Of(s.By));
        }
    }
}
