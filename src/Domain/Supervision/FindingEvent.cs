namespace Enforcement.Domain.Supervision;

/// <summary>What a supervisor [执法监督] must look at, and how it ended.</summary>
public abstract record FindingEvent : DomainEvent
{
    private FindingEvent()
    {
    }

    /// <summary>Something was found [发现问题].</summary>
    /// <param name="Finding">The id, unique in its stream.</param>
    /// <param name="Code">Stable code: <c>clock.missed</c>.</param>
    /// <param name="Article">The article that was not kept, or <see langword="null"/>.</param>
    /// <param name="Advisory">Not a breach of the regulation but a hint.</param>
    /// <param name="Text">What was found.</param>
    /// <param name="About">The clock, act or recording it is about.</param>
    /// <param name="At">When it was found.</param>
    public sealed record Raised(string Finding, string Code, string? Article, bool Advisory, Words Text, string? About, DateTimeOffset At) : FindingEvent;

    /// <summary>A supervisor closed it, with words. The mark on the case stays.</summary>
    public sealed record Resolved(string Finding, string Resolution, string ByName, DateTimeOffset At) : FindingEvent;
}
