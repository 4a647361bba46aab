using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Regulations;

/// <summary>A profile together with the text it was read from.</summary>
/// <param name="Profile">What the text says.</param>
/// <param name="Text">The exact text of the file, kept for ever by every ledger that mentions it.</param>
/// <param name="Hash">SHA-256 of the UTF-8 text, lower-case hex: the pin of a case.</param>
public sealed record PinnedProfile(Profile Profile, string Text, string Hash);

/// <summary>Reads profile files, strictly.</summary>
public static class ProfileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new KebabConverter(), new WordsConverter(), new TermConverter() },
    };

    /// <summary>Reads one profile.</summary>
    /// <param name="file">The name to put into faults.</param>
    /// <param name="json">The file's text.</param>
    /// <param name="texts">The law texts that cites are checked against.</param>
    /// <returns>The profile with its text and hash.</returns>
    /// <exception cref="ProfileException">Unknown, missing or repeated member, unknown article, contradicting or overlapping rules: all faults found.</exception>
    public static PinnedProfile Read(string file, string json, LawTexts texts)
    {
        var profile = Parse(file, json);
        var faults = ProfileCheck.Faults(profile, texts);
        return faults.IsEmpty ? new PinnedProfile(profile, json, HashOf(json)) : throw new ProfileException(file, faults);
    }

    /// <summary>Reads a text that a ledger has kept: it passed the checks of its day, so that only its form is read, not judged by today's articles.</summary>
    /// <param name="name">The name to put into faults.</param>
    /// <param name="json">The kept text.</param>
    /// <exception cref="ProfileException">The text is no profile of a format that this program knows.</exception>
    public static PinnedProfile ReadArchived(string name, string json) => new(Parse(name, json), json, HashOf(json));

    /// <summary>SHA-256 of the UTF-8 text, lower-case hex.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Profile Parse(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Profile>(json, Options) ?? throw new JsonException("the file holds null");
        }
        catch (JsonException e)
        {
            throw new ProfileException(file, [new ProfileFault(e.Path ?? "$", Reason(e))]);
        }
    }

    private static string Reason(JsonException e)
    {
        var line = e.LineNumber is { } n ? $" (line {n + 1})" : "";
        return e.Message.Split(" Path: ")[0] + line;
    }
}
