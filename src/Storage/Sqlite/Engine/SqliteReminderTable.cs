namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>Reminders in the file of the embedded engine.</summary>
internal sealed class SqliteReminderTable(EngineDatabase database) : IReminderTable
{
    private const string Columns = "SELECT grain_type, grain_key, name, start_at, period, etag FROM engine_reminder";
    private const string OfGrain = Columns + " WHERE grain_type = $type AND grain_key = $key";
    private const string One = OfGrain + " AND name = $name";
    private const string Delete = "DELETE FROM engine_reminder WHERE grain_type = $type AND grain_key = $key AND name = $name AND etag = $etag";

    private const string Upsert = """
        INSERT INTO engine_reminder (grain_type, grain_key, name, start_at, period, etag) VALUES ($type, $key, $name, $start, $period, $etag)
        ON CONFLICT DO UPDATE SET start_at = excluded.start_at, period = excluded.period, etag = excluded.etag
        """;

    public Task StartAsync(CancellationToken cancellationToken = default) => database.Writer.Run(static _ => true);

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => database.Reader.Run(thread =>
        Read(thread, OfGrain, ("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString())));

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => database.Reader.Run(thread => Read(thread, Columns));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => database.Reader.Run(thread =>
        Read(thread, One, ("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString()), ("$name", reminderName)).Reminders.SingleOrDefault());

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        var etag = EngineDatabase.NewVersion();
        var (type, key, name, start, period) = (entry.GrainId.Type.ToString(), entry.GrainId.Key.ToString(), entry.ReminderName, entry.StartAt.Ticks, entry.Period.Ticks);
        return database.Writer.Run<string?>(thread =>
        {
            thread.Prepared(Upsert, ("$type", type), ("$key", key), ("$name", name), ("$start", start), ("$period", period), ("$etag", etag)).ExecuteNonQuery();
            return etag;
        });
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => database.Writer.Run(thread =>
        thread.Prepared(Delete, ("$type", grainId.Type.ToString()), ("$key", grainId.Key.ToString()), ("$name", reminderName), ("$etag", eTag)).ExecuteNonQuery() == 1);

    private static ReminderTableData Read(SqliteThread thread, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = thread.Prepared(sql, parameters).ExecuteReader();
        var data = new ReminderTableData();
        while (reader.Read())
        {
            data.Reminders.Add(new ReminderEntry
            {
                GrainId = GrainId.Create(reader.GetString(0), reader.GetString(1)),
                ReminderName = reader.GetString(2),
                StartAt = new DateTime(reader.GetInt64(3), DateTimeKind.Utc),
                Period = new TimeSpan(reader.GetInt64(4)),
                ETag = reader.GetString(5),
            });
        }

        return data;
    }
}
