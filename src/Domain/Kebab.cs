using System.Text.Json;

namespace Enforcement.Domain;

/// <summary>Enumeration members as the kebab-case words that stand in profiles, ledgers and messages.</summary>
public static class Kebab
{
    /// <summary>The word of a member: <c>CaseOrigin.ExOfficio</c> is <c>ex-officio</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The member of a word; <see langword="null"/> when there is none. Numbers are no words.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
