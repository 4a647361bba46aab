using Enforcement.Domain;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;
using Microsoft.Extensions.Logging;

namespace Enforcement.Grains.Recorders;

/// <summary>Keeps one recorder: its entry in the register, its holders, and what of its reports has legal weight.</summary>
[GrainType("recorder")]
internal sealed partial class RecorderGrain(
    ILedger ledger, LawLibrary library, ILegalClock clock, TimeProvider machine, IRecorderRegister register, IFleetRegister fleet, ITelemetryStore telemetry, FleetClock lease, ILogger<RecorderGrain> logger)
    : Grain, IRecorderGrain
{
    private EventStream<RecorderState>? _stream;

    private EventStream<RecorderState> Stream => _stream ?? throw new InvalidOperationException("The recorder is not activated.");

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = new EventStream<RecorderState>(ledger, StreamNames.Recorder(Id), RecorderState.None, RecorderState.Evolve);
        await _stream.LoadAsync(clock.Display, cancellationToken);
        await ResumeAsync();
    }

    public async Task<CommandReply> RegisterAsync(RegisterRecorder request, Caller caller)
    {
        var entry = new RecorderEvent.Registered(request.Bureau, request.Model.Trim(), request.Serial.Trim(), request.StorageBytes, request.Note.Trim());
        if (string.IsNullOrWhiteSpace(request.Bureau) || await GrainFactory.GetGrain<IBureauGrain>(request.Bureau).ViewAsync() is null)
        {
            return Replies.Refused(Stream.Sequence, [CaseInputs.UnknownBureau(request.Bureau)], library.Texts);
        }

        // A new recorder has its first key; a change makes none.
        var isNew = !Stream.State.Exists;
        string Reference(RecorderState state) => isNew ? $"{state.KeyGeneration}" : Id;
        try
        {
            return await HandleAsync("register", request, caller, await RegistrationAsync(entry), Reference);
        }
        catch (RowConflictException) when (Stream.State.Registration != entry)
        {
            // Another recorder took the number between the look and the write: now the look finds it, and this one is refused.
            return await HandleAsync("register", request, caller, await RegistrationAsync(entry), Reference);
        }
    }

    public async Task<CommandReply> IssueAsync(IssueRecorder request, Caller caller)
    {
        var officer = string.IsNullOrWhiteSpace(request.OfficerId) ? null : await GrainFactory.GetGrain<IOfficerGrain>(request.OfficerId).ViewAsync();
        var name = officer is { Active: true } && officer.Bureau == Stream.State.Registration?.Bureau ? officer.Name : null;
        return await HandleAsync("issue", request, caller, new RecorderCommand.Issue(request.OfficerId, name, request.Note.Trim()));
    }

    public Task<CommandReply> ReturnAsync(ReturnRecorder request, Caller caller) =>
        HandleAsync("return", request, caller, new RecorderCommand.Return(request.Note.Trim()));

    public Task<CommandReply> RepairAsync(RepairRecorder request, Caller caller) => HandleAsync(
        "repair", request, caller, request.Done ? new RecorderCommand.FinishRepair(request.Reason.Trim()) : new RecorderCommand.SendToRepair(request.Reason.Trim()));

    public Task<CommandReply> RetireAsync(RetireRecorder request, Caller caller) =>
        HandleAsync("retire", request, caller, new RecorderCommand.Retire(request.Reason.Trim()));

    public Task<CommandReply> RenewKeyAsync(Caller caller) =>
        HandleAsync("renew-key", Id, caller, new RecorderCommand.RenewKey(), state => $"{state.KeyGeneration}");

    public Task<CommandReply> ResolveFindingAsync(ResolveFinding request, Caller caller) =>
        HandleAsync("resolve-finding", request, caller, new RecorderCommand.ResolveFinding(request.Finding, request.Resolution.Trim()));

    public Task CompareFileAsync(string recordingId, long size, string sha256) => NoteAsync(new RecorderCommand.CompareFile(recordingId, size, sha256), Person.System);

    public async Task<RecorderView?> ViewAsync()
    {
        if (!Stream.State.Exists)
        {
            return null;
        }

        var entries = await ledger.ReadAsync(Stream.Name, 0, CancellationToken.None);
        return RecorderViews.Of(Id, Stream.State, entries, new ProofView(Stream.Sequence, Stream.HeadHash, Stream.VerifiedAt));
    }

    private async Task<RecorderCommand> RegistrationAsync(RecorderEvent.Registered entry)
    {
        var sameId = await register.FindByIdKeyAsync(RecorderIds.IdKey(Id), CancellationToken.None);
        var sameSerial = await register.FindBySerialAsync(RecorderIds.SerialKey(entry.Serial), CancellationToken.None);
        return new RecorderCommand.Register(entry, Other(sameId), Other(sameSerial));

        string? Other(RecorderEntry? line) => line is null || line.RecorderId == Id ? null : line.RecorderId;
    }

    private async Task<CommandReply> HandleAsync<TRequest>(
        string operation, TRequest request, Caller caller, RecorderCommand command, Func<RecorderState, string>? reference = null)
    {
        var hash = EventStream<RecorderState>.HashOf(operation, request, caller);
        if (await Stream.AnswerAsync(caller.CommandId, hash, CancellationToken.None) is { } answer)
        {
            return EventSerializer.Parse<CommandReply>(answer);
        }

        var now = clock.Now;
        string Reference(RecorderState state) => reference?.Invoke(state) ?? Id;
        switch (RecorderDecider.Decide(Stream.State, command, await LawAsync(command, now), caller.ToPerson(), now))
        {
            case Decision<Fact>.Accepted { Events: var facts }:
                await AppendAsync(
                    new StreamCommand(caller.CommandId, hash, caller.ToPerson(), now, clock.Training),
                    facts,
                    (state, sequence) => EventSerializer.Canonical(Replies.Done(sequence, Reference(state))));
                return Replies.Done(Stream.Sequence, Reference(Stream.State));
            case Decision<Fact>.Refused { Violations: var broken }:
                return Replies.Refused(Stream.Sequence, broken, library.Texts);
            case var unknown:
                throw new InvalidOperationException($"Unknown decision {unknown.GetType().Name}.");
        }
    }

    /// <summary>The articles of the regulation that the bureau lives by, now.</summary>
    private async Task<RecorderLaw> LawAsync(RecorderCommand command, DateTimeOffset now)
    {
        var bureau = command is RecorderCommand.Register { Entry.Bureau: var wanted } ? wanted : Stream.State.Registration?.Bureau;
        return bureau is not null && await GrainFactory.GetGrain<IBureauGrain>(bureau).ViewAsync() is { } view && library.InForce(view.ProfileCode, now) is { } law
            ? RecorderLaw.Of(law.Profile)
            : RecorderLaw.None;
    }

    private async Task AppendAsync(StreamCommand command, IReadOnlyList<Fact> facts, Func<RecorderState, long, string>? answer)
    {
        if (facts is not [])
        {
            var before = Stream.State;
            try
            {
                await Stream.AppendAsync(
                    command, facts, (state, sequence) => RecorderRows.Of(Id, Stream.Name, before, state, sequence, command.Now), answer, CancellationToken.None);
            }
            catch
            {
                DeactivateOnIdle();
                throw;
            }
        }

        await TellFleetAsync(command.Now, facts is not []);
    }
}
