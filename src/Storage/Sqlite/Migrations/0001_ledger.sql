-- The ledger: what happened, in the order it was written, never changed.

PRAGMA application_id = 1162757708; -- "ENFL"

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
    position INTEGER NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    name TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    command_id TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, sequence)
) STRICT;

-- Where each stream ends, and when it next wants to be woken.
CREATE TABLE streams (
    stream TEXT NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    due_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX streams_due ON streams (due_at, stream) WHERE due_at IS NOT NULL;

CREATE TABLE ledger_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    frontier BLOB NOT NULL,
    recorded_at INTEGER
) STRICT;

-- The root of the empty tree is SHA-256 of nothing.
INSERT INTO ledger_head (id, count, root, frontier, recorded_at)
VALUES (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'', NULL);

-- Each checkpoint is sealed by a hash over itself and the seal before it.
CREATE TABLE checkpoints (
    count INTEGER NOT NULL PRIMARY KEY,
    root BLOB NOT NULL CHECK (length(root) = 32),
    made_at INTEGER NOT NULL,
    seal BLOB NOT NULL CHECK (length(seal) = 32)
) STRICT;

CREATE TABLE answers (
    stream TEXT NOT NULL,
    command_id TEXT NOT NULL,
    command_hash TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (stream, command_id)
) STRICT;

CREATE TABLE profiles (
    hash TEXT NOT NULL PRIMARY KEY,
    profile_id TEXT NOT NULL,
    text TEXT NOT NULL,
    kept_at INTEGER NOT NULL
) STRICT;

-- The database itself refuses change. The triggers on INSERT also stop INSERT OR REPLACE on a connection that has not set recursive_triggers,
-- because they run before the conflict is resolved.
CREATE TRIGGER entries_append BEFORE INSERT ON entries
WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM entries)
    OR NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entries WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'entries: only the next position of the ledger and the next sequence of the stream can be written'); END;

CREATE TRIGGER entries_update BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries: what is written cannot be changed'); END;

CREATE TRIGGER entries_delete BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries: what is written cannot be deleted'); END;

CREATE TRIGGER ledger_head_insert BEFORE INSERT ON ledger_head
BEGIN SELECT RAISE(ABORT, 'ledger_head: there is one head'); END;

CREATE TRIGGER ledger_head_update BEFORE UPDATE ON ledger_head
WHEN NEW.count <= OLD.count
BEGIN SELECT RAISE(ABORT, 'ledger_head: the ledger only grows'); END;

CREATE TRIGGER ledger_head_delete BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'ledger_head: the head cannot be deleted'); END;

CREATE TRIGGER checkpoints_append BEFORE INSERT ON checkpoints
WHEN NEW.count <= (SELECT coalesce(max(count), 0) FROM checkpoints)
BEGIN SELECT RAISE(ABORT, 'checkpoints: only a later checkpoint can be written'); END;

CREATE TRIGGER checkpoints_update BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints: what is written cannot be changed'); END;

CREATE TRIGGER checkpoints_delete BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'checkpoints: what is written cannot be deleted'); END;

CREATE TRIGGER answers_append BEFORE INSERT ON answers
WHEN EXISTS (SELECT 1 FROM answers WHERE stream = NEW.stream AND command_id = NEW.command_id)
BEGIN SELECT RAISE(ABORT, 'answers: a command is answered once'); END;

CREATE TRIGGER answers_update BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'answers: what is written cannot be changed'); END;

CREATE TRIGGER answers_delete BEFORE DELETE ON answers
BEGIN SELECT RAISE(ABORT, 'answers: what is written cannot be deleted'); END;

CREATE TRIGGER profiles_append BEFORE INSERT ON profiles
WHEN EXISTS (SELECT 1 FROM profiles WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'profiles: a text is kept once'); END;

CREATE TRIGGER profiles_update BEFORE UPDATE ON profiles
BEGIN SELECT RAISE(ABORT, 'profiles: what is written cannot be changed'); END;

CREATE TRIGGER profiles_delete BEFORE DELETE ON profiles
BEGIN SELECT RAISE(ABORT, 'profiles: what is written cannot be deleted'); END;

CREATE TRIGGER meta_insert BEFORE INSERT ON meta
WHEN EXISTS (SELECT 1 FROM meta WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'meta: a fact of the installation is written once'); END;

CREATE TRIGGER meta_update BEFORE UPDATE ON meta
BEGIN SELECT RAISE(ABORT, 'meta: what the installation is for cannot be changed'); END;

CREATE TRIGGER meta_delete BEFORE DELETE ON meta
BEGIN SELECT RAISE(ABORT, 'meta: what the installation is for cannot be deleted'); END;
