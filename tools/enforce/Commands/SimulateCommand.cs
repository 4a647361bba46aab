using System.CommandLine;
using System.Globalization;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Recorders.Simulation;
using Enforcement.Tool.Simulation;

namespace Enforcement.Tool.Commands;

/// <summary><c>enforce simulate</c>: plays recorders against a server.</summary>
public static class SimulateCommand
{
    /// <summary>What it is called.</summary>
    public const string Name = "simulate";

    /// <summary>How long it may take to end what records after Ctrl+C: the requests on their way first, then the ends.</summary>
    public static readonly TimeSpan EndsWithin = SimulationRun.AnswerWithin + SimulationRun.EndWithin + TimeSpan.FromSeconds(5);

    /// <summary>How long one file of recorders may take: each of its lines is an entry of its own in the ledger.</summary>
    private static readonly TimeSpan RegisterWithin = TimeSpan.FromMinutes(3);

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var register = new Option<bool>("--register") { Description = "Register the recorders that are missing first, spread over the bureaus; the token must hold fleet.manage, as a fleet manager's does." };
        var anywhere = new Option<bool>("--anywhere") { Description = "Allow a server that is not on this machine." };
        var url = new Option<Uri>("--url")
        {
            Description = "The server.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
            CustomParser = static result => AddressOf(result) is { } address ? address : Fault<Uri>(result, "--url is an address that begins with http:// or https://."),
        };
        var count = Numbers.Whole("--count", "How many recorders: SIM-00001 and so on behind --token, or the first of --keys.", 100, 1, 100_000);
        var minutes = Numbers.Number("--minutes", "How long.", 10, 0.01, 1440);
        var rate = Numbers.Number("--rate", "Seconds between two reports of one recorder.", 10, 0.1, 3600);
        var seed = Numbers.Whole("--seed", "The same seed plays the same lives.", 1, 0, 1_000_000);
        var pace = Numbers.Number("--pace", "How much faster than real time batteries, stores and habits run.", 20, 0.1, 1000);
        var token = new Option<string?>("--token") { Description = "A gateway's token that holds telemetry.write; the recorders must be registered, see --register." };
        var keys = new Option<FileInfo?>("--keys") { Description = "A CSV file with the columns id and key: each recorder shows its own key." };
        var command = new Command(Name, "Plays recorders that walk their districts, record, dock, charge, run low, fail, fall silent and come back. For tests and training; Ctrl+C ends it cleanly.")
        {
            url, count, minutes, rate, seed, pace, token, keys, register, anywhere,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(token) is null == result.GetResult(keys) is null)
            {
                result.AddError("Give either --token or --keys.");
            }

            if (result.GetValue(register) && result.GetResult(token) is null)
            {
                result.AddError("--register needs --token: recorders that have keys are registered.");
            }

            if (!result.GetValue(anywhere) && AddressOf(result.GetResult(url)) is { IsLoopback: false })
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
            parsed.GetValue(register),
            parsed.InvocationConfiguration.Output,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(
        Uri url, SimulationPlan plan, IReadOnlyList<(string Id, string? Key)> identities, int seed, double pace, bool register, TextWriter output, CancellationToken ct)
    {
        if (identities.Count == 0)
        {
            await output.WriteLineAsync("The file names no recorder: its columns are id and key.");
            return ExitCode.Usage;
        }

        if (register && await RegisterAsync(url, plan.Token!, identities, output, ct) is { } fault)
        {
            await output.WriteLineAsync($"nothing is played: {fault}");
            return ExitCode.Failed;
        }

        var clock = TimeProvider.System;
        var numbers = clock.GetUtcNow().ToUnixTimeSeconds(); // beyond those of earlier runs, which sent fewer than one a second
        Played[] recorders = [.. identities.Select((who, i) => new Played(
            new SimulatedRecorder(who.Id, CityMap.Districts[i % CityMap.Districts.Length], unchecked((int)((uint)((seed * 1_000_003) + i) & 0x7fffffff)), numbers, pace), who.Key))];
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = url, Timeout = SimulationRun.AnswerWithin };
        RunFigures figures = new();
        await new SimulationRun(plan, recorders, new TelemetryClient(http, figures), figures, output, clock).RunAsync(ct);
        if (figures.LastFault is { } last)
        {
            await output.WriteLineAsync($"last fault: {last}");
        }

        return figures.Taken > 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static async Task<string?> RegisterAsync(Uri url, string token, IReadOnlyList<(string Id, string? Key)> identities, TextWriter output, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = RegisterWithin };
        return await new Registration(http, token, output).RunAsync([.. identities.Select(static who => who.Id)], ct);
    }

    private static (string, string?)[] Identities(int count, FileInfo? keys) => keys is null
        ? [.. Enumerable.Range(1, count).Select(static i => (string.Create(CultureInfo.InvariantCulture, $"SIM-{i:00000}"), (string?)null))]
        : [.. File.ReadLines(keys.FullName).Select(static line => line.TrimStart('\ufeff').Split(',')).Where(static cells => cells is [_, { Length: > 3 } key, ..] && key.Trim().StartsWith("rk_", StringComparison.Ordinal))
            .Take(count).Select(static cells => (cells[0].Trim(), (string?)cells[1].Trim()))];

    private static Uri? AddressOf(System.CommandLine.Parsing.SymbolResult? given) =>
        given is { Tokens: [{ Value: var text }, ..] } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static T? Fault<T>(System.CommandLine.Parsing.ArgumentResult result, string words)
        where T : class
    {
        result.AddError(words);
        return null;
    }
}
