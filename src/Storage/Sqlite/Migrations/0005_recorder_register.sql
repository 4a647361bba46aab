-- The register of recorders, written with the facts it is drawn from. That two recorders in service never have one serial number is held here,
-- because only the database sees both at once; the same for ids that differ by case alone.

CREATE TABLE recorder_register (
    recorder_id TEXT NOT NULL PRIMARY KEY,
    id_key TEXT NOT NULL,
    bureau TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT,
    state TEXT NOT NULL,
    holder_id TEXT,
    holder_name TEXT,
    storage_bytes INTEGER NOT NULL,
    note TEXT NOT NULL,
    key_generation INTEGER NOT NULL,
    touched_recording TEXT,
    sequence INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX recorder_register_id ON recorder_register (id_key);
CREATE UNIQUE INDEX recorder_register_serial ON recorder_register (serial_key) WHERE serial_key IS NOT NULL;
