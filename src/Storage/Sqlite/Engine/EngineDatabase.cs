using Microsoft.Data.Sqlite;

namespace Enforcement.Storage.Sqlite.Engine;

/// <summary>Where the SQLite file of the embedded engine lies.</summary>
public sealed class SqliteEngineOptions
{
    /// <summary>The file. Made when it is not there; its folder has to exist.</summary>
    public string Path { get; set; } = "";
}

/// <summary>The file of the embedded engine: one connection that writes, one that reads beside it.</summary>
internal sealed class EngineDatabase : IDisposable
{
    private readonly Lazy<(SqliteThread Writer, SqliteThread Reader)> _threads;

    public EngineDatabase(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _threads = new(() =>
        {
            var writing = Open(path);
            EngineSchema.Apply(writing);
            return (new SqliteThread(writing, writes: true), new SqliteThread(Open(path), writes: false));
        });
    }

    public SqliteThread Writer => _threads.Value.Writer;

    public SqliteThread Reader => _threads.Value.Reader;

    /// <summary>A version that no record ever had before.</summary>
    public static string NewVersion() => Guid.CreateVersion7().ToString("N");

    public void Dispose()
    {
        if (_threads.IsValueCreated)
        {
            _threads.Value.Reader.Dispose();
            _threads.Value.Writer.Dispose();
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
