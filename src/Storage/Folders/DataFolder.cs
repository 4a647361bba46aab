using System.Text.Json;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Folders;

/// <summary>Who holds a data folder.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Program">Its name.</param>
/// <param name="Host">The machine.</param>
/// <param name="Since">Since when, by the clock of that machine.</param>
public sealed record DataFolderHolder(int ProcessId, string Program, string Host, DateTimeOffset Since)
{
    public override string ToString() => FormattableString.Invariant($"process {ProcessId} ({Program}) on {Host}, since {Since:yyyy-MM-dd HH:mm:ss zzz}");
}

/// <summary>Another process works on the folder.</summary>
public sealed class DataFolderInUseException(string folder, DataFolderHolder? holder, Exception inner)
    : IOException($"{folder} is in use by {holder?.ToString() ?? "another process"}. Stop it first, or name another folder.", inner)
{
    public string Folder { get; } = folder;

    /// <summary>Who holds it, or null if it has not yet said so.</summary>
    public DataFolderHolder? Holder { get; } = holder;
}

/// <summary>The folder in which one process keeps everything. While it is held, no other process can hold it.</summary>
/// <remarks>The lock belongs to the operating system and dies with the process, so that a killed one never keeps the next from starting. Who holds it is written beside it, because a locked file cannot be read.</remarks>
public sealed class DataFolder : IDisposable
{
    private const string LockFolder = "lock";

    private readonly FileStream _lock;

    private DataFolder(string folder, FileStream held)
    {
        Folder = folder;
        _lock = held;
    }

    /// <summary>The absolute path.</summary>
    public string Folder { get; }

    /// <summary>The file of ledger and read model.</summary>
    public string LedgerFile => LedgerFileIn(Folder);

    /// <summary>Where the ledger lies in a data folder.</summary>
    public static string LedgerFileIn(string folder) => Path.Combine(folder, "ledger.db");

    /// <summary>Takes a folder, and makes it if it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="now">Now, by the machine's clock, for who is refused later.</param>
    /// <exception cref="DataFolderInUseException">Another process holds it.</exception>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static DataFolder Open(string path, DateTimeOffset now)
    {
        var folder = Path.GetFullPath(path);
        Durable.CreateFolder(folder);
        Directory.CreateDirectory(Path.Combine(folder, LockFolder));
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, LockFolder, "held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new DataFolderInUseException(folder, Holder(folder), e);
        }

        var holder = new DataFolderHolder(Environment.ProcessId, Path.GetFileName(Environment.ProcessPath) ?? "?", Environment.MachineName, now);
        File.WriteAllText(HolderFile(folder), JsonSerializer.Serialize(holder));
        return new DataFolder(folder, held);
    }

    public void Dispose()
    {
        File.Delete(HolderFile(Folder));
        _lock.Dispose();
    }

    private static string HolderFile(string folder) => Path.Combine(folder, LockFolder, "holder.json");

    private static DataFolderHolder? Holder(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<DataFolderHolder>(File.ReadAllText(HolderFile(folder)));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
