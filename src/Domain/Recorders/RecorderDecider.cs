using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Recorders;

/// <summary>The rules of a recorder, as a pure function of the past, the command, the law and the time.</summary>
public static partial class RecorderDecider
{
    private const long MostStorage = 100_000_000_000_000;
    private const int LongestNote = 500;

    /// <summary>Decides a command: the facts to append (none: it was done before), or all the rules it breaks.</summary>
    /// <param name="state">What the ledger adds up to.</param>
    /// <param name="command">The command.</param>
    /// <param name="law">The articles of the bureau's regulation.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="now">The legal clock.</param>
    public static Decision<Fact> Decide(RecorderState state, RecorderCommand command, RecorderLaw law, Person by, DateTimeOffset now)
    {
        if (!state.Exists && command is not RecorderCommand.Register)
        {
            return Refused(RecorderRefusals.Unknown());
        }

        return command switch
        {
            RecorderCommand.Register c => Register(state, c, law, now),
            RecorderCommand.Issue c => Issue(state, c, law, now),
            RecorderCommand.Return c => Return(state, c, law, now),
            RecorderCommand.SendToRepair c => SendToRepair(state, c, law, now),
            RecorderCommand.FinishRepair c => FinishRepair(state, c, law, now),
            RecorderCommand.Retire c => Retire(state, c, now),
            RecorderCommand.RenewKey => state.Stage is RecorderStage.Retired
                ? Refused(RecorderRefusals.Retired(law.Supply))
                : Accepted(new RecorderEvent.KeyRenewed(state.KeyGeneration + 1), now),
            RecorderCommand.NoteRecordingStarted c => Started(state, c, law, now),
            RecorderCommand.NoteRecordingStopped c => Stopped(state, c, now),
            RecorderCommand.NoteFault c => Fault(state, c, now),
            RecorderCommand.NoteContactLost c => Lost(state, c, law, now),
            RecorderCommand.NoteContactFound c => Found(state, c, now),
            RecorderCommand.CompareFile c => Compare(state, c, law, now),
            RecorderCommand.NoteNotAnnounced c => NotAnnounced(state, c, law, now),
            RecorderCommand.ResolveFinding c => Resolve(state, c, by, now),
            _ => throw new UnreachableException($"RecorderDecider does not know {command.GetType().Name}."),
        };
    }

    private static Decision<Fact> Register(RecorderState state, RecorderCommand.Register c, RecorderLaw law, DateTimeOffset now)
    {
        var (wanted, known) = (c.Entry, state.Registration);
        if (known == wanted)
        {
            return Nothing;
        }

        List<Violation> broken = [];
        if (state.Stage is RecorderStage.Retired)
        {
            broken.Add(RecorderRefusals.Retired(law.Supply));
        }

        if (c.IdTakenBy is { } same)
        {
            broken.Add(RecorderRefusals.IdTaken(same));
        }

        if (!PlainText.IsLine(wanted.Model, 100))
        {
            broken.Add(RecorderRefusals.Model());
        }

        if (!PlainText.IsLine(wanted.Serial, 64))
        {
            broken.Add(RecorderRefusals.Serial());
        }
        else if (c.SerialTakenBy is { } other)
        {
            broken.Add(RecorderRefusals.SerialTaken(wanted.Serial, other, law.Supply));
        }

        if (wanted.StorageBytes is < 0 or > MostStorage)
        {
            broken.Add(RecorderRefusals.Storage());
        }

        if (!IsNote(wanted.Note))
        {
            broken.Add(RecorderRefusals.Note("note"));
        }

        if (known is not null && known.Bureau != wanted.Bureau && state.Stage is RecorderStage.Issued or RecorderStage.Repair)
        {
            broken.Add(RecorderRefusals.Moves(state.Stage, law.Supply));
        }

        return broken is [] ? Accepted(wanted, now) : Refused([.. broken]);
    }

    private static Decision<Fact> Issue(RecorderState state, RecorderCommand.Issue c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Holder is { } holder && holder.OfficerId == c.OfficerId)
        {
            return Nothing;
        }

        List<Violation> broken = [.. OutOfUse(state, law)];
        if (state.Holder is { } other)
        {
            broken.Add(RecorderRefusals.Held(other, law.Use ?? law.Supply));
        }

