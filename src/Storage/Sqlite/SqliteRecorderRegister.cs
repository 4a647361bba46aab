using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Storage.Sqlite;

/// <summary>The register of recorders, by SQL.</summary>
internal sealed class SqliteRecorderRegister(SqliteReaders readers) : IRecorderRegister
{
    private static readonly RowMap Map = RowMap.Of(typeof(RecorderEntry));

    public Task<RecorderEntry?> FindAsync(string recorderId, CancellationToken ct) => OneAsync("recorder_id", recorderId, ct);

    public Task<RecorderEntry?> FindByIdKeyAsync(string idKey, CancellationToken ct) => OneAsync("id_key", idKey, ct);

    public Task<RecorderEntry?> FindBySerialAsync(string serialKey, CancellationToken ct) => OneAsync("serial_key", serialKey, ct);

    public Task<ImmutableArray<RecorderEntry>> PageAsync(string after, int limit, CancellationToken ct) => readers.RunAsync(
        db => Read(db.Prepare($"SELECT {Map.Columns} FROM {Map.Table} WHERE recorder_id > ? ORDER BY recorder_id LIMIT ?").Bind(after).Bind(limit)), ct);

    private Task<RecorderEntry?> OneAsync(string column, string value, CancellationToken ct) => readers.RunAsync(
        db => Read(db.Prepare($"SELECT {Map.Columns} FROM {Map.Table} WHERE {column} = ?").Bind(value)) is [var one, ..] ? one : null, ct);

    private static ImmutableArray<RecorderEntry> Read(SqliteStatement statement)
    {
        var rows = ImmutableArray.CreateBuilder<RecorderEntry>();
        while (statement.Step())
        {
            rows.Add((RecorderEntry)Map.Read(statement));
        }

        statement.Reset();
        return rows.ToImmutable();
    }
}
