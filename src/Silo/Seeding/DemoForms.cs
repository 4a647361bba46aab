using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Silo.Seeding;

/// <summary>Fills the form of an act with made-up content, as a diligent officer would.</summary>
internal static class DemoForms
{
    public static ActDraft Fill(
        ActFormView form, DemoStep step, (string Cause, string Party, string Place) matter, IReadOnlyList<DemoPerson> officers, string by, ImmutableArray<string> recordings, DateTimeOffset now)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var field in form.Fields.Where(f => f.Required || step.Say.ContainsKey(f.Id)))
        {
            var said = step.Say.GetValueOrDefault(field.Id);
            if (field.Type == "choice" && said is not null && field.Choices.All(c => c.Id != said))
            {
                said = null;
            }

            fields[field.Id] = said ?? field.Type switch
            {
                "boolean" => form.Kind is "rights-notice" or "demand" ? "true" : "false",
                "choice" => field.Choices[0].Id,
                "number" => "1",
                "money" => "50000",
                "date" => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(15).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "instant" => now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                _ => DemoWords.For(field.Id, field.Name.Zh, matter, by),
            };
        }

        return new ActDraft
        {
            Kind = form.Kind,
            Fields = fields.ToImmutable(),
            Officers = form.MinOfficers == 0 ? [] : [.. officers.Take(Math.Max(2, form.MinOfficers)).Select(o => new OfficerPresent(o.Id, Shown: true))],
            Documents = [.. form.Documents.Select((d, i) => new DocumentInfo(d.Id, d.Name.Zh, $"〔{now.ToOffset(TimeSpan.FromHours(8)).Year}〕第{i + 1}号"))],
            Signatures = [.. form.Signatures.Select(s => new SignatureInfo(s.By, s.By is "officer" or "server" or "handler" ? officers[0].Name : s.By is "party" or "party-or-present" or "receiver" ? $"{matter.Party}负责人" : by))],
            Recordings = recordings,
        };
    }
}
