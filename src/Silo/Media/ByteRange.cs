using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace Enforcement.Silo.Media;

/// <summary>The part of a file that a request asks for, as RFC 9110 §14 reads it.</summary>
/// <param name="From">First byte.</param>
/// <param name="Length">How many.</param>
/// <param name="Kind">Whether it is the whole, a part, or outside the file.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange(long From, long Length, ByteRangeKind Kind)
{
    /// <summary>One range is served; several, or a header that cannot be read, are answered with the whole, which the RFC allows.</summary>
    public static ByteRange Of(HttpRequest request, string etag, long size)
    {
        var whole = new ByteRange(0, size, ByteRangeKind.Whole);
        var header = request.Headers.Range.ToString();
        if (!HttpMethods.IsGet(request.Method)
            || !RangeHeaderValue.TryParse(header, out var ranges)
            || !string.Equals(ranges.Unit, "bytes", StringComparison.OrdinalIgnoreCase)
            || ranges.Ranges.Count != 1
            || !IsCurrent(request, etag))
        {
            return whole;
        }

        var range = ranges.Ranges.Single();
        var from = range.From ?? Math.Max(0, size - range.To!.Value);
        var to = range.From is null ? size - 1 : Math.Min(range.To ?? (size - 1), size - 1);
        return from >= size || to < from
            ? new ByteRange(0, 0, ByteRangeKind.OutsideFile)
            : new ByteRange(from, to - from + 1, ByteRangeKind.Part);
    }

    // A part of another version must not be glued to what the client has: only the same strong tag will do.
    private static bool IsCurrent(HttpRequest request, string etag)
    {
        var condition = request.Headers.IfRange.ToString();
        return condition.Length == 0 || condition == etag;
    }
}

/// <summary>Kinds of <see cref="ByteRange"/>.</summary>
internal enum ByteRangeKind
{
    Whole,
    Part,
    OutsideFile,
}
