using System.Globalization;

namespace Enforcement.Portal.Localization;

/// <summary>Lengths of recordings and positions in them: <c>12:05</c>, <c>1:02:05</c>.</summary>
public static class Lengths
{
    public static string Of(TimeSpan length)
    {
        var whole = length < TimeSpan.Zero ? TimeSpan.Zero : length;
        return whole >= TimeSpan.FromHours(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}:{whole.Seconds:00}");
    }

    /// <summary>What was typed as a position, <c>mm:ss</c>, <c>h:mm:ss</c> or seconds; <see langword="null"/>: not a position.</summary>
    public static TimeSpan? Parse(string? typed)
    {
        var parts = (typed ?? "").Trim().Replace('：', ':').Split(':');
        if (parts.Length > 3 || !Array.TrueForAll(parts, static p => p.Length is > 0 and <= 6 && p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = Array.ConvertAll(parts, static p => long.Parse(p, CultureInfo.InvariantCulture));
        return numbers.Length > 1 && numbers[1..].Any(static n => n > 59)
            ? null
            : TimeSpan.FromSeconds(numbers.Aggregate(0L, static (sum, n) => (sum * 60) + n));
    }
}
