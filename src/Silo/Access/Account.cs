using System.Collections.Immutable;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Access;

/// <summary>A role that a person holds, and where.</summary>
public sealed record Seat(Role Role, string Bureau);

/// <summary>A person who may sign in. The name is the id: it stands in ledger entries and is never given to another person.</summary>
public sealed record Account(
    string Name,
    string DisplayName,
    string? Certificate,
    ImmutableArray<Seat> Seats,
    string PasswordHash,
    bool MustChange,
    bool Disabled,
    int Failures,
    DateTimeOffset? LockedUntil,
    string Stamp,
    DateTimeOffset CreatedAt);

/// <summary>The key of a program: a random secret of 256 bits of which only the hash is kept.</summary>
public sealed record ProgramToken(
    string Id,
    string Name,
    string Hash,
    Seat Seat,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt);
