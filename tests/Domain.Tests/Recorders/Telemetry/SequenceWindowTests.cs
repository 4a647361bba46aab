using Enforcement.Domain.Recorders.Telemetry;

namespace Enforcement.Domain.Tests.Recorders.Telemetry;

public sealed class SequenceWindowTests
{
    [Fact]
    public void Unbroken_numbers_are_one_run_in_whatever_order_they_come()
    {
        var window = new long[] { 5, 3, 1, 2, 4 }.Aggregate(SequenceWindow.Empty, static (w, n) => w.With(n));

        Assert.Equal(new SequenceSpan(1, 5), Assert.Single(window.Spans));
    }

    [Fact]
    public void A_number_far_out_of_order_is_still_known_as_new_or_repeated()
    {
        var window = Enumerable.Range(100, 100_000).Aggregate(SequenceWindow.Empty.With(7), static (w, n) => w.With(n));

        Assert.Equal(SequenceAnswer.Repeated, window.Ask(7));
        Assert.Equal(SequenceAnswer.New, window.Ask(8));
        Assert.Equal(SequenceAnswer.Repeated, window.Ask(50_000));
        Assert.Equal(SequenceAnswer.New, window.Ask(100_100));
        Assert.Equal(2, window.Spans.Length);
    }

    [Fact]
    public void Too_many_gaps_forget_the_oldest_and_say_so()
    {
        var window = Enumerable.Range(0, SequenceWindow.MostSpans + 10).Aggregate(SequenceWindow.Empty, static (w, n) => w.With(1 + (n * 2)));

        Assert.Equal(SequenceWindow.MostSpans, window.Spans.Length);
        Assert.Equal(SequenceAnswer.Forgotten, window.Ask(1));
        Assert.Equal(SequenceAnswer.Forgotten, window.Ask(2));
        Assert.Equal(SequenceAnswer.New, window.Ask(22));
        Assert.Equal(SequenceAnswer.Repeated, window.Ask(21));
    }

    [Fact]
    public void The_window_agrees_with_a_set()
    {
        var random = new Random(17);
        var (window, set) = (SequenceWindow.Empty, new HashSet<long>());
        for (var i = 0; i < 2000; i++)
        {
            var n = random.Next(1, 400);
            Assert.Equal(set.Contains(n) ? SequenceAnswer.Repeated : SequenceAnswer.New, window.Ask(n));
            window = window.With(n);
            set.Add(n);
        }

        Assert.All(window.Spans.Zip(window.Spans.Skip(1)), static pair => Assert.True(pair.First.To + 1 < pair.Second.From));
    }
}
