using System.Globalization;

namespace Enforcement.Silo.Configuration;

/// <summary>Reads the command line by hand: few options, and a wrong one must be refused with the right one named.</summary>
public static class CommandLine
{
    private static readonly string[] Options = ["--data", "--urls", "--training", "--demo", "--start-at", "--set", "--reset-admin", "--help"];

    public const string Help = """
        OrleansEnforcement: records the whole course of administrative law enforcement [行政执法全过程记录].

        ./run                      the demo city, in data/demo
        ./run --data DIR           a real installation in DIR, empty at first
        ./run --data DIR --training   an installation for training: its clock can be advanced

        --data DIR        the data folder
        --training        a training installation; fixed when the folder is made
        --demo            the demo city (a training installation) in the folder given by --data
        --start-at T      where the clock of a new training installation starts, such as 2026-03-02T09:00:00+08:00
        --urls U          where to listen, default http://127.0.0.1:5080; several with ';'
        --set KEY=VALUE   one setting, such as --set Session:IdleMinutes=30
        --reset-admin     give the account admin a new password, print it, and end
        --help            this text

        Settings are also read from appsettings.json in the data folder, section "Enforcement", and from ENFORCEMENT__SECTION__KEY in the environment.
        """;

    /// <summary>What to start, or the words with which not to.</summary>
    /// <param name="args">The arguments as the shell gave them.</param>
    /// <param name="repositoryRoot">Where the demo city lives when no folder is given.</param>
    public static (StartOptions? Options, string? Refusal) Read(IReadOnlyList<string> args, string repositoryRoot)
    {
        string? data = null;
        var urls = "http://127.0.0.1:5080";
        bool training = false, demo = false, reset = false;
        DateTimeOffset? startAt = null;
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);

        for (var i = 0; i < args.Count; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            string? value = equals < 0 ? null : args[i][(equals + 1)..];

            string? Value() => value ?? (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null);

            switch (name)
            {
                case "--training" when value is null:
                    training = true;
                    break;
                case "--demo" when value is null:
                    demo = true;
                    break;
                case "--reset-admin" when value is null:
                    reset = true;
                    break;
                case "--data":
                    if (Value() is not { Length: > 0 } folder)
                    {
                        return (null, "--data needs a folder: --data DIR");
                    }

                    data = Path.GetFullPath(folder);
                    break;
                case "--urls":
                    if (Value() is not { Length: > 0 } given || !given.Split(';').All(IsAddress))
                    {
                        return (null, "--urls needs addresses such as http://127.0.0.1:5080");
                    }

                    urls = given;
                    break;
                case "--start-at":
                    if (!DateTimeOffset.TryParse(Value(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                    {
                        return (null, "--start-at needs an instant with its offset, such as 2026-03-02T09:00:00+08:00");
                    }

                    startAt = instant.ToUniversalTime();
                    break;
                case "--set":
                    var setting = Value();
                    var at = setting?.IndexOf('=', StringComparison.Ordinal) ?? -1;
                    if (at <= 0)
                    {
                        return (null, "--set needs KEY=VALUE, such as --set Session:IdleMinutes=30");
                    }

                    settings[$"{SettingsCheck.Section}:{setting![..at]}"] = setting[(at + 1)..];
                    break;
                default:
                    return (null, $"Unknown option {name}.{Nearest.Hint(name, Options)} --help lists them all.");
            }
        }

        if (reset && data is null)
        {
            return (null, "--reset-admin needs the folder of the installation: --data DIR");
        }

        if (data is null)
        {
            // No folder named: the demo city, whose folder belongs to the repository.
            (data, demo) = (Path.Combine(repositoryRoot, "data", "demo"), true);
        }

        if (startAt is not null && !training && !demo)
        {
            return (null, "--start-at is for training installations: add --training.");
        }

        return (new StartOptions { DataFolder = data, Training = training || demo, Demo = demo, StartAt = startAt, Urls = urls, ResetAdministrator = reset, Settings = settings }, null);
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Trim().Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https");
}
