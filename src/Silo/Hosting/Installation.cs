using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Silo.Configuration;
using Enforcement.Storage.Media;

namespace Enforcement.Silo.Hosting;

/// <summary>What a data folder is for: fixed when it is made.</summary>
public enum InstallationKind
{
    /// <summary>Real work: the clock is the system's.</summary>
    Real,

    /// <summary>Training: the clock can be advanced, every entry is marked.</summary>
    Training,
}

/// <summary>Start is refused; the message says what to do instead.</summary>
public sealed class InstallationException(string message) : Exception(message);

/// <summary>The data folder of this process, and what it was made for.</summary>
/// <param name="Folder">Absolute path of the data folder.</param>
/// <param name="Kind">Real or training.</param>
/// <param name="Demo">Whether it is a demo city, which fills itself.</param>
/// <param name="Id">A random id of the installation, given when it was made.</param>
/// <param name="Created">Whether this start made it.</param>
public sealed record Installation(string Folder, InstallationKind Kind, bool Demo, string Id, bool Created)
{
    private const string FileName = "installation.json";

    /// <summary>The format of the file; a folder with a higher one was made by a newer program.</summary>
    private const int Format = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public bool IsTraining => Kind is InstallationKind.Training;

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Reads what the held folder is for, or writes it down in a new one, which then only its owner may read.</summary>
    /// <param name="start">What the command line asked for.</param>
    /// <param name="now">When, for the note in a new folder.</param>
    /// <exception cref="InstallationException">The folder was made for something else, or is no data folder.</exception>
    public static Installation Open(StartOptions start, DateTimeOffset now)
    {
        var folder = start.DataFolder;
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            var stored = Read(path);
            Refuse(stored, start);
            return new Installation(folder, stored.Kind, stored.Demo, stored.Id, Created: false);
        }

        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => Path.GetFileName(file) is not "appsettings.json"))
        {
            throw new InstallationException($"{folder} holds files but no {FileName}: it is no data folder of this program. Name an empty folder with --data.");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Stored made = new(Format, start.Training ? InstallationKind.Training : InstallationKind.Real, start.Demo, Guid.NewGuid().ToString("N"), now);
        Durable.Replace(path, JsonSerializer.SerializeToUtf8Bytes(made, Json));
        return new Installation(folder, made.Kind, made.Demo, made.Id, Created: true);
    }

    private static void Refuse(Stored stored, StartOptions start)
    {
        if (stored.Format > Format)
        {
            throw new InstallationException($"{start.DataFolder} was made by a newer program (format {stored.Format}, this one knows {Format}). Use that program.");
        }

        if (stored.Kind is InstallationKind.Real && start.Training)
        {
            throw new InstallationException($"{start.DataFolder} holds real work and cannot become a training installation. Start it without --training, or name another folder with --data.");
        }

        if (stored.Kind is InstallationKind.Training && !start.Training)
        {
            throw new InstallationException(
                $"{start.DataFolder} is a training installation and cannot become a real one. Start it with {(stored.Demo ? "--demo" : "--training")}, or name another folder with --data.");
        }

        if (start.Demo && !stored.Demo)
        {
            throw new InstallationException($"{start.DataFolder} is a training installation without the demo city. Start it with --training, or name another folder with --data.");
        }
    }

    private static Stored Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path), Json) ?? throw new JsonException("empty");
        }
        catch (JsonException e)
        {
            throw new InstallationException($"{path} is damaged ({e.Message}). Restore it from a backup: without it nobody knows whether the folder holds real work.");
        }
    }

    private sealed record Stored(int Format, InstallationKind Kind, bool Demo, string Id, DateTimeOffset CreatedAt);
}
