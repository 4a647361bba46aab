using Enforcement.Storage.Sqlite.Engine;
using Microsoft.Data.Sqlite;

namespace Enforcement.Storage.Tests.Sqlite.Engine;

/// <summary>A folder for one test.</summary>
internal sealed class EngineFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-");
    private readonly List<EngineDatabase> _open = [];

    public string Path => System.IO.Path.Combine(_folder.FullName, "engine.db");

    public EngineDatabase Open()
    {
        var database = new EngineDatabase(Path);
        _open.Add(database);
        return database;
    }

    public void Close()
    {
        _open.ForEach(database => database.Dispose());
        _open.Clear();
    }

    /// <summary>What a killed process leaves: the file and its log as they are now, and nobody who closed them.</summary>
    public EngineFile CopyAsKilled()
    {
        var copy = new EngineFile();
        foreach (var file in _folder.EnumerateFiles().Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal)))
        {
            file.CopyTo(System.IO.Path.Combine(copy._folder.FullName, file.Name));
        }

        return copy;
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Close();
        _folder.Delete(recursive: true);
    }
}
