using System.Collections.Concurrent;
using System.Collections.Immutable;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Cases.Bench;

/// <summary>The ledger, remembering what was appended to which stream.</summary>
internal sealed class CapturingLedger(ILedger inner) : ILedger
{
    private ConcurrentDictionary<string, ConcurrentQueue<AppendBatch>> _captured = new(StringComparer.Ordinal);

    /// <summary>What was appended since the last call, stream by stream, in order.</summary>
    public IReadOnlyList<IReadOnlyList<AppendBatch>> Take()
    {
        var taken = Interlocked.Exchange(ref _captured, new(StringComparer.Ordinal));
        return [.. taken.Values.Select(q => (IReadOnlyList<AppendBatch>)[.. q])];
    }

    public Task<ImmutableArray<LedgerEntry>> ReadAsync(string stream, long afterSequence, CancellationToken ct) => inner.ReadAsync(stream, afterSequence, ct);

    public Task<CommandAnswer?> FindAnswerAsync(string stream, string commandId, CancellationToken ct) => inner.FindAnswerAsync(stream, commandId, ct);

    public Task<AppendReceipt> AppendAsync(AppendBatch batch, CancellationToken ct)
    {
        _captured.GetOrAdd(batch.Stream, _ => new()).Enqueue(batch);
        return inner.AppendAsync(batch, ct);
    }

    /// <summary>The same batch for another stream: nothing of it is less.</summary>
    public static AppendBatch Renamed(AppendBatch batch, string mark, long shift) => batch with
    {
        Stream = batch.Stream + mark,
        ExpectedSequence = batch.ExpectedSequence - shift,
        Rows =
        [
            .. batch.Rows.Select(row => row switch
            {
                CaseRow r => r with { CaseId = r.CaseId + mark, Number = r.Number + mark },
                ClockRow r => r with { Stream = r.Stream + mark },
                FindingRow r => r with { FindingId = r.FindingId + mark, Stream = r.Stream + mark },
                _ => row,
            }),
        ],
    };
}
