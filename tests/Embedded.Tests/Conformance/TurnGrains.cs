using Enforcement.Embedded.Tests.Hosting;
using Orleans.Concurrency;

namespace Enforcement.Embedded.Tests.Conformance;

internal interface ITurnGrain : IGrainWithStringKey
{
    Task AddSlowly(int amount);

    Task<int> Get();

    Task<int> ActivationNumber();

    Task Append(int item);

    Task<int[]> Items();

    Task Enter(string gate);

    [AlwaysInterleave]
    Task EnterBetween(string gate);

    [ReadOnly]
    Task EnterReading(string gate);

    [OneWay]
    Task FireAndForget(string note, bool fail);

    ValueTask<int> Twice(int number);

    Task<bool> StaysOnItsScheduler();
}

[GrainType("conformance.turn")]
internal sealed class TurnGrain(Probe probe) : Grain, ITurnGrain
{
    private readonly List<int> _items = [];
    private int _value;
    private int _activation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _activation = probe.Count("activations");
        return Task.CompletedTask;
    }

    public async Task AddSlowly(int amount)
    {
        var before = _value;
        await Task.Yield();
        _value = before + amount;
    }

    public Task<int> Get() => Task.FromResult(_value);

    public Task<int> ActivationNumber() => Task.FromResult(_activation);

    public Task Append(int item)
    {
        _items.Add(item);
        return Task.CompletedTask;
    }

    public Task<int[]> Items() => Task.FromResult(_items.ToArray());

    public Task Enter(string gate) => Pass(gate);

    public Task EnterBetween(string gate) => Pass(gate);

    public Task EnterReading(string gate) => Pass(gate);

    public Task FireAndForget(string note, bool fail)
    {
        probe.Count(note);
        return fail ? throw new InvalidOperationException("nobody hears this") : Task.CompletedTask;
    }

    public ValueTask<int> Twice(int number) => new(number * 2);

    public async Task<bool> StaysOnItsScheduler()
    {
        var own = TaskScheduler.Current;
        await Task.Delay(1);
        var started = await Task.Factory.StartNew(() => TaskScheduler.Current, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        var outside = await Task.Run(() => TaskScheduler.Current);
        return own != TaskScheduler.Default && own == TaskScheduler.Current && started == own && outside == TaskScheduler.Default;
    }

    private async Task Pass(string gate)
    {
        probe.Count($"{gate} entered");
        await probe.Gate(gate);
        probe.Count($"{gate} left");
    }
}

internal interface IFreeGrain : IGrainWithStringKey
{
    Task Enter(string gate);
}

[Reentrant]
[GrainType("conformance.free")]
internal sealed class FreeGrain(Probe probe) : Grain, IFreeGrain
{
    public async Task Enter(string gate)
    {
        probe.Count($"{gate} entered");
        await probe.Gate(gate);
    }
}

internal interface IWorkerGrain : IGrainWithStringKey
{
    Task Enter(string gate);
}

[StatelessWorker(3)]
[GrainType("conformance.worker")]
internal sealed class WorkerGrain(Probe probe) : Grain, IWorkerGrain
{
    public async Task Enter(string gate)
    {
        probe.Count("workers inside");
        await probe.Gate(gate);
    }
}
