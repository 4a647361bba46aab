-- What waits for whom: one row for each thing and role. Written and taken away in the transaction of the entries it follows from.

CREATE TABLE work_items (
    stream TEXT NOT NULL,
    item TEXT NOT NULL,
    role TEXT NOT NULL,
    bureau TEXT NOT NULL,
    kind TEXT NOT NULL,
    officer_id TEXT,
    case_id TEXT,
    subject TEXT NOT NULL,
    cause TEXT NOT NULL,
    act TEXT,
    about TEXT,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    article TEXT,
    since_at INTEGER NOT NULL,
    due_at INTEGER,
    term_zh TEXT,
    term_en TEXT,
    note TEXT,
    PRIMARY KEY (stream, item, role)
) STRICT;

-- A person's list walks through the role's list of the bureau: officer and kind stand in the index, so that what is somebody else's is passed over without reading its row.
CREATE INDEX work_items_bureau ON work_items (bureau, role, coalesce(due_at, 9223372036854775807), stream, item, officer_id, kind);
CREATE INDEX work_items_role ON work_items (role, coalesce(due_at, 9223372036854775807), stream, item, officer_id, kind);
CREATE INDEX work_items_case ON work_items (case_id) WHERE case_id IS NOT NULL;

-- Streams that were written before a table was there: their rows are drawn once, then the stream leaves this list.
CREATE TABLE redraw (stream TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO redraw (stream) SELECT stream FROM streams WHERE stream LIKE 'case/%' OR stream LIKE 'recording/%';
