using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;
using Microsoft.Extensions.Logging;

namespace Enforcement.Grains.Cases;

/// <summary>Keeps one case alive: replays its stream, asks <see cref="CaseDecider"/>, appends what was decided, wakes for its terms.</summary>
[GrainType("case")]
internal sealed partial class CaseGrain(ILedger ledger, LawLibrary library, ILegalClock clock, ILogger<CaseGrain> logger) : Grain, ICaseGrain, IRemindable
{
    private EventStream<CaseState>? _stream;
    private bool _mended;

    private EventStream<CaseState> Stream => _stream ?? throw new InvalidOperationException("The case is not activated.");

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = new EventStream<CaseState>(ledger, StreamNames.Case(Id), CaseState.None, (state, fact) => CaseState.Evolve(state, fact.Event));
        await _stream.LoadAsync(clock.Display, cancellationToken);
    }

    public async Task<CommandReply> OpenAsync(OpenCase request, Caller caller)
    {
        var hash = EventStream<CaseState>.HashOf("open", request, caller);
        if (await AnsweredAsync(caller, hash) is { } answered)
        {
            return answered;
        }

        var now = clock.Now;
        var (law, read) = await ReadOpenAsync(request, now);
        if (law is null || read is not { Command: { } open, Faults: [] })
        {
            return Replies.Refused(Stream.Sequence, read.Faults, library.Texts);
        }

        // The number is taken last, when nothing can refuse the case any more, so that no number is lost to a refusal.
        if (CaseDecider.Decide(Stream.State, open, law, caller.ToPerson(), now) is Decision<Fact>.Accepted)
        {
            open = open with { Number = await GrainFactory.GetGrain<IBureauGrain>(request.Bureau).NumberAsync(Id, request.ActType, ChinaTime.DayOf(now).Year) };
        }

        return await DecideAsync(open, law, caller, hash, now);
    }

    public Task<CommandReply> RecordActAsync(ActDraft request, Caller caller) => HandleAsync(
        "record-act", request, caller, async () => (await CaseInputs.ActAsync(request, Id, GrainFactory, clock.Now, Stream.State.Opening?.Bureau, Stream.State)) switch
        {
            { Command: not null } when request.Seen is { } seen && seen != Stream.Sequence => ((CaseCommand?)null, [CaseInputs.MovedOn()]),
            { Command: { } act, Faults: [] } => (new CaseCommand.RecordAct(act), []),
            { Faults: var faults } => ((CaseCommand?)null, faults),
        });

    public async Task<ActCheck> CheckOpenAsync(OpenCase request, Caller caller)
    {
        var now = clock.Display;
        var (law, read) = await ReadOpenAsync(request, now);
        return law is null || read.Command is not { } open
            ? ActChecks.Refused(read.Faults, library.Texts)
            : ActChecks.Of(Stream.State, open, read.Faults, law, library.Texts, caller.ToPerson(), now);
    }

    public async Task<ActCheck> CheckActAsync(ActDraft request, Caller caller)
    {
        if (!Stream.State.Exists)
        {
            return ActChecks.Refused([CaseInputs.UnknownCase()], library.Texts);
        }

        var now = clock.Display;
        var read = await CaseInputs.ActAsync(request, Id, GrainFactory, now, Stream.State.Opening!.Bureau, Stream.State);
        return read.Command is not { } act
            ? ActChecks.Refused(read.Faults, library.Texts)
            : ActChecks.Of(Stream.State, new CaseCommand.RecordAct(act), read.Faults, library.Pinned(Stream.State.Opening.ProfileHash), library.Texts, caller.ToPerson(), now);
    }

    public Task<CommandReply> AttachDocumentAsync(AttachDocument request, Caller caller) =>
        HandleAsync("attach-document", request, caller, () => Task.FromResult(CaseInputs.Document(request)));

    public Task<CommandReply> LinkRecordingAsync(LinkRecording request, Caller caller) =>
        HandleAsync("link-recording", request, caller, () => CaseInputs.LinkAsync(request, Id, Stream.State.Opening?.Bureau, GrainFactory));

    public Task<CommandReply> DescribeRecordingAsync(DescribeRecording request, Caller caller) =>
        HandleAsync("describe-recording", request, caller, () => Task.FromResult(CaseInputs.Description(request)));

    public Task<CommandReply> OverrideClockAsync(OverrideClock request, Caller caller) =>
        HandleAsync("override-clock", request, caller, () => Task.FromResult(CaseInputs.Override(request)));

    public Task<CommandReply> ResolveFindingAsync(ResolveFinding request, Caller caller) =>
        HandleAsync("resolve-finding", request, caller, () => Task.FromResult(CaseInputs.Finding(request)));

    public async Task RecordingStoredAsync(string recordingId, string sha256, DateTimeOffset storedAt)
    {
        if (Stream.State.Exists)
        {
            await SystemAsync(new CaseCommand.ConfirmStored(recordingId, sha256, storedAt));
        }
    }

    public async Task FollowRecordingsAsync()
    {
        if (Stream.State.Exists)
        {
            await CaseRecordings.LearnAsync(Stream.State, GrainFactory, SystemAsync);
        }
    }

    public async Task<int> CheckDeadlinesAsync()
    {
        if (!Stream.State.Exists)
        {
            return 0;
        }

        await MendAsync();
        await MendAsync(() => CaseRecordings.LearnAsync(Stream.State, GrainFactory, SystemAsync));
        return await SystemAsync(new CaseCommand.CheckDeadlines());
    }

    public async Task RecountAsync()
    {
        if (Stream.State.Exists)
        {
            await SystemAsync(new CaseCommand.RecountProvisional());
        }
    }

    public async Task RedrawAsync()
    {
        if (Stream.State is { Exists: true } state)
        {
            var profile = library.Pinned(state.Opening!.ProfileHash).Profile;
            await Stream.RedrawAsync(
                clock.Training, clock.Now, command => CaseRows.Of(Id, Stream.Name, CaseState.None, state, profile, Stream.Sequence, command), CancellationToken.None);
        }
    }

    public async Task<CaseView?> ViewAsync(Caller caller)
    {
        await MendAsync();
        return Stream.State is { Exists: true } state
            ? CaseViews.Of(Id, state, library.Pinned(state.Opening!.ProfileHash), library.Texts, caller.ToPerson(), clock.Display, clock.Training)
                with
            { Proof = new ProofView(Stream.Sequence, Stream.HeadHash, Stream.VerifiedAt) { Position = Stream.LastPosition } }
            : null;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await CheckDeadlinesAsync();
        if (!DeadlineReminder.IsNear(Stream.State.Clocks.NextDue, clock.Now) && await this.GetReminder(reminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    /// <summary>The law in force for a case that is opened, and the request as a command; without law or command the faults say why.</summary>
    private async Task<(CaseLaw? Law, Read<CaseCommand.Open> Read)> ReadOpenAsync(OpenCase request, DateTimeOffset now)
    {
        var bureau = await GrainFactory.GetGrain<IBureauGrain>(request.Bureau).ViewAsync();
        return bureau is null || library.InForce(bureau.ProfileCode, request.First.OccurredAt is { } at && at < now ? at : now) is not { } law
            ? (null, new(null, [CaseInputs.UnknownBureau(request.Bureau)]))
            : (law, await CaseInputs.OpenAsync(request, Id, GrainFactory, now));
    }

    private async Task<CommandReply> HandleAsync<TRequest>(
        string operation, TRequest request, Caller caller, Func<Task<(CaseCommand? Command, IReadOnlyList<Violation> Faults)>> read)
    {
        var hash = EventStream<CaseState>.HashOf(operation, request, caller);
        if (await AnsweredAsync(caller, hash) is { } answered)
        {
            return answered;
        }

        if (!Stream.State.Exists)
        {
            return Replies.Refused(0, [CaseInputs.UnknownCase()], library.Texts);
        }

        await MendAsync();
        var (command, faults) = await read();
        return command is null || faults is not []
            ? Replies.Refused(Stream.Sequence, faults, library.Texts)
            : await DecideAsync(command, library.Pinned(Stream.State.Opening!.ProfileHash), caller, hash, clock.Now);
    }

    private async Task<CommandReply> DecideAsync(CaseCommand command, CaseLaw law, Caller caller, string hash, DateTimeOffset now)
    {
        switch (CaseDecider.Decide(Stream.State, command, law, caller.ToPerson(), now))
        {
            case Decision<Fact>.Accepted { Events: var facts }:
                if (facts is not [])
                {
                    await AppendAsync(new StreamCommand(caller.CommandId, hash, caller.ToPerson(), now, clock.Training), facts, law, command);
                    _mended &= await MendAsync(() => CaseRecordings.TellAsync(facts, Id, Stream.State, GrainFactory, caller));
                }

                return Replies.Done(Stream.Sequence, CaseReferences.Of(command, Stream.State));

            case Decision<Fact>.Refused { Violations: var broken }:
                LogRefused(logger, Id, command.GetType().Name, broken.Count);
                return Replies.Refused(Stream.Sequence, broken, library.Texts);

            case var unknown:
                throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}.");
        }
    }

    /// <summary>Once in the life of an activation: what a process that ended between the case and its recordings left untold is told and learnt.</summary>
    private async Task MendAsync()
    {
        if (!_mended && Stream.State.Exists)
        {
            _mended = await MendAsync(() => CaseRecordings.TellAllAsync(Id, Stream.State, GrainFactory))
                & await MendAsync(() => CaseRecordings.LearnAsync(Stream.State, GrainFactory, SystemAsync));
        }
    }

    /// <summary>A recording that cannot be reached keeps nobody from the case: it is tried again with the next call.</summary>
    private async Task<bool> MendAsync(Func<Task> mend)
    {
        try
        {
            await mend();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _mended = false;
            LogNotMended(logger, Id, e);
            return false;
        }
    }

    private async Task<int> SystemAsync(CaseCommand command)
    {
        var (now, law) = (clock.Now, library.Pinned(Stream.State.Opening!.ProfileHash));
        if (CaseDecider.Decide(Stream.State, command, law, Person.System, now) is not Decision<Fact>.Accepted { Events: { Count: > 0 } facts })
        {
            return 0;
        }

        await AppendAsync(new StreamCommand($"system-{Stream.Sequence}", string.Empty, Person.System, now, clock.Training), facts, law, command);
        return facts.Count(f => f.Event is ClockEvent.Missed);
    }

    private async Task AppendAsync(StreamCommand command, IReadOnlyList<Fact> facts, CaseLaw law, CaseCommand cause)
    {
        var before = Stream.State;
        try
        {
            // Armed before the append: a needless tick does no harm, a missing one might.
            await DeadlineReminder.ArmAsync(this, before.Clocks.NextDue, facts.Aggregate(before, (s, f) => CaseState.Evolve(s, f.Event)).Clocks.NextDue, command.Now);
            await Stream.AppendAsync(
                command,
                facts,
                (state, sequence) => CaseRows.Of(Id, Stream.Name, before, state, law.Profile, sequence, command),
                command.Hash.Length == 0 ? null : (state, sequence) => EventSerializer.Canonical(Replies.Done(sequence, CaseReferences.Of(cause, state))),
                CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle(); // The ledger may hold more than this activation knows: replay it.
            throw;
        }
    }

    private async Task<CommandReply?> AnsweredAsync(Caller caller, string hash) =>
        await Stream.AnswerAsync(caller.CommandId, hash, CancellationToken.None) is { } answer ? EventSerializer.Parse<CommandReply>(answer) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Case {CaseId} could not speak with one of its recordings; it tries again")]
    private static partial void LogNotMended(ILogger logger, string caseId, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Case {CaseId} refused {Command}: {Count} broken rules")]
    private static partial void LogRefused(ILogger logger, string caseId, string command, int count);
}
