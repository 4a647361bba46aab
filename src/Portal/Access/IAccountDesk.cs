using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Access;

/// <summary>Keeps the accounts of people [账户管理], for the pages of administrators. Each call asks anew whether the person may.</summary>
public interface IAccountDesk
{
    /// <summary>The accounts that this administrator keeps.</summary>
    ImmutableArray<AccountLine> List(ClaimsPrincipal by);

    /// <summary>The bureaus in which people may sit, the municipality included.</summary>
    ImmutableArray<SeatPlace> Places(ClaimsPrincipal by);

    /// <summary>The name of a bureau or of the municipality; <see langword="null"/>: unknown.</summary>
    Wording? NameOf(string bureau);

    /// <summary>Makes an account with a one-time password.</summary>
    DeskAnswer Create(ClaimsPrincipal by, AccountDraft draft);

    /// <summary>Enables or disables an account.</summary>
    DeskAnswer SetDisabled(ClaimsPrincipal by, string name, bool disabled);

    /// <summary>Gives an account a new one-time password.</summary>
    DeskAnswer Reset(ClaimsPrincipal by, string name);

    /// <summary>All seats of a signed-in person.</summary>
    ImmutableArray<SeatLine> SeatsOf(ClaimsPrincipal person);
}

/// <summary>A role that a person holds, and where.</summary>
public sealed record SeatLine(string Role, string Bureau);

/// <summary>Where people may sit.</summary>
public sealed record SeatPlace(string Bureau, Wording Name);

/// <summary>An account as an administrator sees it.</summary>
public sealed record AccountLine(
    string Name, string DisplayName, string? Certificate, ImmutableArray<SeatLine> Seats, bool Disabled, bool MustChangePassword, DateTimeOffset? LockedUntil);

/// <summary>A person to be given an account.</summary>
public sealed record AccountDraft(string Name, string DisplayName, string? Certificate, ImmutableArray<SeatLine> Seats);
