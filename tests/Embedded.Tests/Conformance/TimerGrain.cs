using Enforcement.Embedded.Tests.Hosting;
using Orleans.Concurrency;

namespace Enforcement.Embedded.Tests.Conformance;

internal interface ITimerGrain : IGrainWithStringKey
{
    Task HoldWithTimer(string gate, bool interleave);

    /// <summary>Counts by a timer that waits for no turn: how often others of the same period could have ticked.</summary>
    [AlwaysInterleave]
    Task StartCounting(string name);

    Task StartFailing();

    Task StartNoting();

    Task StartEndless();

    Task StartIn(TimeSpan due);

    [AlwaysInterleave]
    Task Stop();

    Task StartAndLeave();
}

[GrainType("conformance.timer")]
internal sealed class TimerGrain(Probe probe) : Grain, ITimerGrain
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private static readonly AsyncLocal<string?> Ambient = new();
    private IGrainTimer? _timer;

    public async Task HoldWithTimer(string gate, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(Short, Short) { Interleave = interleave });
        probe.Count("holding");
        await probe.Gate(gate);
        probe.Count("left before tick");
    }

    public Task StartCounting(string name)
    {
        _ = this.RegisterGrainTimer(
            () =>
            {
                probe.Count(name);
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(Short, Short) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task StartFailing()
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                probe.Count("failing tick");
                throw new InvalidOperationException("this tick fails");
            },
            Short,
            Short);
        return Task.CompletedTask;
    }

    public Task StartNoting()
    {
        Ambient.Value = "set";
        _timer = this.RegisterGrainTimer(
            static (grain, _) =>
            {
                grain.Note();
                return Task.CompletedTask;
            },
            this,
            new GrainTimerCreationOptions(Short, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task StartEndless()
    {
        _timer = this.RegisterGrainTimer(
            async token =>
            {
                probe.Count("endless tick");
                token.Register(() => probe.Count("endless cancelled"));
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            },
            new GrainTimerCreationOptions(Short, Short) { Interleave = true });
        return Task.CompletedTask;
    }

    public Task StartIn(TimeSpan due)
    {
        _timer = this.RegisterGrainTimer(() => Task.CompletedTask, due, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task StartAndLeave()
    {
        _timer = this.RegisterGrainTimer(
            token =>
            {
                token.Register(() => probe.Count("ended"));
                probe.Count("last tick");
                DeactivateOnIdle();
                return Task.CompletedTask;
            },
            Short,
            Short);
        return Task.CompletedTask;
    }

    private Task Tick()
    {
        probe.Count("tick");
        return Task.CompletedTask;
    }

    private void Note()
    {
        probe.Note($"officer: {RequestContext.Get("officer") ?? "none"}, ambient: {Ambient.Value ?? "none"}");
        probe.Count("noted");
    }
}
