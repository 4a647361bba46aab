namespace Enforcement.Domain.Deadlines;

/// <summary>A stretch of time, half open: <see cref="From"/> belongs to it, <see cref="Until"/> does not. Used for closed suspensions [中止].</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The instant at which it has ended. Equal to <paramref name="From"/>: empty. Earlier: refused by <see cref="Terms.Due"/>.</param>
public readonly record struct Interval(DateTimeOffset From, DateTimeOffset Until);
