using System.Security.Cryptography;
using Enforcement.Domain;

namespace Enforcement.Silo.Access;

/// <summary>What a password must be like, and how one is made.</summary>
internal static class Passwords
{
    /// <summary>Letters and digits that nobody confuses when reading them from a console.</summary>
    private const string Legible = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A random password of 16 legible characters in four groups: 79 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Legible, 4)));

    /// <summary>Every broken rule; none when the password may be used.</summary>
    public static IEnumerable<Violation> Check(string password, string accountName, int length)
    {
        if (password.Length < length || password.Length > 128)
        {
            yield return Rule("password.length", $"密码长度须为 {length} 至 128 个字符。", $"A password has {length} to 128 characters.");
        }

        var kinds = new[] { password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c)) };
        if (kinds.Count(kind => kind) < 3)
        {
            yield return Rule(
                "password.kinds",
                "密码须包含大写字母、小写字母、数字、符号中的至少三种。",
                "A password has at least three of: lower case, upper case, digits, signs.");
        }

        if (password.Contains(accountName, StringComparison.OrdinalIgnoreCase))
        {
            yield return Rule("password.name", "密码不得包含账户名。", "A password must not contain the name of the account.");
        }

        if (password.Distinct().Count() < 5)
        {
            yield return Rule("password.repeats", "密码重复字符过多。", "A password must not repeat the same few characters.");
        }
    }

    private static Violation Rule(string code, string zh, string en) => new(
        code, null, new Words(zh, en), new Words("请另设一个密码。", "Choose another password."), "newPassword");
}
