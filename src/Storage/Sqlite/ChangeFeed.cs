using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>The change feed of one process.</summary>
internal sealed class ChangeFeed : IChangeFeed
{
    private const int Kept = 256;

    private readonly Lock _gate = new();
    private Subscriber[] _subscribers = [];

    public void Publish(IReadOnlyList<Change> changes)
    {
        foreach (var subscriber in _subscribers)
        {
            foreach (var change in changes)
            {
                subscriber.Tell(change);
            }
        }
    }

    public IAsyncEnumerable<Change?> FollowAsync(CancellationToken ct)
    {
        // Subscribed here and not at the first MoveNext: whoever reads the lists after this call misses nothing.
        var subscriber = new Subscriber();
        lock (_gate)
        {
            _subscribers = [.. _subscribers, subscriber];
        }

        return FollowAsync(subscriber, ct);
    }

    private async IAsyncEnumerable<Change?> FollowAsync(Subscriber subscriber, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await foreach (var change in subscriber.Channel.Reader.ReadAllAsync(ct))
            {
                if (subscriber.Lost())
                {
                    yield return null;
                }

                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _subscribers = [.. _subscribers.Where(s => s != subscriber)];
            }
        }
    }

    private sealed class Subscriber
    {
        private int _lost;

        public Subscriber() => Channel = System.Threading.Channels.Channel.CreateBounded<Change>(
            new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Volatile.Write(ref _lost, 1));

        public Channel<Change> Channel { get; }

        public void Tell(Change change) => Channel.Writer.TryWrite(change);

        public bool Lost() => Interlocked.Exchange(ref _lost, 0) == 1;
    }
}
