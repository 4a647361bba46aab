using Enforcement.Domain;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Officers;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;

namespace Enforcement.Grains.Officers;

/// <summary>Keeps the register's entry of one officer.</summary>
[GrainType("officer")]
internal sealed class OfficerGrain(ILedger ledger, LawLibrary library, ILegalClock clock) : Grain, IOfficerGrain
{
    private EventStream<OfficerEvent.Registered?>? _stream;

    private EventStream<OfficerEvent.Registered?> Stream => _stream ?? throw new InvalidOperationException("The officer is not activated.");

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = new EventStream<OfficerEvent.Registered?>(ledger, StreamNames.Officer(this.GetPrimaryKeyString()), null, (_, fact) => (OfficerEvent.Registered)fact.Event);
        await _stream.LoadAsync(clock.Display, cancellationToken);
    }

    public async Task<CommandReply> RegisterAsync(RegisterOfficer request, Caller caller)
    {
        var hash = EventStream<OfficerEvent.Registered?>.HashOf("register", request, caller);
        if (await Stream.AnswerAsync(caller.CommandId, hash, CancellationToken.None) is { } answer)
        {
            return EventSerializer.Parse<CommandReply>(answer);
        }

        if (string.IsNullOrWhiteSpace(request.Bureau) || await GrainFactory.GetGrain<IBureauGrain>(request.Bureau).ViewAsync() is null)
        {
            return Replies.Refused(Stream.Sequence, [CaseInputs.UnknownBureau(request.Bureau)], library.Texts);
        }

        var now = clock.Now;
        var wanted = new OfficerEvent.Registered(
            request.Name.Trim(), request.Bureau, request.Certificate.Trim(), request.CertificateValidUntil, request.Roles.IsDefault ? [] : [.. request.Roles.Distinct()], request.Active);
        switch (OfficerDecider.Register(Stream.State, wanted, now))
        {
            case Decision<Fact>.Refused { Violations: var broken }:
                return Replies.Refused(Stream.Sequence, broken, library.Texts);
            case Decision<Fact>.Accepted { Events: { Count: > 0 } facts }:
                await AppendAsync(new StreamCommand(caller.CommandId, hash, caller.ToPerson(), now, clock.Training), facts);
                break;
        }

        return Replies.Done(Stream.Sequence, this.GetPrimaryKeyString());
    }

    public Task<OfficerView?> ViewAsync() => Task.FromResult(Stream.State is { } s
        ? new OfficerView(this.GetPrimaryKeyString(), s.Name, s.Bureau, s.Certificate, s.CertificateValidUntil, s.Roles, s.Active)
        : null);

    private async Task AppendAsync(StreamCommand command, IReadOnlyList<Fact> facts)
    {
        try
        {
            await Stream.AppendAsync(
                command,
                facts,
                (s, _) => new Projection([new OfficerRow(this.GetPrimaryKeyString(), s!.Name, s.Bureau, s.Certificate, s.CertificateValidUntil, string.Join(',', s.Roles), s.Active)], null),
                (_, sequence) => EventSerializer.Canonical(Replies.Done(sequence, this.GetPrimaryKeyString())),
                CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
