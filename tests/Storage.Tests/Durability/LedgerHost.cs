using System.Diagnostics;

namespace Enforcement.Storage.Tests.Durability;

/// <summary>The ledger in a process of its own.</summary>
internal static class LedgerHost
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Enforcement.Ledger.Host.dll");

    /// <summary>Starts it, if wished under another program that comes first on the command line.</summary>
    public static Process Start(string folder, int writers, int commands, params string[] under)
    {
        string[] line = [.. under, Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet", Dll, folder, $"{writers}", $"{commands}"];
        var start = new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }
}
