namespace Enforcement.Tool;

/// <summary>What the tool tells the shell; the same for every command.</summary>
public static class ExitCode
{
    /// <summary>Done; for a check: everything is as it should be.</summary>
    public const int Good = 0;

    /// <summary>The check found something bad.</summary>
    public const int Bad = 1;

    /// <summary>The command line was not understood, or what was given is refused.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done: a file is missing, locked, damaged beyond reading, or of a newer program.</summary>
    public const int Failed = 3;
}
