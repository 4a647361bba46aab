using System.Diagnostics;
using Enforcement.Domain.Deadlines;
using Enforcement.Domain.Supervision;

namespace Enforcement.Domain.Recordings;

/// <summary>What the stream of one recording adds up to.</summary>
public sealed record RecordingState
{
    /// <summary>Never announced.</summary>
    public static RecordingState None { get; } = new();

    /// <summary>The announcement; <see langword="null"/>: unknown.</summary>
    public RecordingEvent.Announced? Announcement { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The file.</summary>
    public FileFacts? File { get; init; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The case act that took it.</summary>
    public RecordingEvent.Linked? Link { get; init; }

    /// <summary>The declaration of remote work.</summary>
    public RecordingEvent.RemoteWorkDeclared? RemoteWork { get; init; }

    /// <summary>The declared return.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>A leaf that was found damaged.</summary>
    public long? CorruptedLeaf { get; init; }

    /// <summary>The marks that stand, by their place.</summary>
    public MarkBook Marks { get; init; } = MarkBook.Empty;

    /// <summary>The terms.</summary>
    public ClockBook Clocks { get; init; } = ClockBook.Empty;

    /// <summary>The findings.</summary>
    public FindingBook Findings { get; init; } = FindingBook.Empty;

    /// <summary>Whether it is known.</summary>
    public bool Exists => Announcement is not null;

    /// <summary>The state after a fact.</summary>
    public static RecordingState Evolve(RecordingState state, Fact fact) => fact.Event switch
    {
        RecordingEvent.Announced e => state with { Announcement = e, EndedAt = e.EndedAt },
        RecordingEvent.Ended e => state with { EndedAt = e.EndedAt },
        RecordingEvent.Stored e => state with { File = e.File, StoredAt = fact.OccurredAt },
        RecordingEvent.Linked e => state with { Link = e },
        RecordingEvent.RemoteWorkDeclared e => state with { RemoteWork = e },
        RecordingEvent.Returned e => state with { ReturnedAt = e.ReturnedAt },
        RecordingEvent.Viewed => state,
        RecordingEvent.Corrupted e => state with { CorruptedLeaf = e.Leaf },
        RecordingEvent.Marked e => state with { Marks = state.Marks.With(e) },
        RecordingEvent.MarkWithdrawn e => state with { Marks = state.Marks.Without(e.Mark) },
        ClockEvent e => state with { Clocks = state.Clocks.Evolve(e) },
        FindingEvent e => state with { Findings = state.Findings.Evolve(e) },
        _ => throw new UnreachableException($"RecordingState does not know {fact.Event.GetType().Name}."),
    };
}
