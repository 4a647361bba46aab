using System.Collections.Immutable;

namespace Enforcement.Storage.Sqlite;

/// <summary>The profile texts that entries name.</summary>
internal static class ProfileTexts
{
    public static bool Keep(SqliteDb db, string hash, string profileId, string text, DateTimeOffset now)
    {
        if (Find(db, hash) is not null)
        {
            return false;
        }

        db.Prepare("INSERT INTO profiles (hash, profile_id, text, kept_at) VALUES (?, ?, ?, ?)").Bind(hash).Bind(profileId).Bind(text).Bind(now).Run();
        return true;
    }

    public static ImmutableArray<string> All(SqliteDb db)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var statement = db.Prepare("SELECT text FROM profiles ORDER BY kept_at, hash");
        while (statement.Step())
        {
            texts.Add(statement.Text(0));
        }

        statement.Reset();
        return texts.ToImmutable();
    }

    public static string? Find(SqliteDb db, string hash)
    {
        var statement = db.Prepare("SELECT text FROM profiles WHERE hash = ?").Bind(hash);
        var text = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return text;
    }
}
