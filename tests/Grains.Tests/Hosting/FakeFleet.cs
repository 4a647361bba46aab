using System.Collections.Concurrent;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Grains.Tests.Hosting;

/// <summary>The fleet's lists in memory; they may be out of order for a while.</summary>
internal sealed class FakeFleet : IFleetRegister
{
    private readonly ConcurrentDictionary<string, RecorderEntry> _lines = new(StringComparer.Ordinal);

    /// <summary>Whether the store cannot serve.</summary>
    public bool Down { get; set; }

    /// <summary>The real lists, which are told as well.</summary>
    public IFleetRegister? Inner { get; set; }

    public RecorderEntry? Find(string recorderId) => _lines.GetValueOrDefault(recorderId);

    public Task PutAsync(RecorderEntry entry, CancellationToken ct)
    {
        if (Down)
        {
            throw new IOException("the fleet's store is down");
        }

        _lines.AddOrUpdate(entry.RecorderId, entry, (_, known) => known.Sequence > entry.Sequence ? known : entry);
        return Inner?.PutAsync(entry, ct) ?? Task.CompletedTask;
    }
}
