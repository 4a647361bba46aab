using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Enforcement.Tool.Commands;

/// <summary>Options that hold a number within bounds. Each is judged alone, so that what is left out has its default and what is wrong is told by its own words.</summary>
internal static class Numbers
{
    public static Option<int> Whole(string name, string description, int otherwise, int from, int to) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to
            ? value
            : Fault<int>(result, FormattableString.Invariant($"{name} is a whole number from {from} to {to}.")),
    };

    public static Option<double> Number(string name, string description, double otherwise, double from, double to) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => double.TryParse(Text(result), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to
            ? value
            : Fault<double>(result, FormattableString.Invariant($"{name} is a number from {from} to {to}.")),
    };

    private static string? Text(ArgumentResult result) => result.Tokens is [{ Value: var value }, ..] ? value : null;

    private static T? Fault<T>(ArgumentResult result, string words)
    {
        result.AddError(words);
        return default;
    }
}
