using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Tool.Simulation;

/// <summary>How recorders are played.</summary>
/// <param name="Rate">Time between two reports of one recorder.</param>
/// <param name="Length">How long.</param>
/// <param name="Token">A gateway's token, or <see langword="null"/>: each recorder shows its own key.</param>
internal sealed record SimulationPlan(TimeSpan Rate, TimeSpan Length, string? Token);

/// <summary>Plays recorders against a server until the time is over or somebody stops it; then what records is ended.</summary>
internal sealed class SimulationRun(SimulationPlan plan, IReadOnlyList<Played> recorders, TelemetryClient client, RunFigures figures, TextWriter output, TimeProvider clock)
{
    /// <summary>Recorders that a gateway sends in one request.</summary>
    private const int InOneRequest = 100;

    private const int Lanes = 16;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    /// <summary>How long ending what records may take.</summary>
    public static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken ct)
    {
        var started = clock.GetUtcNow();
        var groups = plan.Token is null ? recorders.Chunk(1).ToArray() : recorders.Chunk(InOneRequest).ToArray();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(plan.Length);
        try
        {
            // Each lane plays its own recorders, so the reports of one never overtake each other.
            await Task.WhenAll([ProgressAsync(started, over.Token), .. Enumerable.Range(0, Lanes).Select(lane => LaneAsync(lane, groups, started, over.Token))]);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            await output.WriteLineAsync(ct.IsCancellationRequested ? "stopped; ending what records" : "time is over; ending what records");
        }

        using var ending = new CancellationTokenSource(EndWithin);
        await Parallel.ForEachAsync(groups, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, async (group, _) =>
            await SendAsync([.. group.Select(played => (played, played.Saying(played.Recorder.End(clock.GetUtcNow()))))], ending.Token));
        await output.WriteLineAsync($"{recorders.Count} recorders for {clock.GetUtcNow() - started:hh\\:mm\\:ss}: {figures.Line()}");
    }

    private async Task LaneAsync(int lane, Played[][] groups, DateTimeOffset started, CancellationToken ct)
    {
        var mine = Enumerable.Range(0, groups.Length).Where(i => i % Lanes == lane).ToArray();
        if (mine.Length == 0)
        {
            return;
        }

        // Spread over the interval, as devices are that were switched on at different times.
        var due = mine.Select(i => started + (plan.Rate * i / groups.Length)).ToArray();
        var last = mine.Select(_ => started).ToArray();
        while (true)
        {
            for (var m = 0; m < mine.Length; m++)
            {
                var wait = due[m] - clock.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, ct);
                }

                ct.ThrowIfCancellationRequested();
                var now = clock.GetUtcNow();
                var since = now - last[m];
                (due[m], last[m]) = (due[m] + plan.Rate > now ? due[m] + plan.Rate : now + plan.Rate, now);


                // A request on its way is never cut off: what it carries has happened.
                await SendAsync([.. groups[mine[m]].Select(played => (played, played.Saying(played.Recorder.Step(now, since))))], CancellationToken.None);
            }
        }
    }

    private async Task SendAsync((Played Played, ImmutableArray<TelemetryReport> Reports)[] batch, CancellationToken ct)
    {
        (Played Played, ImmutableArray<TelemetryReport> Reports)[] saying = [.. batch.Where(static b => !b.Reports.IsEmpty)];
        if (plan.Token is { } token)
        {
            var heard = saying.Length == 0 || await client.SendAsync(token, [.. saying.Select(static b => (b.Played.Recorder.Id, b.Reports))], ct);
            Array.ForEach(saying, said => said.Played.Answered(said.Reports, heard));
            return;
        }

        foreach (var (played, reports) in saying)
        {
            played.Answered(reports, await client.SendAsync(played.Recorder.Id, played.Key!, reports, ct));
        }
    }

    private async Task ProgressAsync(DateTimeOffset started, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(ProgressEvery, clock, ct);
            var states = recorders.CountBy(static r => r.Recorder.State).OrderBy(static s => s.Key).Select(static s => $"{s.Key.ToString().ToLowerInvariant()} {s.Value}");
            await output.WriteLineAsync($"{clock.GetUtcNow() - started:mm\\:ss}  {figures.Line()}; {string.Join(", ", states)}{(figures.LastFault is { } fault ? $"; last fault: {fault}" : "")}");
        }
    }
}
