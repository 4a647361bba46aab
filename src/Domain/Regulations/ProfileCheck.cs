using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Regulations;

/// <summary>What the types of a profile cannot say: cites exist, references resolve, rules do not contradict or overlap.</summary>
internal static partial class ProfileCheck
{
    /// <summary>All faults of a profile, in the order of the file.</summary>
    internal static ImmutableArray<ProfileFault> Faults(Profile profile, LawTexts texts)
    {
        var faults = new FaultList();
        Head(profile, faults);
        Cites(profile, texts, faults);
        var kinds = Unique(profile.Acts.Select(a => a.Kind), "$.acts", "act kind", faults);
        Unique(profile.Clocks.Select(c => c.Id), "$.clocks", "clock id", faults);
        Unique(profile.Duties.Select(d => d.Id), "$.duties", "duty id", faults);
        var flags = profile.Acts.SelectMany(a => a.Fields).Select(f => f.Sets).OfType<string>().Concat(["actType", "origin"]).ToHashSet();
        var world = new World(profile, kinds, flags, faults);
        foreach (var act in profile.Acts)
        {
            Act(world, act);
        }

        foreach (var (general, i) in profile.Gates.Select((g, i) => (g, i)))
        {
            var path = $"$.gates[{i}]";
            Gate(world, general.Gate, null, path);
            Known(world, general.Acts.Concat(general.Except), path);
            faults.Add(!general.Acts.IsEmpty && !general.Except.IsEmpty, path, "name acts or exceptions, not both");
        }

        foreach (var clock in profile.Clocks)
        {
            Clock(world, clock);
        }

        return faults.ToImmutable();
    }

    private static void Head(Profile profile, FaultList faults)
    {
        faults.Add(profile.Format != 1, "$.format", $"format {profile.Format} is unknown; this program reads 1");
        faults.Add(!profile.Sources.Contains(profile.Code), "$.sources", $"the regulation's own code {profile.Code} is missing");
        var folder = profile.Id.Split('/');
        var dated = profile.EffectiveFrom is { } from ? from.ToString("yyyy-MM-dd") : "undated";
        faults.Add(
            folder is not [var code, var date] || code != profile.Code.ToLowerInvariant() || (date != dated && !date.StartsWith(dated + "-", StringComparison.Ordinal)),
            "$.id",
            $"must be {profile.Code.ToLowerInvariant()}/{dated}, after code and effectiveFrom (a suffix -name may follow)");
        faults.Add(profile.Scope.ActTypes.IsEmpty, "$.scope.actTypes", "is empty");
        faults.Add(profile.Entry.PastDays is < 0 or > 3650, "$.entry.pastDays", "must be 0 to 3650");
        faults.Add(profile.Entry.LateAfterHours is < 0 or > 8760, "$.entry.lateAfterHours", "must be 0 to 8760");
    }

    private static void Cites(Profile profile, LawTexts texts, FaultList faults)
    {
        foreach (var (path, cite) in ProfileCites.All(profile))
        {
            var source = cite[..Math.Max(0, cite.LastIndexOf('-'))];
            faults.Add(!profile.Sources.Contains(source), path, $"{cite} is not from a named source");
            faults.Add(texts.Find(cite) is null, path, $"article {cite} is unknown");
        }

        foreach (var doubled in profile.NotCarried.GroupBy(n => n.Article).Where(g => g.Count() > 1))
        {
            faults.Add(true, "$.notCarried", $"{doubled.Key} is listed twice");
        }

        var carried = ProfileCites.Carried(profile).ToHashSet();
        foreach (var n in profile.NotCarried.Where(n => carried.Contains(n.Article)))
        {
            faults.Add(true, "$.notCarried", $"{n.Article} is listed as not carried, yet a rule cites it");
        }

        foreach (var article in texts.Of(profile.Code))
        {
            faults.Add(
                !carried.Contains(article.Cite) && profile.NotCarried.All(n => n.Article != article.Cite),
                "$.notCarried",
                $"{article.Cite} is neither carried by a rule nor listed here");
        }
    }

    private static HashSet<string> Unique(IEnumerable<string> ids, string path, string what, FaultList faults)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids)
        {
            faults.Add(!seen.Add(id), path, $"{what} {id} stands twice");
        }

        return seen;
    }

    private static void Known(World world, IEnumerable<string> kinds, string path)
    {
        foreach (var kind in kinds.Where(k => !world.Kinds.Contains(k)))
        {
            world.Faults.Add(true, path, $"act {kind} is not in this profile");
        }
    }

    private sealed record World(Profile Profile, HashSet<string> Kinds, HashSet<string> Flags, FaultList Faults);

    private sealed class FaultList
    {
        private readonly ImmutableArray<ProfileFault>.Builder _faults = ImmutableArray.CreateBuilder<ProfileFault>();

        public void Add(bool broken, string path, string reason)
        {
            if (broken)
            {
                _faults.Add(new ProfileFault(path, reason));
            }
        }

        public ImmutableArray<ProfileFault> ToImmutable() => _faults.ToImmutable();
    }
}
