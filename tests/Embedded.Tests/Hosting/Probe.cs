using System.Collections.Concurrent;

namespace Enforcement.Embedded.Tests.Hosting;

/// <summary>What grains tell the test, and what the test tells grains: gates instead of sleeps. One per host, reached by injection.</summary>
internal sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyList<string> Notes => [.. _notes];

    /// <summary>Completes when <see cref="Open"/> was called for the name.</summary>
    public Task Gate(string name) => Source(name).Task;

    public void Open(string name) => Source(name).TrySetResult();

    /// <summary>Counts, and opens the gates <c>name</c> and <c>name:count</c>.</summary>
    public int Count(string name)
    {
        var count = _counts.AddOrUpdate(name, 1, (_, known) => known + 1);
        Open(name);
        Open($"{name}:{count}");
        return count;
    }

    public int CountOf(string name) => _counts.GetValueOrDefault(name);

    public void Note(string note) => _notes.Enqueue(note);

    /// <summary>Waits for a gate, and says which one when it stays closed.</summary>
    public async Task Reached(string name, int seconds = 60)
    {
        try
        {
            await Gate(name).WaitAsync(TimeSpan.FromSeconds(seconds));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{name}' was not reached within {seconds} s; reached: {string.Join(", ", _counts.Select(pair => $"{pair.Key} x{pair.Value}"))}");
        }
    }

    private TaskCompletionSource Source(string name) =>
        _gates.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
