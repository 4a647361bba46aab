using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Enforcement.Storage.Sqlite;

/// <summary>The place after which the next page begins.</summary>
/// <param name="Question">A fingerprint of filters and order: a cursor of another list is refused instead of giving a wrong page.</param>
/// <param name="Number">The sort number of the last row.</param>
/// <param name="Key">The key of the last row.</param>
internal sealed record ListCursor(string Question, long Number, string[] Key)
{
    public static string Fingerprint(string question) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(question)).AsSpan(0, 6));

    public static ListCursor Parse(string text, string question, int keyLength)
    {
        try
        {
            if (JsonSerializer.Deserialize<ListCursor>(Base64Url.DecodeFromChars(text)) is { Key: { } key } cursor
                && key.Length == keyLength
                && string.Equals(cursor.Question, question, StringComparison.Ordinal))
            {
                return cursor;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new ArgumentException("the cursor is damaged", nameof(text), e);
        }

        throw new ArgumentException("the cursor belongs to another list", nameof(text));
    }

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));
}
