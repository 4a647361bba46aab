using System.Globalization;

namespace Enforcement.Domain.Regulations;

/// <summary>Article numbers as Chinese texts write them: 八, 十, 三十一, 一百零三.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Writes a number.</summary>
    /// <param name="number">1 to 999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range; no law cited here has more articles.</exception>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        var (hundreds, rest) = Math.DivRem(number, 100);
        var (tens, ones) = Math.DivRem(rest, 10);
        var one = ones > 0 ? Digits[ones].ToString(CultureInfo.InvariantCulture) : string.Empty;
        return (hundreds, tens) switch
        {
            (0, 0) => one,
            (0, 1) => $"十{one}",
            (0, _) => $"{Digits[tens]}十{one}",
            (_, 0) => ones > 0 ? $"{Digits[hundreds]}百零{one}" : $"{Digits[hundreds]}百",
            _ => $"{Digits[hundreds]}百{Digits[tens]}十{one}",
        };
    }
}
