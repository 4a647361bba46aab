using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Live;

internal static class LiveText
{
    public static readonly Phrase AsOf = new("数据截至 {0}", "as of {0}");
    public static readonly Phrase Reading = new("正在读取…", "Loading…");
    private static readonly Phrase JustNow = new("刚刚", "just now");
    private static readonly Phrase Before = new("{0}前", "{0} ago");
    private static readonly Phrase After = new("{0}后", "in {0}");

    /// <summary><c>3分前</c>, <c>in 2 d 1 h</c>; less than a minute ago is just now.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var gone = now - at;
        return gone.Duration() < TimeSpan.FromMinutes(1) ? JustNow : gone > TimeSpan.Zero ? Before.With(Dates.Span(gone)) : After.With(Dates.Span(gone));
    }
}
