namespace Enforcement.Silo.Api;

/// <summary>The words about sessions, accounts, keys and the clock in the description of the API.</summary>
internal static class EdgeDocs
{
    public static readonly EndpointDoc SignIn = new(
        "Sign in",
        "Name and password of a local account; the session is a cookie. The answer holds the anti-forgery proof that every change must carry in its header. Five wrong passwords lock the account for a while: 423. Programs use a bearer token instead.",
        """{ "name": "cm-officer", "password": "……", "seat": { "role": "officer", "bureau": "CM" } }""");

    public static readonly EndpointDoc Session = new("Read one's own session", "Who is signed in, in which seat, with which permissions, and the anti-forgery proof.");

    public static readonly EndpointDoc SignOut = new("Sign out", "Ends the session of this cookie.");

    public static readonly EndpointDoc Seat = new(
        "Switch the seat", "Whoever holds several roles acts in one of them at a time.", """{ "role": "unit-head", "bureau": "CM" }""");

    public static readonly EndpointDoc Password = new(
        "Change one's own password", "Ends all other sessions of the account.", """{ "currentPassword": "……", "newPassword": "……" }""");

    public static readonly EndpointDoc Accounts = new("List accounts", "Accounts whose every seat is within your reach.");

    public static readonly EndpointDoc NewAccount = new(
        "Make an account",
        "Gives the person seats in bureaus that were founded before. The one-time password stands in the answer and nowhere else. A name is never given to another person.",
        """{ "name": "li.ming", "displayName": "李明", "seats": [ { "role": "officer", "bureau": "CM" } ], "certificate": "15030700123" }""");

    public static readonly EndpointDoc Account = new("Read an account", "Never its password.");

    public static readonly EndpointDoc ChangeAccount = new(
        "Change an account", "Disables it or changes its seats; what is absent stays. Nobody does it to the own account.", """{ "disabled": true }""");

    public static readonly EndpointDoc ResetPassword = new("Reset a password", "Makes a new one-time password and ends the sessions and the lock of the account.");

    public static readonly EndpointDoc Tokens = new("List keys of programs", "Never their secrets.");

    public static readonly EndpointDoc NewToken = new(
        "Make a key for a program",
        "For docking stations, gateways and other systems, in one role of one bureau. The secret stands in the answer and nowhere else; it is sent as Authorization: Bearer.",
        """{ "name": "采集站 03", "role": "fleet-manager", "bureau": "CM", "days": 365 }""");

    public static readonly EndpointDoc Revoke = new("Revoke a key", "At once and for ever.");

    public static readonly EndpointDoc Clock = new("Read the legal clock", "Now by the clock that decides terms, whether this is a training installation, and whether the clock stands behind the last entry.");

    public static readonly EndpointDoc Advance = new(
        "Advance the training clock",
        "Training installations only. The answer comes when every term that fell due on the way has been noticed.",
        """{ "to": "2026-03-03T02:00:00Z" }""");

    public static readonly EndpointDoc Accept = new(
        "Go on although the clock is behind", "Lets commands go on although the system clock stands behind the last entry; the reason is kept.", """{ "reason": "主板电池更换后时钟已校准。" }""");

    public static readonly EndpointDoc Live = new("Is the process alive", "Answers while the process runs; needs no sign-in.");

    public static readonly EndpointDoc Ready = new("Should it be sent work", "ready, seeding (the demo city is being made) or not-ready, with what was looked at; needs no sign-in.");

    public static readonly EndpointDoc Scrub = new("Read where the background reading stands", "Every stored file is read again once in a set time, a week by default.");

    public static readonly EndpointDoc ScrubNow = new("Read everything again now", "Begins at the first file, as fast as it goes; what is found becomes findings.");
}
