using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Enforcement.Tests.Shared;

namespace Enforcement.Crash.Tests;

/// <summary>A training installation that is killed again and again, and checked as it lies there.</summary>
internal sealed class CrashingSilo() : SiloProcess("crash", TimeSpan.FromSeconds(300), "--training")
{
    /// <summary>Lets days go by while nothing runs: the stored offset of the training clock is what a machine that stood still would find.</summary>
    public async Task LetTimePassAsync(TimeSpan time)
    {
        var file = Path.Combine(Data, "clock.json");
        var clock = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        clock["offset"] = (TimeSpan.Parse(clock["offset"]!.GetValue<string>(), CultureInfo.InvariantCulture) + time).ToString("c", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(file, clock.ToJsonString());
    }

    /// <summary><c>enforce verify</c> on the folder as it lies there.</summary>
    public async Task<(int Code, string Output)> VerifyAsync()
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Beside("enforce", "enforce.dll"), "verify", Data]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await output}{await error}");
    }
}
