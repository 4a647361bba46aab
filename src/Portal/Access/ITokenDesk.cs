using System.Collections.Immutable;
using System.Security.Claims;

namespace Enforcement.Portal.Access;

/// <summary>Keeps the keys of programs [程序令牌] for the pages of administrators. Each call asks anew whether the person may.</summary>
public interface ITokenDesk
{
    /// <summary>The keys that this administrator keeps, the youngest first; never their secrets.</summary>
    ImmutableArray<TokenLine> List(ClaimsPrincipal by);

    /// <summary>Makes a key; its secret is in the answer and nowhere else.</summary>
    DeskAnswer Create(ClaimsPrincipal by, TokenDraft draft);

    /// <summary>Ends a key at once and for ever.</summary>
    DeskAnswer Revoke(ClaimsPrincipal by, string id);
}

/// <summary>A key as an administrator sees it.</summary>
/// <param name="State">live, expired, revoked.</param>
public sealed record TokenLine(
    string Id, string Name, SeatLine Seat, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, string State);

/// <summary>A key to be made.</summary>
public sealed record TokenDraft(string Name, SeatLine Seat, int Days);
