using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Regulations;
using Enforcement.Domain.Supervision;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Streams;

namespace Enforcement.Grains.Cases;

/// <summary>The read-model rows of a case: its own row always, terms and findings where they changed.</summary>
internal static class CaseRows
{
    public static Projection Of(string id, string stream, CaseState before, CaseState after, Profile profile, long sequence, StreamCommand command)
    {
        var opening = after.Opening!;
        return new Projection(
            [
                Row(id, after, profile, sequence, command),
                .. Clocks(stream, opening.Bureau, "case", id, before.Clocks, after.Clocks),
                .. Findings(stream, opening.Bureau, opening.Number, before.Findings, after.Findings),
                .. WorkRows.OfCase(id, stream, before, after, profile),
            ],
            after.Clocks.NextDue);
    }

    /// <summary>The rows of terms that changed.</summary>
    public static IEnumerable<ReadRow> Clocks(string stream, string bureau, string subject, string subjectId, ClockBook before, ClockBook after) =>
        after.Clocks.Values
            .Where(c => !ReferenceEquals(before.Find(c.Clock), c))
            .Select(c => new ClockRow(
                stream, c.Clock, c.Rule, c.Article, bureau, subject, c.SubjectId ?? subjectId, c.Started, c.Due.At, Kebab.Of(c.Phase),
                c.Stop?.At, c.Miss?.Detected, c.Due.Provisional, c.Due.CalendarVersion));

    /// <summary>The rows of findings that changed.</summary>
    public static IEnumerable<ReadRow> Findings(string stream, string bureau, string subject, FindingBook before, FindingBook after) =>
        after.Findings.Values
            .Where(f => !ReferenceEquals(before.Find(f.Raised.Finding), f))
            .Select(f => new FindingRow(
                $"{stream}/{f.Raised.Finding}", bureau, stream, subject, f.Raised.Code, f.Raised.Article, f.Raised.Advisory, f.Raised.Text.Zh, f.Raised.Text.En,
                f.Raised.At, f.Resolution?.At, f.Resolution?.ByName, f.Resolution?.Resolution));

    private static CaseRow Row(string id, CaseState state, Profile profile, long sequence, StreamCommand command)
    {
        var (opening, first) = (state.Opening!, state.Acts[0].Entry);
        var handler = CaseWork.HandlerOf(state);
        var next = state.Clocks.Clocks.Values.Where(c => c is { IsOpen: true, Suspension: null, Due.At: not null }).MinBy(c => c.Due.At);
        return new CaseRow(
            id,
            opening.Number,
            opening.Bureau,
            Kebab.Of(opening.ActType),
            Kebab.Of(opening.Origin),
            Kebab.Of(state.Stage),
            opening.Title,
            opening.Party.Name,
            handler.Id,
            handler.Name,
            first.OccurredAt,
            state.EndedAt,
            state.ArchivedAt,
            next?.Due.At,
            next?.Rule,
            state.Clocks.Clocks.Values.Count(c => c is { IsOpen: true, Miss: not null, Advisory: false }),
            state.Clocks.Clocks.Values.Count(c => c is { Miss: not null, Advisory: false }),
            Completeness.Of(state, profile).MissingCount,
            state.Findings.Findings.Values.Count(f => f.Resolution is null),
            opening.ProfileId,
            command.Training,
            sequence,
            command.Now,
            SearchText.Fold(string.Join('\n', opening.Number, opening.Title, opening.Party.Name, opening.Party.IdNumber, handler.Name)));
    }
}
