using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Domain;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;

namespace Enforcement.Grains.Streams;

/// <summary>One aggregate's stream as a grain holds it: the folded state, the length, the hash of the last entry, the command ids seen.</summary>
/// <remarks>Not a grain and not shared: one activation owns one instance and touches it in its turns only.</remarks>
/// <typeparam name="TState">The folded state.</typeparam>
internal sealed class EventStream<TState>(ILedger ledger, string stream, TState none, Func<TState, Fact, TState> evolve, bool keepLines = false)
{
    private readonly HashSet<string> _commands = new(StringComparer.Ordinal);

    /// <summary>The name of the stream.</summary>
    public string Name => stream;

    /// <summary>The folded state.</summary>
    public TState State { get; private set; } = none;

    /// <summary>The number of entries.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last entry; empty for an empty stream.</summary>
    public string HeadHash { get; private set; } = string.Empty;

    /// <summary>The place of the last entry in the order of the whole ledger; 0 for an empty stream.</summary>
    public long LastPosition { get; private set; }

    /// <summary>When the chain was last read and verified.</summary>
    public DateTimeOffset VerifiedAt { get; private set; }

    /// <summary>When the first and the last entry were written.</summary>
    public DateTimeOffset? LastRecordedAt { get; private set; }

    /// <summary>All entries, as facts with who and when, for views that show a line of custody; empty unless asked for.</summary>
    public ImmutableArray<StreamLine> Lines { get; private set; } = [];

    /// <summary>Reads the whole stream; the ledger verifies its chain on the way.</summary>
    /// <exception cref="LedgerCorruptedException">An entry does not verify.</exception>
    public async Task LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entries = await ledger.ReadAsync(stream, 0, cancellationToken);
        var lines = ImmutableArray.CreateBuilder<StreamLine>();
        foreach (var entry in entries)
        {
            var fact = new Fact((DomainEvent)LedgerEvents.Serializer.Read(entry), entry.OccurredAt);
            State = evolve(State, fact);
            _commands.Add(entry.CommandId);
            if (keepLines)
            {
                lines.Add(new StreamLine(fact.Event, entry.OccurredAt, entry.RecordedAt, entry.Actor));
            }
        }

        if (entries is [.., var last])
        {
            (Sequence, HeadHash, LastRecordedAt, LastPosition) = (last.Sequence, last.Hash, last.RecordedAt, last.Position);
        }

        Lines = lines.ToImmutable();
        VerifiedAt = now;
    }

    /// <summary>The stored answer of a command id that this stream has seen; <see langword="null"/>: a new command.</summary>
    /// <exception cref="CommandConflictException">The id was used with another payload.</exception>
    public async Task<string?> AnswerAsync(string commandId, string commandHash, CancellationToken cancellationToken)
    {
        if (!_commands.Contains(commandId) || await ledger.FindAnswerAsync(stream, commandId, cancellationToken) is not { } stored)
        {
            return null;
        }

        return stored.CommandHash == commandHash ? stored.Answer : throw new CommandConflictException(stream, commandId);
    }

    /// <summary>Appends facts with their rows, due instant and answer, in one transaction, and folds them in.</summary>
    /// <param name="command">Who, which command, when.</param>
    /// <param name="facts">The facts, not empty.</param>
    /// <param name="project">Makes the read-model rows and the next due instant out of the new state.</param>
    /// <param name="answer">Makes the stored answer out of the new length.</param>
    /// <param name="cancellationToken">Cancels waiting, not the transaction.</param>
    /// <exception cref="SequenceConflictException">The stream has moved on, or holds this command already: the activation is stale.</exception>
    public async Task AppendAsync(
        StreamCommand command,
        IReadOnlyList<Fact> facts,
        Func<TState, long, Projection> project,
        Func<TState, long, string>? answer,
        CancellationToken cancellationToken)
    {
        var next = facts.Aggregate(State, evolve);
        var sequence = Sequence + facts.Count;
        var projection = project(next, sequence);
        ImmutableArray<NewEntry> entries =
        [
            .. facts.Select(f =>
            {
                var (name, payload) = LedgerEvents.Serializer.Write(f.Event);
                return new NewEntry(name.Name, name.Version, f.OccurredAt, payload);
            }),
        ];
        var actor = new Actor(command.By.Id, command.By.Name, command.By.Role, command.By.Bureau, command.By.Certificate);
        var receipt = await ledger.AppendAsync(
            new AppendBatch(
                stream, Sequence, command.Id, command.Hash, actor, command.Now, command.Training, entries, answer?.Invoke(next, sequence), projection.Rows, new DueChange(projection.DueAt)),
            cancellationToken);
        if (receipt.Repeated)
        {
            // Another activation had written this command: what is folded here is not what stands there. Replay, then answer from the store.
            throw new SequenceConflictException(stream, Sequence, receipt.LastSequence);
        }

        State = next;
        (Sequence, HeadHash, LastRecordedAt, LastPosition) = (receipt.LastSequence, receipt.HeadHash, command.Now, receipt.FirstPosition + facts.Count - 1);
        Lines = keepLines ? Lines.AddRange(facts.Select(f => new StreamLine(f.Event, f.OccurredAt, command.Now, actor))) : Lines;
        _commands.Add(command.Id);
    }

    /// <summary>Writes rows without a fact: for rows that were not there when the facts were written. The cause is the last entry's instant, so that the rows are those of that time.</summary>
    public Task RedrawAsync(bool training, DateTimeOffset now, Func<StreamCommand, Projection> project, CancellationToken cancellationToken)
    {
        StreamCommand command = new("redraw", string.Empty, Person.System, LastRecordedAt ?? now, training);
        var projection = project(command);
        var actor = new Actor(command.By.Id, command.By.Name, command.By.Role, command.By.Bureau, command.By.Certificate);
        return ledger.AppendAsync(
            new AppendBatch(stream, Sequence, command.Id, command.Hash, actor, command.Now, training, [], null, projection.Rows, new DueChange(projection.DueAt)), cancellationToken);
    }

    /// <summary>The hash that tells two payloads under one command id apart.</summary>
    public static string HashOf<T>(string operation, T request, Caller caller) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{caller.Id}\n{EventSerializer.Canonical(request)}")));
}

/// <summary>A command as the ledger needs it.</summary>
internal sealed record StreamCommand(string Id, string Hash, Person By, DateTimeOffset Now, bool Training);

/// <summary>What follows from a new state for the read model.</summary>
internal sealed record Projection(ImmutableArray<ReadRow> Rows, DateTimeOffset? DueAt);

/// <summary>One entry as a line.</summary>
internal sealed record StreamLine(DomainEvent Event, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Actor By);
