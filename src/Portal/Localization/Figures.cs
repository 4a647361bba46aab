using System.Globalization;

namespace Enforcement.Portal.Localization;

/// <summary>Numbers for people: grouped by thousands, and short where there is little room (万 and 亿 in Chinese, K and M in English).</summary>
public static class Figures
{
    private const double TenThousand = 10_000;
    private const double HundredMillion = 100_000_000;
    private const double Thousand = 1_000;
    private const double Million = 1_000_000;

    /// <summary><c>12,345</c>, <c>12,345.5</c>: no more decimals than asked for, and none that are zero.</summary>
    public static string Of(double value, int decimals = 0)
    {
        var form = decimals == 0 ? "#,##0" : "#,##0." + new string('#', decimals);
        return value.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary><c>1.2万</c> or <c>12K</c>; numbers below a thousand in English and below ten thousand in Chinese are written out.</summary>
    public static string Short(double value) => (Phrase.English, Math.Abs(value)) switch
    {
        (false, >= HundredMillion) => Of(value / HundredMillion, 1) + "亿",
        (false, >= TenThousand) => Of(value / TenThousand, 1) + "万",
        (true, >= Million) => Of(value / Million, 1) + "M",
        (true, >= Thousand * 10) => Of(value / Thousand, 1) + "K",
        _ => Of(value, 2),
    };

    /// <summary><c>93.5%</c>; a dash where there is no whole to take a part of.</summary>
    public static string Percent(double part, double whole, int decimals = 1) => whole == 0 ? "—" : Of(part * 100 / whole, decimals) + "%";
}
