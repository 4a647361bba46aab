using System.Collections.Immutable;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>Fills in the form of an act as the profile demands it, so that a test names only what it is about.</summary>
internal static class FilledForm
{
    internal static ActInput Of(Profile profile, string kind, CaseState state, IReadOnlyDictionary<string, string> given)
    {
        if (profile.Act(kind) is not { } rule)
        {
            return new ActInput { Kind = kind, Fields = given.ToImmutableDictionary() };
        }

        var fields = given.ToImmutableDictionary();
        bool Holds(Condition? when) => Conditions.Holds(when, state, fields, profile);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var field in rule.Fields.Where(f => f.Required && !fields.ContainsKey(f.Id) && Holds(f.When)))
            {
                fields = fields.Add(field.Id, Value(field));
            }
        }

        return new ActInput
        {
            Kind = kind,
            Fields = fields,
            Officers = rule.Officers.Any(o => Holds(o.When))
                ? [new("o1", "张三", "14050001", Shown: true), new("o2", "李四", "14050002", Shown: true)]
                : [],
            Documents = [.. rule.Documents.Where(d => d is { Required: true, Later: false } && Holds(d.When)).DistinctBy(d => d.AnyOf ?? d.Id).Select(d => new DocumentEntry(d.Id, d.Name.Zh))],
            Signatures = [.. rule.Signatures.Where(s => s.Required && Holds(s.When)).DistinctBy(s => s.By).Select(s => new SignatureEntry(s.By, "王五"))],
        };
    }

    private static string Value(FieldRule field) => field.Type switch
    {
        FieldType.Boolean => "false",
        FieldType.Choice => field.Choices[0].Id,
        FieldType.Number or FieldType.Money => "1",
        FieldType.Date => "2026-03-31",
        FieldType.Instant => "2026-03-31T09:00:00+08:00",
        _ => "如实记录",
    };
}
