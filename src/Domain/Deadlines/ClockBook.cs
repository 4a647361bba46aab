using System.Collections.Immutable;
using System.Diagnostics;

namespace Enforcement.Domain.Deadlines;

/// <summary>All terms of one aggregate, as their facts add up.</summary>
public sealed record ClockBook(ImmutableSortedDictionary<string, ClockState> Clocks)
{
    /// <summary>No terms.</summary>
    public static ClockBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, ClockState>(StringComparer.Ordinal));

    /// <summary>The earliest instant at which a term must be looked at, or <see langword="null"/> when none runs.</summary>
    public DateTimeOffset? NextDue => Clocks.Values.Min(c => c.NextDue);

    /// <summary>The instance, or <see langword="null"/>.</summary>
    public ClockState? Find(string clock) => Clocks.GetValueOrDefault(clock);

    /// <summary>The book after a fact.</summary>
    public ClockBook Evolve(ClockEvent @event) => @event switch
    {
        ClockEvent.Began e => Put(new ClockState
        {
            Clock = e.Clock,
            Rule = e.Rule,
            Name = e.Name,
            Article = e.Article,
            SubjectId = e.SubjectId,
            By = e.By,
            Started = e.Started,
            Term = e.Term,
            Date = e.Date,
            Roll = e.Roll,
            Due = e.Due,
            Advisory = e.Advisory,
            Warn = e.Warn,
        }),
        ClockEvent.Stopped e => Change(e, c => c with { Stop = e }),
        ClockEvent.Reopened e => Change(e, c => c with { Stop = null }),
        ClockEvent.Suspended e => Change(e, c => c with { Suspension = e }),
        ClockEvent.Resumed e => Change(e, c => c with
        {
            Suspension = null,
            Due = e.Due,
            Excluded = c.Excluded.Add(new Interval(c.Suspension!.From, e.Until)),
            Pauses = c.Pauses.Add(new Pause(c.Suspension.By, e.By)),
        }),
        ClockEvent.Extended e => Change(e, c => c with { Due = e.Due, Extensions = c.Extensions.Add(e) }),
        ClockEvent.Overridden e => Change(e, c => c with
        {
            Term = e.Term,
            Due = e.Due,
            Override = e,
            Overrides = c.Overrides ?? new TermOverride(c.Term, c.Article),
            Extensions = [],
        }),
        ClockEvent.Restated e => Change(e, c => c with
        {
            Started = e.Started,
            Term = e.Term,
            Due = e.Due,
            Date = e is { Term.Unit: TermUnit.Date, Due.At: { } end } ? ChinaTime.DayOf(end.AddTicks(-TimeSpan.TicksPerMicrosecond)) : c.Date,
            Article = e.Article,
            Excluded = e.Excluded ?? c.Excluded,
            Extensions = e.Cause is RestatementCause.ExtensionWithdrawn ? [] : c.Extensions,
            AwaitsReturn = e.Cause is RestatementCause.RemoteWorkDeclared,
        }),
        ClockEvent.Missed e => Change(e, c => c with { Miss = e }),
        ClockEvent.Cancelled e => Change(e, c => c with { IsCancelled = true }),
        _ => throw new UnreachableException($"ClockBook does not know {@event.GetType().Name}."),
    };

    private ClockBook Put(ClockState clock) => new(Clocks.SetItem(clock.Clock, clock));

    private ClockBook Change(ClockEvent e, Func<ClockState, ClockState> change) =>
        Clocks.TryGetValue(e.Clock, out var clock)
            ? Put(change(clock))
            : throw new UnreachableException($"{e.GetType().Name} for the unknown clock {e.Clock}.");
}
