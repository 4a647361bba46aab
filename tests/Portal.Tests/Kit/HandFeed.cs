using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Tests.Kit;

/// <summary>A change feed that the test feeds.</summary>
internal sealed class HandFeed : IChangeFeed
{
    private readonly Channel<Change?> _changes = Channel.CreateUnbounded<Change?>();

    public CancellationToken Left { get; private set; }

    /// <summary>How many changes the reader is through with.</summary>
    public int Taken { get; private set; }

    public void Tell(string table, string bureau) => _changes.Writer.TryWrite(new Change("case/1", 1, [bureau], [table]));

    public void Lose() => _changes.Writer.TryWrite(null);

    public IAsyncEnumerable<Change?> FollowAsync(CancellationToken ct)
    {
        Left = ct;
        return ReadAsync(ct);
    }

    private async IAsyncEnumerable<Change?> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in _changes.Reader.ReadAllAsync(ct))
        {
            yield return change;
            Taken++;
        }
    }
}
