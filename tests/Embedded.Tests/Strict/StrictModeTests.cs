using System.Collections.Immutable;
using Enforcement.Embedded.Tests.Hosting;
using Orleans.Serialization;

namespace Enforcement.Embedded.Tests.Strict;

public sealed class StrictModeTests
{
    [Fact]
    public async Task An_argument_that_the_caller_changes_later_does_not_change_in_the_grain()
    {
        await using var host = await Start();
        var sent = new Mutable { Kept = 1, Parts = [1, 2] };
        var grain = host.Grain<IStrictGrain>("a");
        await grain.Keep(sent);
        sent.Kept = 2;
        sent.Parts.Add(3);
        var back = await grain.Kept();
        Assert.Equal((1, 2), (back.Kept, back.Parts.Count));
        Assert.NotSame(back, await grain.Kept());
    }

    [Fact]
    public async Task A_member_without_an_id_is_lost()
    {
        await using var host = await Start();
        var back = await host.Grain<IStrictGrain>("a").Echo(new Mutable { Kept = 1, Forgotten = 1 });
        Assert.Equal((1, 0), (((Mutable)back!).Kept, ((Mutable)back).Forgotten));
    }

    [Fact]
    public async Task References_that_were_shared_stay_shared_even_in_a_circle()
    {
        await using var host = await Start();
        var sent = new Mutable();
        sent.Self = sent;
        var back = (Mutable)(await host.Grain<IStrictGrain>("a").Echo(sent))!;
        Assert.NotSame(sent, back);
        Assert.Same(back, back.Self);
    }

    [Fact]
    public async Task A_type_without_a_serializer_is_refused_as_argument_and_as_result()
    {
        await using var host = await Start();
        var grain = host.Grain<IStrictGrain>("a");
        var refused = await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.Echo(new Undeclared()));
        Assert.Contains(nameof(Undeclared), refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.AnswerUndeclared());
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.AnswerCollectionExpression());
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.AnswerItself());
    }

    [Fact]
    public async Task An_exception_without_a_serializer_is_replaced_and_a_member_without_an_id_is_lost()
    {
        await using var host = await Start();
        var grain = host.Grain<IStrictGrain>("a");
        await Assert.ThrowsAsync<CodecNotFoundException>(() => grain.Fail(declared: false));
        var failure = await Assert.ThrowsAsync<DeclaredException>(() => grain.Fail(declared: true));
        Assert.Equal(("no", 1, 0), (failure.Message, failure.Kept, failure.Forgotten));
    }

    [Fact]
    public async Task An_answer_that_breaks_on_its_way_reaches_the_caller_as_an_exception_and_the_grain_goes_on()
    {
        await using var host = await Start();
        var grain = host.Grain<IStrictGrain>("a");
        await Assert.ThrowsAsync<FormatException>(() => grain.AnswerHostile());
        Assert.Equal(0, (await grain.Kept()).Kept);
    }

    [Fact]
    public async Task Collections_and_tuples_are_copied_through()
    {
        await using var host = await Start();
        var part = new Mutable { Kept = 7 };
        object[] all =
        [
            new List<Mutable> { part }, new[] { part }, new Dictionary<string, Mutable>(StringComparer.Ordinal) { ["a"] = part }, ImmutableArray.Create(part), ImmutableList.Create(part),
            ImmutableDictionary<string, Mutable>.Empty.Add("a", part), ImmutableSortedDictionary<string, Mutable>.Empty.Add("a", part),
        ];
        var grain = host.Grain<IStrictGrain>("a");
        foreach (var sent in all)
        {
            var back = (System.Collections.IEnumerable)(await grain.Echo(sent))!;
            var first = back.Cast<object>().Single();
            var arrived = first as Mutable ?? ((KeyValuePair<string, Mutable>)first).Value;
            Assert.Equal(sent.GetType(), back.GetType());
            Assert.NotSame(part, arrived);
            Assert.Equal(7, arrived.Kept);
        }

        var (number, copy) = ((int, Mutable))(await grain.Echo((1, part)))!;
        Assert.Equal((1, 7), (number, copy.Kept));
        Assert.NotSame(part, copy);
        Assert.True(((ImmutableArray<int>)(await grain.Echo(default(ImmutableArray<int>)))!).IsDefault);
        Assert.Equal([1, 2], ((ImmutableHashSet<int>)(await grain.Echo(ImmutableHashSet.Create(1, 2)))!).Order());
        Assert.Equal([1, 2], (HashSet<int>)(await grain.Echo(new HashSet<int> { 1, 2 }))!);
        Assert.Equal([1, 2], (ImmutableSortedSet<int>)(await grain.Echo(ImmutableSortedSet.Create(2, 1)))!);
    }

    [Fact]
    public async Task Calls_that_are_not_awaited_change_places()
    {
        await using var host = await Start(options => options.Reorder = true);
        var grain = host.Grain<Conformance.ITurnGrain>("a");
        for (var round = 0; round < 50; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(grain.Append));
        }

        var items = await grain.Items();
        Assert.NotEqual(Enumerable.Range(0, 5000).Select(i => i % 100), items);
        Assert.Equal(5000, items.Length);
    }

    [Fact]
    public async Task Some_calls_are_refused_before_they_run()
    {
        await using var host = await Start(options => options.RefuseOneIn = 10);
        var grain = host.Grain<Conformance.ITurnGrain>("a");
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            try
            {
                await grain.Append(i);
            }
            catch (OrleansMessageRejectionException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 5, 100);
        Assert.Equal(300 - refused, (await Retry(grain.Items)).Length);
    }

    [Fact]
    public async Task Some_activations_end_after_a_call()
    {
        await using var host = await Start(options => options.DeactivateOneIn = 10);
        var (grain, probe) = host.With<Conformance.ITurnGrain>("a");
        for (var i = 0; i < 300; i++)
        {
            await grain.Append(i);
        }

        Assert.InRange(probe.CountOf("activations"), 5, 100);
    }

    private static async Task<T> Retry<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (OrleansMessageRejectionException)
            {
                // Refused by chance; the next try is another throw of the dice.
            }
        }
    }

    private static Task<TestHost> Start(Action<StrictModeOptions>? configure = null) => TestHost.StartAsync(silo => silo.UseStrictMode(options =>
    {
        (options.Seed, options.RefuseOneIn, options.DeactivateOneIn, options.Reorder) = (7, 0, 0, false);
        configure?.Invoke(options);
    }));
}
