using System.Collections.Concurrent;

namespace Enforcement.Crash.Tests;

/// <summary>A command that the program said was done.</summary>
internal sealed record Acknowledged(string Stream, string Command, string Event, long Sequence);

/// <summary>A file whose last byte the program said it had.</summary>
internal sealed record HandedIn(string Recording, string Sha256, byte[] Content);

/// <summary>What the clients of all rounds were promised. Only this counts: what was sent and never answered may be there or not, but not twice.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<Acknowledged> _commands = new();
    private readonly ConcurrentQueue<HandedIn> _files = new();
    private int _resumed;
    private int _repeated;

    public IReadOnlyCollection<Acknowledged> Commands => _commands;

    public IReadOnlyCollection<HandedIn> Files => _files;

    /// <summary>Commands sent again because a kill swallowed their answer.</summary>
    public int Repeated => _repeated;

    /// <summary>Uploads continued after a kill.</summary>
    public int Resumed => _resumed;

    public void Done(Acknowledged command) => _commands.Enqueue(command);

    public void Done(HandedIn file) => _files.Enqueue(file);

    public void CountRepeated() => Interlocked.Increment(ref _repeated);

    public void CountResumed() => Interlocked.Increment(ref _resumed);
}
