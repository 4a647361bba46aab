using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.Drafts;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>The drafts that people type.</summary>
internal sealed class DraftTable(DeskDatabase desk, TimeProvider machine) : IDrafts
{
    public const string Create = """
        CREATE TABLE drafts (
            person   TEXT    NOT NULL,
            bureau   TEXT    NOT NULL,
            case_id  TEXT    NOT NULL,
            act_kind TEXT    NOT NULL,
            corrects TEXT    NOT NULL,
            label    TEXT    NOT NULL,
            version  INTEGER NOT NULL,
            saved_at INTEGER NOT NULL, -- microseconds since 1970, UTC, machine clock
            content  TEXT    NOT NULL,
            PRIMARY KEY (person, bureau, case_id, act_kind, corrects)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX drafts_saved ON drafts (saved_at);
        """;

    /// <summary>A case may wait for several decisions of one kind: a draft is of the entry that it is about as well.</summary>
    public const string AddAbout = """
        CREATE TABLE drafts_about (
            person   TEXT    NOT NULL,
            bureau   TEXT    NOT NULL,
            case_id  TEXT    NOT NULL,
            act_kind TEXT    NOT NULL,
            corrects TEXT    NOT NULL,
            about    TEXT    NOT NULL,
            label    TEXT    NOT NULL,
            version  INTEGER NOT NULL,
            saved_at INTEGER NOT NULL, -- microseconds since 1970, UTC, machine clock
            content  TEXT    NOT NULL,
            PRIMARY KEY (person, bureau, case_id, act_kind, corrects, about)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO drafts_about SELECT person, bureau, case_id, act_kind, corrects, '', label, version, saved_at, content FROM drafts;
        DROP TABLE drafts;
        ALTER TABLE drafts_about RENAME TO drafts;
        CREATE INDEX drafts_saved ON drafts (saved_at);
        """;

    private const int LongestLabel = 200;

    private const string Which = "person = ? AND bureau = ? AND case_id = ? AND act_kind = ? AND corrects = ? AND about = ?";

    private const string Columns = "bureau, case_id, act_kind, corrects, about, label, version, saved_at, length(CAST(content AS BLOB))";

    public Task<ImmutableArray<DraftLine>> ListAsync(string person, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            var rows = db.Prepare($"SELECT {Columns} FROM drafts WHERE person = ? AND saved_at > ? ORDER BY saved_at DESC, case_id, act_kind").Bind(person).Bind(Oldest());
            var lines = ImmutableArray.CreateBuilder<DraftLine>();
            while (rows.Step())
            {
                lines.Add(Line(rows));
            }

            rows.Reset();
            return lines.ToImmutable();
        },
        ct);

    public Task<Draft?> FindAsync(string person, DraftKey key, CancellationToken ct) => desk.RunAsync(db => Find(db, person, key), ct);

    public Task<DraftAnswer> SaveAsync(string person, DraftToSave save, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(save);
        return DraftRules.Refusal(save.Content) is { } rule
            ? Task.FromResult<DraftAnswer>(new DraftAnswer.Refused(rule))
            : desk.RunAsync(db => Save(db, person, save), ct);
    }

    public Task RemoveAsync(string person, DraftKey key, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            Bind(db.Prepare($"DELETE FROM drafts WHERE {Which}"), person, key).Run();
            return true;
        },
        ct);

    private DraftAnswer Save(SqliteDb db, string person, DraftToSave save)
    {
        db.Prepare("DELETE FROM drafts WHERE saved_at <= ?").Bind(Oldest()).Run();
        var found = Find(db, person, save.Key);
        if (found is { } same && same.Content == save.Content)
        {
            // A page that was cut off does not know that its last save had arrived, and sends it again.
            return new DraftAnswer.Saved(new DraftSaved(same.Line.Version, same.Line.SavedAt, Overtook: null));
        }

        if (found is null && Count(db, person) >= DraftLimits.PerPerson)
        {
            return new DraftAnswer.Refused(DraftRules.TooMany);
        }

        var now = CanonicalInstant.Cut(machine.GetUtcNow()); // as it is read again
        // Versions go on after a draft was removed, so that a window that outlived it is told as well.
        var version = Math.Max(found?.Line.Version ?? 0, save.Base) + 1;
        Bind(db.Prepare("INSERT OR REPLACE INTO drafts (person, bureau, case_id, act_kind, corrects, about, label, version, saved_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), person, save.Key)
            .Bind(Label(save.Label)).Bind(version).Bind(now).Bind(save.Content).Run();
        return new DraftAnswer.Saved(new DraftSaved(version, now, found is { } other && other.Line.Version != save.Base ? other.Line.SavedAt : null));
    }

    private Draft? Find(SqliteDb db, string person, DraftKey key)
    {
        var row = Bind(db.Prepare($"SELECT {Columns}, content FROM drafts WHERE {Which} AND saved_at > ?"), person, key).Bind(Oldest());
        var draft = row.Step() ? new Draft(Line(row), row.Text(9)) : null;
        row.Reset();
        return draft;
    }

    private static long Count(SqliteDb db, string person)
    {
        var row = db.Prepare("SELECT count(*) FROM drafts WHERE person = ?").Bind(person);
        row.Step();
        var count = row.Number(0);
        row.Reset();
        return count;
    }

    private DateTimeOffset? Oldest() => machine.GetUtcNow() - DraftLimits.Kept;

    private static SqliteStatement Bind(SqliteStatement statement, string person, DraftKey key) =>
        statement.Bind(person).Bind(key.Bureau).Bind(key.CaseId).Bind(key.ActKind).Bind(key.Corrects).Bind(key.About);

    private static DraftLine Line(SqliteStatement row) =>
        new(new DraftKey(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)), row.Text(5), row.Number(6), row.Instant(7), (int)row.Number(8));

    /// <summary>Cut where no character is torn apart.</summary>
    private static string Label(string label)
    {
        var text = label.Trim();
        return text.Length <= LongestLabel ? text : text[..(char.IsHighSurrogate(text[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)];
    }
}
