using Enforcement.Embedded;
using Orleans.Storage;

namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>Grain state in the file of the embedded engine.</summary>
internal sealed class SqliteGrainStorage(EngineDatabase database) : IGrainStorage
{
    private const string Select = "SELECT json, etag FROM engine_state WHERE grain_type = $type AND grain_key = $key AND name = $name";
    private const string Insert = "INSERT INTO engine_state (grain_type, grain_key, name, etag, json) VALUES ($type, $key, $name, $next, $json) ON CONFLICT DO NOTHING";
    private const string Update = "UPDATE engine_state SET json = $json, etag = $next WHERE grain_type = $type AND grain_key = $key AND name = $name AND etag = $etag";
    private const string Delete = "DELETE FROM engine_state WHERE grain_type = $type AND grain_key = $key AND name = $name AND etag = $etag";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (json, etag) = await database.Reader.Run(thread => Read(thread, stateName, grainId));
        grainState.Loaded(json, etag);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Written here, in the turn of the grain: on the other thread the object might change under the hand.
        var json = StateJson.Write(grainState.State);
        var expected = grainState.ETag;
        var next = EngineDatabase.NewVersion();
        await database.Writer.Run(thread =>
        {
            var (type, key) = (("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString()));
            var written = expected is null
                ? thread.Prepared(Insert, type, key, ("$name", stateName), ("$next", next), ("$json", json)).ExecuteNonQuery()
                : thread.Prepared(Update, type, key, ("$name", stateName), ("$next", next), ("$json", json), ("$etag", expected)).ExecuteNonQuery();
            return written == 1 ? true : throw StateJson.Stale(grainId, stateName, Read(thread, stateName, grainId).Etag, expected);
        });
        grainState.ETag = next;
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var expected = grainState.ETag;
        await database.Writer.Run(thread =>
        {
            var removed = thread.Prepared(Delete, ("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString()), ("$name", stateName), ("$etag", expected)).ExecuteNonQuery();
            var left = removed == 1 ? null : Read(thread, stateName, grainId).Etag;
            return removed == 1 || (left is null && expected is null) ? true : throw StateJson.Stale(grainId, stateName, left, expected);
        });
        grainState.Loaded(null, null);
    }

    private static (byte[]? Json, string? Etag) Read(SqliteThread thread, string stateName, GrainId grainId)
    {
        using var reader = thread.Prepared(Select, ("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString()), ("$name", stateName)).ExecuteReader();
        return reader.Read() ? (reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : (null, null);
    }
}
