using System.ComponentModel.DataAnnotations;

namespace Enforcement.Silo.Configuration;

/// <summary>The section "Enforcement": every setting there is. A key that is not here is refused at start.</summary>
public sealed class Settings
{
    public SessionSettings Session { get; init; } = new();

    public SignInSettings SignIn { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();

    public MediaSettings Media { get; init; } = new();

    public FleetSettings Fleet { get; init; } = new();

    public DemoSettings Demo { get; init; } = new();
}

/// <summary>How long telemetry of recorders is kept, and how much of it is taken.</summary>
public sealed class FleetSettings
{
    /// <summary>Days that battery, storage and clock are kept for the charts.</summary>
    [Range(1, 3660)]
    public int HistoryDays { get; init; } = 35;

    /// <summary>Days that the way of a recorder is kept: people's movements are not kept longer than they are needed.</summary>
    [Range(1, 3660)]
    public int TrackDays { get; init; } = 8;

    /// <summary>Days that alarms are kept which are over and were seen.</summary>
    [Range(1, 3660)]
    public int AlarmDays { get; init; } = 400;

    /// <summary>Batches a second that one recorder may send in the long run.</summary>
    [Range(1, 1000)]
    public int BatchesPerSecond { get; init; } = 5;

    /// <summary>Batches that one recorder may send at once after a silence.</summary>
    [Range(1, 10_000)]
    public int BatchesAtOnce { get; init; } = 20;

    /// <summary>Requests a second that one gateway may send in the long run.</summary>
    [Range(1, 10_000)]
    public int GatewayRequestsPerSecond { get; init; } = 200;
}

/// <summary>What the demo city does besides standing there.</summary>
public sealed class DemoSettings
{
    /// <summary>Whether its recorders move, record and report.</summary>
    public bool Recorders { get; init; } = true;

    /// <summary>How many cases it gets when it is made.</summary>
    [Range(1, 5000)]
    public int Cases { get; init; } = 300;
}

/// <summary>How long a person stays signed in.</summary>
public sealed class SessionSettings
{
    /// <summary>Minutes without any request after which a session ends.</summary>
    [Range(5, 24 * 60)]
    public int IdleMinutes { get; init; } = 8 * 60;

    /// <summary>Seconds after which an open page asks again whether its account may still be used.</summary>
    [Range(1, 3600)]
    public int RevalidateSeconds { get; init; } = 30;
}

/// <summary>How often somebody may try a password.</summary>
public sealed class SignInSettings
{
    /// <summary>Wrong passwords in a row that lock the account.</summary>
    [Range(3, 20)]
    public int FailuresBeforeLock { get; init; } = 5;

    /// <summary>Minutes for which it is locked.</summary>
    [Range(1, 24 * 60)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>Attempts per minute from one address, whatever the account.</summary>
    [Range(1, 10_000)]
    public int AttemptsPerMinute { get; init; } = 20;

    /// <summary>The fewest characters of a password that a person chooses.</summary>
    [Range(8, 128)]
    public int PasswordLength { get; init; } = 10;
}

/// <summary>What a request may weigh.</summary>
public sealed class LimitSettings
{
    /// <summary>Bytes of a JSON body. Uploads of recordings have a limit of their own.</summary>
    [Range(16 * 1024, 64 * 1024 * 1024)]
    public int JsonBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes that must be free on the disk of the data folder for the installation to call itself ready.</summary>
    [Range(0, long.MaxValue)]
    public long FreeDiskBytes { get; init; } = 256L * 1024 * 1024;
}

/// <summary>How files are taken and looked after.</summary>
public sealed class MediaSettings
{
    /// <summary>Bytes of the largest recording.</summary>
    [Range(1024 * 1024, 1024L * 1024 * 1024 * 1024)]
    public long LargestBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Hours that an unfinished upload is kept after its last chunk.</summary>
    [Range(1, 24 * 90)]
    public int UnfinishedHours { get; init; } = 24 * 7;

    /// <summary>Bytes on the disk that arriving files never use: the ledger may lie there too.</summary>
    [Range(0, long.MaxValue)]
    public long ReserveBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Hours in which everything that is kept is read again once.</summary>
    [Range(1, 24 * 366)]
    public int ScrubHours { get; init; } = 24 * 7;

    /// <summary>Bytes a second that this reading never exceeds.</summary>
    [Range(1024 * 1024, long.MaxValue)]
    public long ScrubBytesPerSecond { get; init; } = 64L * 1024 * 1024;
}
