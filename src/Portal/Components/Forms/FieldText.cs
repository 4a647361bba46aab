using System.Globalization;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Components.Forms;

/// <summary>Between what a person types and what a message carries: yuan and fen, local minutes and instants.</summary>
public static class FieldText
{
    /// <summary>What the input shows for a stored value.</summary>
    public static string ToInput(string type, string? value) => (type, value) switch
    {
        (_, null or "") => "",
        ("money", _) when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) =>
            (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        ("instant", _) when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) => Dates.ToInput(instant),
        _ => value,
    };

    /// <summary>The value to be sent; what cannot be read is sent as typed, so that the rules name it and nothing is lost.</summary>
    public static string FromInput(string type, string? typed)
    {
        var text = typed?.Trim() ?? "";
        return type switch
        {
            "money" when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
                && yuan < 90_000_000_000_000m && decimal.Truncate(yuan * 100) == yuan * 100 =>
                ((long)(yuan * 100)).ToString(CultureInfo.InvariantCulture),
            "instant" when Dates.FromInput(text) is { } instant => Dates.Iso(instant),
            "long-text" => typed ?? "",
            _ => text,
        };
    }
}
