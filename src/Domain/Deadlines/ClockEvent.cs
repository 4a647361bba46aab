using System.Collections.Immutable;

namespace Enforcement.Domain.Deadlines;

/// <summary>What happened to a term [期限]. The decided instants, the article and the calendar version stand in the fact, so that replay asks no law.</summary>
public abstract record ClockEvent : DomainEvent
{
    private ClockEvent()
    {
    }

    /// <summary>The instance it is about: the rule's id; for acts followed by <c>#</c> and the subject's id; for a term that began again followed by <c>~2</c>, <c>~3</c> and so on.</summary>
    public abstract string Clock { get; init; }

    /// <summary>A term began to run.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="Rule">The rule's id in the profile.</param>
    /// <param name="Name">The name of the term.</param>
    /// <param name="Article">The article that sets it.</param>
    /// <param name="SubjectId">The act or recording; <see langword="null"/> for a clock of the case.</param>
    /// <param name="By">The act or recording whose event started it.</param>
    /// <param name="Started">The instant of the start event.</param>
    /// <param name="Term">How long it runs.</param>
    /// <param name="Date">The day given in a document, for such terms.</param>
    /// <param name="Roll">Whether the last day rolls to a working day.</param>
    /// <param name="Due">When it ends.</param>
    /// <param name="Advisory">Not in the regulation.</param>
    /// <param name="Warn">When it is shown as near, most distant first.</param>
    public sealed record Began(
        string Clock, string Rule, Words Name, string Article, string? SubjectId, string By, DateTimeOffset Started, Term Term, DateOnly? Date,
        bool Roll, DueInstant Due, bool Advisory, ImmutableArray<Term> Warn) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>What was demanded within the term was done.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="At">When it was done.</param>
    /// <param name="Late">Whether that was after the due instant.</param>
    /// <param name="By">The act that stopped it, or the recording.</param>
    public sealed record Stopped(string Clock, DateTimeOffset At, bool Late, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>A stopped term runs again with its original due instant (a form sent back).</summary>
    public sealed record Reopened(string Clock, DateTimeOffset At, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The term stands still.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="From">Since when.</param>
    /// <param name="Cause">Why, in words.</param>
    /// <param name="Article">The article that excludes the time.</param>
    /// <param name="By">The act that began it.</param>
    public sealed record Suspended(string Clock, DateTimeOffset From, Words Cause, string Article, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The term runs on; the time between is not counted.</summary>
    public sealed record Resumed(string Clock, DateTimeOffset Until, DueInstant Due, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The term was lawfully extended.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="Extension">By how much.</param>
    /// <param name="Due">The new due instant.</param>
    /// <param name="Article">The article that allows it.</param>
    /// <param name="By">The act that extended it.</param>
    public sealed record Extended(string Clock, Term Extension, DueInstant Due, string Article, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>Another law replaced the term [从其规定].</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="Term">The new term.</param>
    /// <param name="Due">The new due instant.</param>
    /// <param name="Article">The article of the regulation that lets it.</param>
    /// <param name="Source">The provision that sets the new term, as its citer names it.</param>
    /// <param name="Reason">Why it applies.</param>
    public sealed record Overridden(string Clock, Term Term, DueInstant Due, string Article, string Source, string Reason) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The due instant was decided again.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="Started">The start instant it is counted from.</param>
    /// <param name="Term">The term it is counted with.</param>
    /// <param name="Due">The new due instant.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Article">The article it rests on.</param>
    /// <param name="Excluded">The times left out, in the place of those before and as many; <see langword="null"/>: unchanged. One that turned out not to have been has no length.</param>
    public sealed record Restated(
        string Clock, DateTimeOffset Started, Term Term, DueInstant Due, RestatementCause Cause, string Article, ImmutableArray<Interval>? Excluded = null) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The term was not kept [逾期]. Stays for ever, whatever comes later.</summary>
    /// <param name="Clock">The instance.</param>
    /// <param name="Due">When it was due.</param>
    /// <param name="Detected">When the platform noticed.</param>
    /// <param name="DetectedLateSeconds">How long after the due instant that was, in whole seconds.</param>
    public sealed record Missed(string Clock, DateTimeOffset Due, DateTimeOffset Detected, long DetectedLateSeconds) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }

    /// <summary>The term no longer has an object (the entry that started it was corrected away).</summary>
    public sealed record Cancelled(string Clock, DateTimeOffset At, string By) : ClockEvent
    {
        /// <inheritdoc/>
        public override string Clock { get; init; } = Clock;
    }
}

/// <summary>Why a due instant was decided again.</summary>
public enum RestatementCause
{
    /// <summary>The holidays of a year involved were published.</summary>
    CalendarPublished,

    /// <summary>The starting entry was corrected.</summary>
    StartCorrected,

    /// <summary>Remote or continuous work was declared: the term waits for the return to the unit.</summary>
    RemoteWorkDeclared,

    /// <summary>The officer returned to the unit: the term counts from there.</summary>
    ReturnedToUnit,

    /// <summary>The beginning or the end of a suspension was corrected.</summary>
    SuspensionCorrected,

    /// <summary>An entry that extended the term was corrected and extends it no more: all extensions are taken back, those that stand follow again.</summary>
    ExtensionWithdrawn,
}
