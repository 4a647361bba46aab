namespace Enforcement.Domain;

/// <summary>A fact of some aggregate's stream. Families derive from it; a stream may hold facts of several families (a case has terms and findings).</summary>
/// <remarks>When it happened stands in the ledger entry's <c>occurredAt</c>, set by whoever decides: see <see cref="Fact"/>.</remarks>
public abstract record DomainEvent;

/// <summary>A fact together with when it happened.</summary>
/// <param name="Event">What happened.</param>
/// <param name="OccurredAt">When: declared by a named person, measured by a device, or the legal clock's now.</param>
public sealed record Fact(DomainEvent Event, DateTimeOffset OccurredAt);
