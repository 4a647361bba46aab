using System.Collections.Concurrent;
using Enforcement.Storage.Sqlite.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;

namespace Enforcement.Storage.Tests.Sqlite.Engine;

public sealed class EngineHostTests : IDisposable
{
    private readonly EngineFile _file = new();
    private readonly TestClock _clock = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_reminder_ticks_after_a_kill_between_its_registration_and_its_tick()
    {
        using var first = await Start(_file.Path);
        await Grain(first).Remind(TimeSpan.FromHours(1));
        using var asKilled = _file.CopyAsKilled();
        await first.StopAsync();
        Assert.Empty(first.Services.GetRequiredService<Ticks>().All);

        _clock.Advance(TimeSpan.FromHours(1));
        using var second = await Start(asKilled.Path);
        await second.Services.GetRequiredService<Ticks>().First.WaitAsync(TimeSpan.FromSeconds(60));
        await second.StopAsync();
    }

    [Fact]
    public async Task What_a_grain_was_told_is_written_is_there_after_a_kill()
    {
        using var first = await Start(_file.Path);
        var grain = Grain(first);
        for (var i = 0; i < 20; i++)
        {
            await grain.Add();
        }

        using var asKilled = _file.CopyAsKilled();
        await first.StopAsync();
        using var second = await Start(asKilled.Path);
        Assert.Equal(21, await Grain(second).Add());
        await second.StopAsync();
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_cannot_write_over_the_first_unnoticed()
    {
        using var first = await Start(_file.Path);
        using var second = await Start(_file.Path);
        await Grain(first).Add();
        Assert.Equal(2, await Grain(second).Add());
        await Assert.ThrowsAsync<Orleans.Storage.InconsistentStateException>(() => Grain(first).Add());
        Assert.Equal(3, await Grain(first).Add());
        await first.StopAsync();
        await second.StopAsync();
    }

    private static IDurableGrain Grain(IHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IDurableGrain>("a");

    private async Task<IHost> Start(string path)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<Ticks>();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.UseOrleans(silo =>
        {
            silo.AddSqliteEngineStores("Default", options => options.Path = path);
            silo.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromSeconds(1));
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

internal interface IDurableGrain : IGrainWithStringKey
{
    Task Remind(TimeSpan due);

    Task<int> Add();
}

internal sealed class Ticks
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> All { get; } = new();

    public Task First => _first.Task;

    public void Add(string name)
    {
        All.Enqueue(name);
        _first.TrySetResult();
    }
}

[GenerateSerializer]
[Alias("tests.counter")]
internal sealed class Counter
{
    [Id(0)]
    public int Value { get; set; }
}

[GrainType("tests.durable")]
internal sealed class DurableGrain(Ticks ticks, [PersistentState("counter")] IPersistentState<Counter> state) : Grain, IDurableGrain, IRemindable
{
    public Task Remind(TimeSpan due) => this.RegisterOrUpdateReminder("wake", due, TimeSpan.FromSeconds(2));

    public async Task<int> Add()
    {
        state.State.Value++;
        await state.WriteStateAsync();
        return state.State.Value;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        ticks.Add(reminderName);
        return Task.CompletedTask;
    }
}
