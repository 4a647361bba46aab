using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite.Fleet;

/// <summary>The tables of the fleet, step by step; the file says in <c>user_version</c> how many steps it has seen.</summary>
internal static class FleetSchema
{
    /// <summary>So that no other program's database is taken for this one.</summary>
    private const long ApplicationId = 1_179_403_600;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE recorders (
            recorder_id     TEXT NOT NULL PRIMARY KEY,
            bureau          TEXT NOT NULL,
            model           TEXT NOT NULL,
            serial          TEXT NOT NULL,
            state           TEXT NOT NULL,
            holder_id       TEXT,
            holder_name     TEXT,
            contact         TEXT GENERATED ALWAYS AS ('unknown') VIRTUAL, -- a lease, never stored: found when it is read
            last_contact_at INTEGER,
            battery         INTEGER,
            charging        INTEGER NOT NULL DEFAULT 0,
            docked          INTEGER NOT NULL DEFAULT 0,
            storage_free    INTEGER,
            storage_total   INTEGER,
            firmware        TEXT,
            drift_ms        INTEGER,
            recording_since INTEGER,
            recording_id    TEXT,
            latitude_e7     INTEGER,
            longitude_e7    INTEGER,
            position_at     INTEGER,
            open_alarms     INTEGER NOT NULL DEFAULT 0,
            search_text     TEXT NOT NULL,
            lost_at         INTEGER,
            register        INTEGER NOT NULL DEFAULT 0 -- the length of the ledger's stream that the register's columns are of
        ) STRICT;
        CREATE INDEX recorders_bureau ON recorders (bureau, recorder_id);
        CREATE INDEX recorders_holder ON recorders (holder_id) WHERE holder_id IS NOT NULL;
        CREATE INDEX recorders_serial ON recorders (serial) WHERE state <> 'retired';
        CREATE INDEX recorders_recording ON recorders (last_contact_at) WHERE recording_since IS NOT NULL AND lost_at IS NULL;

        CREATE TABLE checkpoints (
            recorder_id TEXT NOT NULL PRIMARY KEY,
            state       BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- By recorder first: a chart and a day's way are one run of neighbours, and what is too old stands at the beginning of it.
        CREATE TABLE history (
            recorder_id   TEXT    NOT NULL,
            at            INTEGER NOT NULL, -- the beginning of five minutes
            battery       INTEGER,
            storage_free  INTEGER,
            storage_total INTEGER,
            drift_ms      INTEGER,
            recording     INTEGER NOT NULL,
            PRIMARY KEY (recorder_id, at)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE track (
            recorder_id  TEXT    NOT NULL,
            at           INTEGER NOT NULL,
            latitude_e7  INTEGER NOT NULL,
            longitude_e7 INTEGER NOT NULL,
            recording    INTEGER NOT NULL,
            PRIMARY KEY (recorder_id, at)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alarms (
            alarm_id        TEXT    NOT NULL PRIMARY KEY,
            recorder_id     TEXT    NOT NULL,
            bureau          TEXT    NOT NULL,
            kind            TEXT    NOT NULL,
            severity        TEXT    NOT NULL,
            text_zh         TEXT    NOT NULL,
            text_en         TEXT    NOT NULL,
            holder_name     TEXT,
            recording_id    TEXT,
            raised_at       INTEGER NOT NULL,
            cleared_at      INTEGER,
            acknowledged_at INTEGER,
            acknowledged_by TEXT,
            note            TEXT
        ) STRICT;
        CREATE INDEX alarms_raised ON alarms (raised_at DESC, alarm_id);
        CREATE INDEX alarms_bureau ON alarms (bureau, raised_at DESC, alarm_id);
        CREATE INDEX alarms_recorder ON alarms (recorder_id, raised_at DESC, alarm_id);
        CREATE INDEX alarms_open ON alarms (raised_at DESC, alarm_id) WHERE acknowledged_at IS NULL;
        """,
        """
        -- An alarm of a state that comes and goes is one row until somebody has seen it.
        ALTER TABLE alarms ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE alarms ADD COLUMN last_at INTEGER;
        """,
    ];

    /// <exception cref="StoreUnavailableException">The file is of a newer program, or no database of a fleet.</exception>
    public static void Apply(SqliteDb db)
    {
        var found = db.Number("PRAGMA user_version") ?? 0;
        if (found > Steps.Length)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Newer, $"the fleet's database is at step {found}, this program knows {Steps.Length}: it was written by a newer program");
        }

        var application = db.Number("PRAGMA application_id") ?? 0;
        if (application != ApplicationId && (application != 0 || found != 0 || db.Number("SELECT count(*) FROM sqlite_schema") > 0))
        {
            throw new StoreUnavailableException(StoreUnavailableException.Corrupt, "the file is a database, but not one of this program's fleets");
        }

        for (var step = (int)found; step < Steps.Length; step++)
        {
            db.Run($"BEGIN IMMEDIATE; {Steps[step]} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {step + 1}; COMMIT;");
        }
    }
}
