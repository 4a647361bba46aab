namespace Enforcement.Silo.Configuration;

/// <summary>What the command line asked for.</summary>
public sealed record StartOptions
{
    /// <summary>The data folder, absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether a training installation is wanted, with a clock that may be advanced.</summary>
    public bool Training { get; init; }

    /// <summary>Whether the demo city is wanted: a training installation that fills itself.</summary>
    public bool Demo { get; init; }

    /// <summary>Where the legal clock of a new training installation starts; now when absent.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Only give the first administrator a new password, for who has lost it.</summary>
    public bool ResetAdministrator { get; init; }

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Settings given on the command line, key and value.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
