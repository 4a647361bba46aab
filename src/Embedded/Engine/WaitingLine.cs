namespace Enforcement.Embedded;

/// <summary>Turns that wait, in the order of their arrival. Read-only ones have a line of their own, so that letting them pass costs nothing.</summary>
internal struct WaitingLine
{
    private Queue<(long Ticket, Turn Turn)>? _line;
    private Queue<(long Ticket, Turn Turn)>? _readers;
    private long _tickets;

    public readonly int Count => (_line?.Count ?? 0) + (_readers?.Count ?? 0);

    public void Add(Turn turn)
    {
        var line = turn.IsReadOnly ? _readers ??= new() : _line ??= new();
        line.Enqueue((_tickets++, turn));
    }

    /// <summary>Takes the next turn that may run beside <paramref name="blocking"/>.</summary>
    public readonly Turn? Next(Turn? blocking)
    {
        var reader = _readers is { Count: > 0 } ? _readers : null;
        var other = _line is { Count: > 0 } ? _line : null;
        if (blocking is not null)
        {
            return blocking.IsReadOnly ? reader?.Dequeue().Turn : null;
        }

        var first = reader is null || (other is not null && other.Peek().Ticket < reader.Peek().Ticket) ? other : reader;
        return first?.Dequeue().Turn;
    }

    public void Trim()
    {
        _line?.TrimExcess();
        _readers?.TrimExcess();
    }

    public List<Turn> TakeAll()
    {
        var all = (_line ?? []).Concat(_readers ?? []).OrderBy(entry => entry.Ticket).Select(entry => entry.Turn).ToList();
        _line = null;
        _readers = null;
        return all;
    }
}
