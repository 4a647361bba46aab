using System.Globalization;

namespace Enforcement.Domain.Ledger;

/// <summary>The one spelling of an instant in the ledger: UTC with microseconds, <c>2026-03-05T01:30:00.000000Z</c>.</summary>
public static class CanonicalInstant
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Writes an instant. What is finer than a microsecond is cut, never rounded up into the future.</summary>
    /// <param name="instant">Any instant, at any offset.</param>
    /// <returns>The canonical spelling.</returns>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant in exactly the canonical spelling.</summary>
    /// <param name="text">The spelling.</param>
    /// <returns>The instant at offset zero.</returns>
    /// <exception cref="CanonicalJsonException">Any other spelling.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw new CanonicalJsonException($"\"{text}\" is no instant of the form 2026-03-05T01:30:00.000000Z");

    /// <summary>Cuts an instant to what the ledger can keep: UTC, whole microseconds.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>The instant as it will be read back.</returns>
    public static DateTimeOffset Cut(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>An instant as the stores keep it in a column.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>Whole microseconds since 1970-01-01T00:00:00Z, rounded down.</returns>
    public static long ToMicroseconds(DateTimeOffset instant) => (Cut(instant).Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant of a stored column.</summary>
    /// <param name="microseconds">Microseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>The instant at offset zero.</returns>
    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
