using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recordings;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;

namespace Enforcement.Grains.Recordings;

/// <summary>Keeps one recording alive from its announcement: its custody line and its hand-in term.</summary>
[GrainType("recording")]
internal sealed class RecordingGrain(ILedger ledger, LawLibrary library, ILegalClock clock) : Grain, IRecordingGrain, IRemindable
{
    private EventStream<RecordingState>? _stream;

    private EventStream<RecordingState> Stream => _stream ?? throw new InvalidOperationException("The recording is not activated.");

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = new EventStream<RecordingState>(ledger, StreamNames.Recording(Id), RecordingState.None, RecordingState.Evolve, keepLines: true);
        await _stream.LoadAsync(clock.Display, cancellationToken);
    }

    public async Task<CommandReply> AnnounceAsync(AnnounceRecording request, Caller caller)
    {
        var bureau = await GrainFactory.GetGrain<IBureauGrain>(request.Bureau).ViewAsync();
        var officer = string.IsNullOrWhiteSpace(request.OfficerId) ? null : await GrainFactory.GetGrain<IOfficerGrain>(request.OfficerId).ViewAsync();
        var now = clock.Now;
        var inForce = bureau is null ? null : library.InForce(bureau.ProfileCode, request.StartedAt < now ? request.StartedAt : now);
        if (inForce is not { } law || Kebab.Parse<AvMode>(request.Mode) is not { } mode)
        {
            return Replies.Refused(Stream.Sequence, RecordingViews.BadAnnouncement(request, bureau, inForce is not null), library.Texts);
        }

        var command = new RecordingCommand.Announce(
            request.Bureau, request.RecorderId, request.OfficerId, officer is { Active: true } && officer.Bureau == request.Bureau ? officer.Name : null, mode,
            ChinaTime.Truncate(request.StartedAt.ToUniversalTime()), request.EndedAt is { } e ? ChinaTime.Truncate(e.ToUniversalTime()) : null, request.Place);
        return await HandleAsync("announce", request, caller, command, law);
    }

    public Task<CommandReply> EndAsync(EndRecording request, Caller caller) =>
        HandleAsync("end", request, caller, new RecordingCommand.End(ChinaTime.Truncate(request.EndedAt.ToUniversalTime())));

    public Task<CommandReply> DeclareRemoteWorkAsync(DeclareRemoteWork request, Caller caller) =>
        ToldAsync(HandleAsync("declare-remote-work", request, caller, new RecordingCommand.DeclareRemoteWork(request.Ground, request.Reason)));

    public Task<CommandReply> DeclareReturnAsync(DeclareReturn request, Caller caller) =>
        ToldAsync(HandleAsync("declare-return", request, caller, new RecordingCommand.DeclareReturn(ChinaTime.Truncate(request.ReturnedAt.ToUniversalTime()))));

    public Task<CommandReply> StoredAsync(StoredFile file, Caller caller) => HandleAsync(
        "stored", file, caller,
        new RecordingCommand.Store(new FileFacts(file.Sha256, file.Sm3, file.Size, file.LeafRoot, file.LeafCount, file.FileName, file.ContentType, file.UploadId)));

    // A case tells its links again after a restart, in its own name: who told it first stands in the ledger.
    public Task<CommandReply> LinkedAsync(string caseId, string caseNumber, string act, Caller caller) =>
        Stream.State.Link?.CaseId == caseId
            ? Task.FromResult(Replies.Done(Stream.Sequence, Id))
            : HandleAsync("linked", $"{caseId} {caseNumber}", caller, new RecordingCommand.Link(caseId, caseNumber, act));

    public Task ViewedAsync(string purpose, Caller caller) => HandleAsync("viewed", purpose, caller, new RecordingCommand.View(purpose));

    public Task<CommandReply> ResolveFindingAsync(ResolveFinding request, Caller caller) =>
        HandleAsync("resolve-finding", request, caller, new RecordingCommand.ResolveFinding(request.Finding, request.Resolution));

    public Task<CommandReply> MarkAsync(MarkRecording request, Caller caller) =>
        HandleAsync("mark", request, caller, new RecordingCommand.Mark(request.Mark, request.AtMs, request.Text, request.Corrects));

    public Task<CommandReply> WithdrawMarkAsync(WithdrawMark request, Caller caller) =>
        HandleAsync("withdraw-mark", request, caller, new RecordingCommand.WithdrawMark(request.Mark, request.Reason));

    public Task CorruptedAsync(long leaf) => SystemAsync(new RecordingCommand.Corrupt(leaf));

    public Task<int> CheckDeadlinesAsync() => SystemAsync(new RecordingCommand.CheckDeadlines());

    public Task RecountAsync() => SystemAsync(new RecordingCommand.RecountProvisional());

    public async Task RedrawAsync()
    {
        if (Stream.State is { Exists: true } state)
        {
            await Stream.RedrawAsync(
                clock.Training, clock.Now, command => RecordingRows.Of(Id, Stream.Name, RecordingState.None, state, command.Now), CancellationToken.None);
        }
    }

    public Task<RecordingView?> ViewAsync() => Task.FromResult(
        Stream.State is { Exists: true } state
            ? RecordingViews.Of(Id, state, Stream.Lines, library.Pinned(state.Announcement!.ProfileHash), clock.Display)
                with
            { Proof = new ProofView(Stream.Sequence, Stream.HeadHash, Stream.VerifiedAt) }
            : null);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await CheckDeadlinesAsync();
        if (!DeadlineReminder.IsNear(Stream.State.Clocks.NextDue, clock.Now) && await this.GetReminder(reminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    /// <summary>The case that took the recording keeps a term of its own, which follows remote work.</summary>
    private async Task<CommandReply> ToldAsync(Task<CommandReply> handled)
    {
        var reply = await handled;
        if (reply.Done && Stream.State.Link is { } link)
        {
            await GrainFactory.GetGrain<ICaseGrain>(link.CaseId).FollowRecordingsAsync();
        }

        return reply;
    }

    private async Task<CommandReply> HandleAsync<TRequest>(string operation, TRequest request, Caller caller, RecordingCommand command, CaseLaw? inForce = null)
    {
        var hash = EventStream<RecordingState>.HashOf(operation, request, caller);
        if (await Stream.AnswerAsync(caller.CommandId, hash, CancellationToken.None) is { } answer)
        {
            return EventSerializer.Parse<CommandReply>(answer);
        }

        var law = Stream.State.Announcement is { } known ? library.Pinned(known.ProfileHash) : inForce;
        if (law is null)
        {
            return Replies.Refused(0, [RecordingViews.Unannounced()], library.Texts);
        }

        var now = clock.Now;
        switch (RecordingDecider.Decide(Stream.State, command, law, caller.ToPerson(), now))
        {
            case Decision<Fact>.Accepted { Events: var facts }:
                if (facts is not [])
                {
                    await AppendAsync(new StreamCommand(caller.CommandId, hash, caller.ToPerson(), now, clock.Training), facts);
                }

                return Replies.Done(Stream.Sequence, Id);
            case Decision<Fact>.Refused { Violations: var broken }:
                return Replies.Refused(Stream.Sequence, broken, library.Texts);
            case var unknown:
                throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}.");
        }
    }

    private async Task<int> SystemAsync(RecordingCommand command)
    {
        if (Stream.State.Announcement is not { } known)
        {
            return 0;
        }

        var now = clock.Now;
        if (RecordingDecider.Decide(Stream.State, command, library.Pinned(known.ProfileHash), Person.System, now) is not Decision<Fact>.Accepted { Events: { Count: > 0 } facts })
        {
            return 0;
        }

        await AppendAsync(new StreamCommand($"system-{Stream.Sequence}", string.Empty, Person.System, now, clock.Training), facts);
        return facts.Count(f => f.Event is ClockEvent.Missed);
    }

    private async Task AppendAsync(StreamCommand command, IReadOnlyList<Fact> facts)
    {
        var before = Stream.State;
        try
        {
            await DeadlineReminder.ArmAsync(this, before.Clocks.NextDue, facts.Aggregate(before, RecordingState.Evolve).Clocks.NextDue, command.Now);
            await Stream.AppendAsync(
                command,
                facts,
                (state, _) => RecordingRows.Of(Id, Stream.Name, before, state, command.Now),
                command.Hash.Length == 0 ? null : (_, sequence) => EventSerializer.Canonical(Replies.Done(sequence, Id)),
                CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
