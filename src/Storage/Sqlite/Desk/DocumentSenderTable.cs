using Enforcement.Grains.Media;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>Which bureau handed in which document file.</summary>
internal sealed class DocumentSenderTable(DeskDatabase desk, TimeProvider machine) : IDocumentSenders
{
    public const string Create = """
        CREATE TABLE document_senders (
            sha256  TEXT    NOT NULL,
            bureau  TEXT    NOT NULL,
            sender  TEXT    NOT NULL, -- who was the first of the bureau to hand it in
            sent_at INTEGER NOT NULL, -- microseconds since 1970, UTC, machine clock
            PRIMARY KEY (sha256, bureau)
        ) STRICT, WITHOUT ROWID;
        """;

    public Task AddAsync(string sha256, string bureau, string sender, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            db.Prepare("INSERT OR IGNORE INTO document_senders (sha256, bureau, sender, sent_at) VALUES (?, ?, ?, ?)")
                .Bind(sha256).Bind(bureau).Bind(sender).Bind((DateTimeOffset?)machine.GetUtcNow()).Run();
            return true;
        },
        ct);

    public Task<bool> HasAsync(string sha256, string bureau, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            var row = db.Prepare("SELECT 1 FROM document_senders WHERE sha256 = ? AND bureau = ?").Bind(sha256).Bind(bureau);
            var found = row.Step();
            row.Reset();
            return found;
        },
        ct);
}