        if (c.OfficerName is null)
        {
            broken.Add(RecorderRefusals.UnknownOfficer(c.OfficerId));
        }

        if (!IsNote(c.Note))
        {
            broken.Add(RecorderRefusals.Note("note"));
        }

        return broken is [] ? Accepted(new RecorderEvent.Issued(c.OfficerId, c.OfficerName!, c.Note), now) : Refused([.. broken]);
    }

    private static Decision<Fact> Return(RecorderState state, RecorderCommand.Return c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Stage is RecorderStage.InStore)
        {
            return Nothing;
        }

        List<Violation> broken = [.. OutOfUse(state, law)];
        if (!IsNote(c.Note))
        {
            broken.Add(RecorderRefusals.Note("note"));
        }

        return broken is [] && state.Holder is { } holder
            ? Accepted(new RecorderEvent.Returned(holder.OfficerId, holder.OfficerName, c.Note), now)
            : Refused([.. broken]);
    }

    private static Decision<Fact> SendToRepair(RecorderState state, RecorderCommand.SendToRepair c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Stage is RecorderStage.Repair && state.Reason == c.Reason)
        {
            return Nothing;
        }

        List<Violation> broken = [.. OutOfUse(state, law)];
        if (!PlainText.IsLine(c.Reason, LongestNote))
        {
            broken.Add(RecorderRefusals.Reason("reason"));
        }

        if (broken is not [])
        {
            return Refused([.. broken]);
        }

        // Out of the holder's hands first, so that the register says how long who had it.
        var sent = new Fact(new RecorderEvent.SentToRepair(c.Reason), now);
        return state.Holder is { } holder
            ? Accepted([new Fact(new RecorderEvent.Returned(holder.OfficerId, holder.OfficerName, string.Empty), now), sent])
            : Accepted([sent]);
    }

    private static Decision<Fact> FinishRepair(RecorderState state, RecorderCommand.FinishRepair c, RecorderLaw law, DateTimeOffset now)
    {
        if (state.Stage is RecorderStage.InStore && state.Reason == c.Work)
        {
            return Nothing;
        }

        List<Violation> broken = [];
        if (state.Stage is RecorderStage.Retired)
        {
            broken.Add(RecorderRefusals.Retired(law.Supply));
        }
        else if (state.Stage is not RecorderStage.Repair)
        {
            broken.Add(RecorderRefusals.NotInRepair());
        }

        if (!PlainText.IsLine(c.Work, LongestNote))
        {
            broken.Add(RecorderRefusals.Reason("reason"));
        }

        return broken is [] ? Accepted(new RecorderEvent.Repaired(c.Work), now) : Refused([.. broken]);
    }

    /// <summary>A lost device is retired out of its holder's hands: who held it stands in the register.</summary>
    private static Decision<Fact> Retire(RecorderState state, RecorderCommand.Retire c, DateTimeOffset now) =>
        !PlainText.IsLine(c.Reason, LongestNote) ? Refused(RecorderRefusals.Reason("reason"))
        : state.Stage is not RecorderStage.Retired ? Accepted(new RecorderEvent.Retired(c.Reason), now)
        : state.Reason == c.Reason ? Nothing
        : Refused(RecorderRefusals.RetiredOtherwise());

    private static IEnumerable<Violation> OutOfUse(RecorderState state, RecorderLaw law) => state.Stage switch
    {
        RecorderStage.Retired => [RecorderRefusals.Retired(law.Supply)],
        RecorderStage.Repair => [RecorderRefusals.InRepair()],
        _ => [],
    };

    private static bool IsNote(string note) => note.Length <= LongestNote && PlainText.IsClean(note, lines: true);

    private static Decision<Fact> Nothing { get; } = new Decision<Fact>.Accepted([]);

    private static Decision<Fact> Accepted(RecorderEvent @event, DateTimeOffset at) => Accepted([new Fact(@event, at)]);

    private static Decision<Fact> Accepted(ImmutableArray<Fact> facts) => new Decision<Fact>.Accepted(facts);

    private static Decision<Fact> Refused(params ImmutableArray<Violation> broken) => new Decision<Fact>.Refused(broken);
}
