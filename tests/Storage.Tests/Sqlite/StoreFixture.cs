using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Sqlite;

namespace Enforcement.Storage.Tests.Sqlite;

/// <summary>A store in a folder of its own, and batches to put into it.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);

    public static readonly Actor Officer = new("o-1", "𠮷野", "handler", "CM", "310101-0001");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-");

    public StoreFixture() => Store = SqliteStore.Open(new SqliteStoreOptions(File, Training: false) { Busy = TimeSpan.FromMilliseconds(200) });

    public SqliteStore Store { get; private set; }

    public string Folder => _folder.FullName;

    public string File => Path.Combine(_folder.FullName, "ledger.db");

    public static NewEntry Fact(string name, string payload = "{}", int minute = 0) => new(name, 1, Start.AddMinutes(minute), payload);

    public static AppendBatch Batch(string stream, long expected, string commandId, params ImmutableArray<NewEntry> entries) =>
        new(stream, expected, commandId, "hash-" + commandId, Officer, Start.AddMinutes(expected + 1), Training: false, entries, "{\"ok\":true}", [], null);

    public static CaseRow Case(string id, string bureau, DateTimeOffset? due = null, string stage = "open", string text = "") =>
        new(id, id, bureau, "penalty", "complaint", stage, "title " + id, "party " + id, "o-1", "𠮷野", Start, null, null, due, due is null ? null : "rule", 0, 0, 0, 0, "CM@2026-01-01", Training: false, 1, Start, text);

    /// <summary>Writes rows of the read model as a batch without entries does.</summary>
    public Task WriteRowsAsync(params ImmutableArray<ReadRow> rows) => AppendAsync(Batch("rows", 0, Guid.NewGuid().ToString()) with { Rows = rows });

    public Task<AppendReceipt> AppendAsync(AppendBatch batch) => Store.AppendAsync(batch, CancellationToken.None);

    public async Task CloseAsync() => await Store.DisposeAsync();

    public void Reopen() => Store = SqliteStore.Open(new SqliteStoreOptions(File, Training: false) { Busy = TimeSpan.FromMilliseconds(200) });

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
