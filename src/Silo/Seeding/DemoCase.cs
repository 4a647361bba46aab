using System.Collections.Immutable;

namespace Enforcement.Silo.Seeding;

/// <summary>One case of the demo city as it is going to be: its course with the instant of each step.</summary>
internal sealed record DemoCase(
    string Id, string Bureau, string ActType, string Origin, (string Cause, string Party, string Place) Matter, ImmutableArray<DemoPerson> Officers,
    ImmutableArray<(DemoStep Step, DateTimeOffset At)> Steps, bool ForgetsRecordings, bool KeepsRecordings);

/// <summary>Plans the demo city from a seed: the same base and seed give the same city.</summary>
internal static class DemoPlan
{
    private static readonly ImmutableDictionary<string, (string Origin, string ActType)[]> Kinds = new Dictionary<string, (string, string)[]>(StringComparer.Ordinal)
    {
        ["CM"] = [("ex-officio", "penalty"), ("urgent", "penalty"), ("complaint", "penalty"), ("double-random", "inspection"), ("summary", "penalty"), ("ex-officio", "penalty")],
        ["CZ"] = [("application", "licence")],
        ["TA"] = [("ex-officio", "penalty"), ("urgent", "penalty"), ("ex-officio", "inspection"), ("complaint", "penalty")],
        ["FS"] = [("ex-officio", "penalty"), ("urgent", "penalty"), ("complaint", "penalty"), ("summary", "penalty")],
        ["GC"] = [("ex-officio", "penalty"), ("urgent", "penalty"), ("complaint", "penalty"), ("ex-officio", "inspection")],
    }.ToImmutableDictionary();

    private static readonly string[] Services = ["service-direct", "service-direct", "service-post", "service-leave", "service-direct"];

    public static ImmutableArray<DemoCase> Make(DateTimeOffset from, DateTimeOffset until, int cases, int seed)
    {
        var random = new Random(seed);
        var bureaus = Kinds.Keys.Order(StringComparer.Ordinal).ToArray();
        return [.. Enumerable.Range(0, cases).Select(i => Case(i, bureaus[i % bureaus.Length], from, until, random))];
    }

    private static DemoCase Case(int index, string bureau, DateTimeOffset from, DateTimeOffset until, Random random)
    {
        var (origin, actType) = Kinds[bureau][random.Next(Kinds[bureau].Length)];
        var matters = DemoWords.Matters[bureau];
        var officers = DemoPeople.All.Where(p => p.Bureau == bureau && p.Role is Domain.Access.Role.Officer).ToArray();
        random.Shuffle(officers);
        var at = Working(from + ((until - from) * random.NextDouble()));
        var slow = random.NextDouble() < 0.12;
        var stops = random.NextDouble() < 0.10 ? random.Next(2, 12) : int.MaxValue;
        var steps = ImmutableArray.CreateBuilder<(DemoStep, DateTimeOffset)>();
        foreach (var step in DemoScript.Of(origin, Services[random.Next(Services.Length)]))
        {
            if (step.Kind is "statement-defence" or "re-check" or "collective-discussion" or "evidence-retrieval" && index % 3 != 0)
            {
                continue;
            }

            var hours = step.HoursMin + ((step.HoursMax - step.HoursMin) * random.NextDouble());
            at = Working(at + TimeSpan.FromHours(slow ? hours * 4 : hours));
            if (at >= until || steps.Count >= stops)
            {
                break;
            }

            steps.Add((step, at));
        }

        return new DemoCase(
            $"demo-{bureau.ToLowerInvariant()}-{index + 1:0000}", bureau, actType, origin, matters[random.Next(matters.Length)], [.. officers], steps.ToImmutable(),
            ForgetsRecordings: random.NextDouble() < 0.04, KeepsRecordings: random.NextDouble() < 0.05);
    }

    /// <summary>The next half hour within office hours.</summary>
    private static DateTimeOffset Working(DateTimeOffset at)
    {
        var local = at.ToOffset(TimeSpan.FromHours(8));
        local = new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute < 30 ? 0 : 30, 0, local.Offset).AddMinutes(30);
        while (local.Hour is < 8 or >= 18 || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            local = local.AddMinutes(30);
        }

        return local.ToUniversalTime();
    }
}
