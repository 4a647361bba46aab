using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Ledger.Bench;

/// <summary>What one command writes: an entry of some hundred bytes, one case row, a due instant, an answer.</summary>
internal static class Work
{
    public static readonly DateTimeOffset Start = new(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);

    public static readonly string[] Bureaus = ["CM", "CZ", "TA", "FS", "GC"];
    private static readonly Actor Officer = new("o-17", "𠮷野", "handler", "CM", "310101-0001");

    public static AppendBatch Command(int number, long expected, string stream)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var at = Start.AddSeconds(number);
        var payload = $$"""{"act":"on-site-inspection","documents":["inspection-record","photo-list"],"fields":{"place":"朝阳路{{text}}号","result":"发现占道经营，当场责令改正"},"kind":"act","recordings":["r-{{text}}"]}""";
        return new AppendBatch(
            stream,
            expected,
            "command-" + text,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Officer,
            at,
            Training: false,
            [new NewEntry("case.act-recorded", 1, at.AddMinutes(-10), payload)],
            $$"""{"sequence":{{(expected + 1).ToString(CultureInfo.InvariantCulture)}}}""",
            [Case(stream["case/".Length..], number, at)],
            new DueChange(at.AddDays(number % 90)));
    }

    public static ImmutableArray<ReadRow> Cases(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => Case(string.Create(CultureInfo.InvariantCulture, $"CM-2026-{i:000000}"), i, Start.AddSeconds(i)))];

    private static CaseRow Case(string id, int n, DateTimeOffset at) => new(
        id,
        id,
        Bureaus[n % 5],
        n % 7 == 0 ? "inspection" : "penalty",
        "complaint",
        n % 10 < 8 ? "archived" : n % 10 == 8 ? "investigation" : "review",
        $"占道经营案{n}",
        $"当事人{n % 5000}",
        $"o-{n % 400}",
        $"承办人{n % 400}",
        at,
        n % 10 < 8 ? at.AddDays(20) : null,
        n % 10 < 8 ? at.AddDays(30) : null,
        n % 10 < 8 ? null : at.AddDays(n % 90),
        n % 10 < 8 ? null : "decision",
        n % 10 == 8 && n % 3 == 0 ? 1 : 0,
        0,
        n % 11 == 0 ? 1 : 0,
        n % 500 == 0 ? 1 : 0,
        "CM@2026-01-01",
        Training: false,
        1,
        at,
        $"{id} 占道经营案{n} 当事人{n % 5000} 承办人{n % 400}");
}
