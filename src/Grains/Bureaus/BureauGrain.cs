using Enforcement.Domain;
using Enforcement.Domain.Bureaus;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Law;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Time;

namespace Enforcement.Grains.Bureaus;

/// <summary>Keeps one bureau and gives its cases their numbers.</summary>
[GrainType("bureau")]
internal sealed class BureauGrain(ILedger ledger, LawLibrary library, ILegalClock clock) : Grain, IBureauGrain
{
    private EventStream<BureauState>? _stream;

    private EventStream<BureauState> Stream => _stream ?? throw new InvalidOperationException("The bureau is not activated.");

    private string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stream = new EventStream<BureauState>(ledger, StreamNames.Bureau(Id), BureauState.None, BureauState.Evolve);
        await _stream.LoadAsync(clock.Display, cancellationToken);
    }

    public async Task<CommandReply> FoundAsync(FoundBureau request, Caller caller)
    {
        var hash = EventStream<BureauState>.HashOf("found", request, caller);
        if (await Stream.AnswerAsync(caller.CommandId, hash, CancellationToken.None) is { } answer)
        {
            return EventSerializer.Parse<CommandReply>(answer);
        }

        var now = clock.Now;
        var wanted = new BureauEvent.Founded(request.NameZh.Trim(), request.NameEn.Trim(), request.Mark.Trim(), request.ProfileCode, request.District.Trim());
        List<Violation> broken = [];
        if (!PlainText.IsLine(wanted.NameZh, 100) || !PlainText.IsLine(wanted.NameEn, 200) || !PlainText.IsLine(wanted.Mark, 10) || wanted.District.Length > 100 || !PlainText.IsClean(wanted.District))
        {
            broken.Add(new("bureau.name", null, new("机关名称、英文名称、代字不能为空或过长", "Names and mark must be given and not too long"), new("填写名称与代字", "Give names and mark"), "name"));
        }

        if (library.InForce(request.ProfileCode, now) is null)
        {
            broken.Add(new("bureau.profile", null, new($"没有代码为“{request.ProfileCode}”且已生效的规定", $"There is no regulation \"{request.ProfileCode}\" in force"), new("选择已发布的规定", "Choose one that is published"), "profileCode"));
        }

        if (broken is not [])
        {
            return Replies.Refused(Stream.Sequence, broken, library.Texts);
        }

        if (Stream.State.Founding != wanted)
        {
            await AppendAsync(new StreamCommand(caller.CommandId, hash, caller.ToPerson(), now, clock.Training), new Fact(wanted, now), answer: true);
        }

        return Replies.Done(Stream.Sequence, Id);
    }

    public Task<BureauView?> ViewAsync() => Task.FromResult(Stream.State.Founding is { } f
        ? new BureauView(Id, f.NameZh, f.NameEn, f.Mark, f.ProfileCode, f.District)
        : null);

    public async Task<string> NumberAsync(string caseId, string actType, int year)
    {
        if (Stream.State.Numbers.TryGetValue(caseId, out var known))
        {
            return known;
        }

        var given = Stream.State.Next(caseId, Kebab.Parse<ActType>(actType) ?? throw new ArgumentException($"Unknown act type {actType}.", nameof(actType)), year);
        var now = clock.Now;
        await AppendAsync(new StreamCommand($"number-{caseId}", string.Empty, Person.System, now, clock.Training), new Fact(given, now), answer: false);
        return given.Number;
    }

    private async Task AppendAsync(StreamCommand command, Fact fact, bool answer)
    {
        try
        {
            await Stream.AppendAsync(
                command,
                [fact],
                (s, _) => new Projection(fact.Event is BureauEvent.Founded f ? [new BureauRow(Id, f.NameZh, f.NameEn, f.ProfileCode, f.District)] : [], null),
                answer ? (_, sequence) => EventSerializer.Canonical(Replies.Done(sequence, Id)) : null,
                CancellationToken.None);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
