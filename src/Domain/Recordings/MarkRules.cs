using Enforcement.Domain.Cases;

namespace Enforcement.Domain.Recordings;

/// <summary>The rules of marks. A mark is a statement about evidence: it is never edited, only corrected or taken back by a later entry, and only by who made it.</summary>
internal static class MarkRules
{
    private const int LongestText = 200;
    private const int MostMarks = 500;

    /// <summary>Longer than any recorder records in one piece; a mark beyond it is a slip.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>A player's clock and the announced end may differ by as much.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    internal static Decision<Fact> Mark(RecordingState state, RecordingCommand.Mark c, Person by, DateTimeOffset now)
    {
        List<Violation> broken = [];
        if (state.File is null)
        {
            broken.Add(MarkRefusals.NoFile());
        }

        if (state.Marks.Given.Contains(c.Id))
        {
            return state.Marks.Standing.TryGetValue(c.Id, out var known) && known.AtMs == c.AtMs && known.Text == c.Text && known.Corrects == c.Corrects
                ? Accepted()
                : Refused(MarkRefusals.Exists());
        }

        if (c.Id is not { Length: > 0 and <= 64 } || !c.Id.All(static x => char.IsAsciiLetterLower(x) || char.IsAsciiDigit(x) || x == '-'))
        {
            broken.Add(MarkRefusals.BadId());
        }

        if (!IsText(c.Text))
        {
            broken.Add(MarkRefusals.Text("text"));
        }

        if (c.AtMs < 0 || c.AtMs > LastMs(state))
        {
            broken.Add(MarkRefusals.Outside());
        }

        if (state.Marks.Standing.Count >= MostMarks && c.Corrects is null)
        {
            broken.Add(MarkRefusals.TooMany(MostMarks));
        }

        if (c.Corrects is { } before && !state.Marks.Standing.ContainsKey(before))
        {
            broken.Add(MarkRefusals.Unknown());
        }

        return Foreign(state, c.Corrects, by) is { } foreign ? Refused([.. broken, foreign])
            : broken is not [] ? Refused([.. broken])
            : Accepted(new Fact(new RecordingEvent.Marked(c.Id, c.AtMs, c.Text, c.Corrects, by.Id), now));
    }

    internal static Decision<Fact> Withdraw(RecordingState state, RecordingCommand.WithdrawMark c, Person by, DateTimeOffset now) =>
        !state.Marks.Standing.ContainsKey(c.Id) ? (state.Marks.Given.Contains(c.Id) ? Accepted() : Refused(MarkRefusals.Unknown()))
        : Foreign(state, c.Id, by) is { } foreign ? Refused(foreign)
        : !IsText(c.Reason) ? Refused(MarkRefusals.Text("reason"))
        : Accepted(new Fact(new RecordingEvent.MarkWithdrawn(c.Id, c.Reason), now));

    private static Violation? Foreign(RecordingState state, string? mark, Person by) =>
        mark is not null && state.Marks.AuthorOf(mark) is { } author && author != by.Id ? MarkRefusals.NotYours() : null;

    private static double LastMs(RecordingState state) =>
        (state.EndedAt is { } ended ? ended - state.Announcement!.StartedAt + Tolerance : Longest).TotalMilliseconds;

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText && PlainText.IsClean(text);

    private static Decision<Fact> Accepted(params ReadOnlySpan<Fact> facts) => new Decision<Fact>.Accepted([.. facts]);

    private static Decision<Fact> Refused(params ReadOnlySpan<Violation> broken) => new Decision<Fact>.Refused([.. broken]);
}
