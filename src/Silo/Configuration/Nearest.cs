namespace Enforcement.Silo.Configuration;

/// <summary>"Did you mean": the known word with the fewest changed letters.</summary>
internal static class Nearest
{
    public static string Hint(string word, IEnumerable<string> known) => Find(word, known) is { } nearest ? $" Did you mean {nearest}?" : "";

    /// <summary>The nearest known word, or <see langword="null"/> when none is near enough to be meant.</summary>
    public static string? Find(string word, IEnumerable<string> known) =>
        known.Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, pair.candidate.Length / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
