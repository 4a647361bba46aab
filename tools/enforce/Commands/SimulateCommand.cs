using System.CommandLine;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Recorders.Simulation;
using Enforcement.Tool.Simulation;

namespace Enforcement.Tool.Commands;

/// <summary><c>enforce simulate</c>: plays recorders against a server.</summary>
public static class SimulateCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var url = new Option<Uri>("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"), CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var parsed) ? parsed : Fault<Uri>(result, "--url needs an absolute address.") };
        var count = new Option<int>("--count") { Description = "How many recorders: SIM-00001 and so on behind --token, or the first of --keys.", DefaultValueFactory = _ => 100 };
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 10 };
        var rate = new Option<double>("--rate") { Description = "Seconds between two reports of one recorder.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "The same seed plays the same lives.", DefaultValueFactory = _ => 1 };
        var pace = new Option<double>("--pace") { Description = "How much faster than real time batteries, stores and habits run.", DefaultValueFactory = _ => 20 };
        var token = new Option<string?>("--token") { Description = "A gateway's token that holds telemetry.write; the recorders must be registered." };
        var keys = new Option<FileInfo?>("--keys") { Description = "A CSV file with the columns id and key: each recorder shows its own key." };
        var anywhere = new Option<bool>("--anywhere") { Description = "Allow a server that is not on this machine." };
        var command = new Command("simulate", "Plays recorders that walk their districts, record, dock, charge, run low, fail, fall silent and come back. For tests and training; Ctrl+C ends it cleanly.")
        {
            url, count, minutes, rate, seed, pace, token, keys, anywhere,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(token) is null == result.GetValue(keys) is null)
            {
                result.AddError("Give either --token or --keys.");
            }

            if (result.GetValue(count) is < 1 or > 100_000 || result.GetValue(minutes) is not (> 0 and <= 1440) || result.GetValue(rate) is not (>= 0.1 and <= 3600) || result.GetValue(pace) is not (>= 0.1 and <= 1000))
            {
                result.AddError("--count is 1 to 100000, --minutes up to 1440, --rate 0.1 to 3600 seconds, --pace 0.1 to 1000.");
            }

            if (!result.GetValue(anywhere) && result.GetValue(url) is { IsLoopback: false })
            {
                result.AddError("The server is not on this machine. Simulated recorders do not belong into real work; --anywhere if you mean it.");
            }
        });
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(url)!,
            new SimulationPlan(TimeSpan.FromSeconds(parsed.GetValue(rate)), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(token)),
            Identities(parsed.GetValue(count), parsed.GetValue(keys)),
            parsed.GetValue(seed),
            parsed.GetValue(pace),
            parsed.InvocationConfiguration.Output,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(
        Uri url, SimulationPlan plan, IReadOnlyList<(string Id, string? Key)> identities, int seed, double pace, TextWriter output, CancellationToken ct)
    {
        if (identities.Count == 0)
        {
            await output.WriteLineAsync("The file names no recorder: its columns are id and key.");
            return ExitCode.Usage;
        }

        var clock = TimeProvider.System;
        var numbers = clock.GetUtcNow().ToUnixTimeSeconds(); // beyond those of earlier runs, which sent fewer than one a second
        Played[] recorders = [.. identities.Select((who, i) => new Played(
            new SimulatedRecorder(who.Id, CityMap.Districts[i % CityMap.Districts.Length], unchecked((int)((uint)((seed * 1_000_003) + i) & 0x7fffffff)), numbers, pace), who.Key))];
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(15) };
        RunFigures figures = new();
        await new SimulationRun(plan, recorders, new TelemetryClient(http, figures), figures, output, clock).RunAsync(ct);
        if (figures.LastFault is { } fault)
        {
            await output.WriteLineAsync($"last fault: {fault}");
        }

        return figures.Taken > 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static (string, string?)[] Identities(int count, FileInfo? keys) => keys is null
        ? [.. Enumerable.Range(1, count).Select(static i => (string.Create(CultureInfo.InvariantCulture, $"SIM-{i:00000}"), (string?)null))]
        : [.. File.ReadLines(keys.FullName).Select(static line => line.TrimStart('\ufeff').Split(',')).Where(static cells => cells is [_, { Length: > 3 } key, ..] && key.Trim().StartsWith("rk_", StringComparison.Ordinal))
            .Take(count).Select(static cells => (cells[0].Trim(), (string?)cells[1].Trim()))];

    private static T? Fault<T>(System.CommandLine.Parsing.ArgumentResult result, string words)
        where T : class
    {
        result.AddError(words);
        return null;
    }
}
