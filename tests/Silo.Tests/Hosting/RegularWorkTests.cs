using System.Threading.Channels;
using Enforcement.Silo.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enforcement.Silo.Tests.Hosting;

public sealed class RegularWorkTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly TestClock _machine = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), timersFollow: true);

    [Fact]
    public async Task Work_that_starts_at_once_has_its_first_round_before_any_time_passes()
    {
        using Work work = new(_machine, atOnce: true);

        await work.StartAsync(default);

        Assert.Equal(1, await work.NextAsync());
        await work.StopAsync(default);
    }

    [Fact]
    public async Task Other_work_has_its_first_round_after_one_interval_and_then_one_for_each()
    {
        using Work work = new(_machine, atOnce: false);
        await work.StartAsync(default);
        Assert.True(SpinWait.SpinUntil(() => _machine.Pending == 1, TimeSpan.FromSeconds(30)), "It waits for its first interval.");
        Assert.Equal(0, work.Rounds);

        _machine.Advance(Every);
        Assert.Equal(1, await work.NextAsync());
        _machine.Advance(Every);
        Assert.Equal(2, await work.NextAsync());
        await work.StopAsync(default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_round_that_fails_is_followed_by_the_next(bool cancelledByAnother)
    {
        using Work work = new(_machine, atOnce: true);
        work.Fault = cancelledByAnother ? new OperationCanceledException("a store gave up waiting") : new IOException("the disk is gone");
        await work.StartAsync(default);
        Assert.Equal(1, await work.NextAsync());

        work.Fault = null;
        _machine.Advance(Every);

        Assert.Equal(2, await work.NextAsync());
        Assert.False(work.ExecuteTask!.IsCompleted, "It goes on.");
        await work.StopAsync(default);
    }

    [Fact]
    public async Task The_stop_ends_a_round_that_is_under_way_without_a_fault()
    {
        using Work work = new(_machine, atOnce: true) { Endless = true };
        await work.StartAsync(default);
        Assert.Equal(1, await work.NextAsync());

        await work.StopAsync(default);

        Assert.True(work.ExecuteTask!.IsCompletedSuccessfully, $"{work.ExecuteTask.Status}");
    }

    private sealed class Work(TestClock machine, bool atOnce) : RegularWork(Every, machine, (ILogger)NullLogger.Instance)
    {
        private readonly Channel<int> _begun = Channel.CreateUnbounded<int>();

        public Exception? Fault { get; set; }

        public bool Endless { get; init; }

        public int Rounds { get; private set; }

        protected override bool StartsAtOnce => atOnce;

        public async Task<int> NextAsync()
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
            return await _begun.Reader.ReadAsync(limit.Token);
        }

        protected override async Task RoundAsync(CancellationToken stopping)
        {
            var fault = Fault; // before it is told, for whoever is told takes it away
            _begun.Writer.TryWrite(++Rounds);
            if (fault is not null)
            {
                throw fault;
            }

            if (Endless)
            {
                await new TaskCompletionSource().Task.WaitAsync(stopping);
            }
        }
    }
}
