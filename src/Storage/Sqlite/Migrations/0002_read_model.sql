-- The read model: what lists show. Drawn from the entries in the same transaction; one table for each row type, columns named after its members.
-- Instants are microseconds since 1970-01-01T00:00:00Z, truth values 0 and 1.

CREATE TABLE cases (
    case_id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    bureau TEXT NOT NULL,
    act_type TEXT NOT NULL,
    origin TEXT NOT NULL,
    stage TEXT NOT NULL,
    title TEXT NOT NULL,
    party TEXT NOT NULL,
    handler_id TEXT NOT NULL,
    handler_name TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    ended_at INTEGER,
    archived_at INTEGER,
    next_due_at INTEGER,
    next_due_rule TEXT,
    overdue_count INTEGER NOT NULL,
    missed_count INTEGER NOT NULL,
    missing_count INTEGER NOT NULL,
    open_findings INTEGER NOT NULL,
    profile_id TEXT NOT NULL,
    training INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    search_text TEXT NOT NULL
) STRICT;

-- One index for each order, for the whole city and for one bureau. A case without a running term sorts after all others.
CREATE INDEX cases_due ON cases (coalesce(next_due_at, 9223372036854775807), case_id);
CREATE INDEX cases_opened ON cases (opened_at DESC, case_id);
CREATE INDEX cases_updated ON cases (updated_at DESC, case_id);
CREATE INDEX cases_bureau_due ON cases (bureau, coalesce(next_due_at, 9223372036854775807), case_id);
CREATE INDEX cases_bureau_opened ON cases (bureau, opened_at DESC, case_id);
CREATE INDEX cases_bureau_updated ON cases (bureau, updated_at DESC, case_id);
CREATE INDEX cases_bureau_stage ON cases (bureau, stage, coalesce(next_due_at, 9223372036854775807), case_id);
CREATE INDEX cases_counts ON cases (bureau, stage, overdue_count, next_due_at, missing_count);
-- A text search reads this narrow index from end to end instead of the wide table.
CREATE INDEX cases_search ON cases (search_text);
CREATE INDEX cases_handler ON cases (handler_id, coalesce(next_due_at, 9223372036854775807), case_id);

CREATE TABLE clocks (
    stream TEXT NOT NULL,
    clock_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    article TEXT NOT NULL,
    bureau TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    due_at INTEGER,
    state TEXT NOT NULL,
    stopped_at INTEGER,
    missed_at INTEGER,
    provisional INTEGER NOT NULL,
    calendar_version TEXT,
    PRIMARY KEY (stream, clock_id)
) STRICT;

CREATE INDEX clocks_running ON clocks (due_at, stream, clock_id) WHERE stopped_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX clocks_bureau_running ON clocks (bureau, due_at, stream, clock_id) WHERE stopped_at IS NULL AND due_at IS NOT NULL;

CREATE TABLE recordings (
    recording_id TEXT NOT NULL PRIMARY KEY,
    bureau TEXT NOT NULL,
    recorder_id TEXT,
    officer_id TEXT NOT NULL,
    officer_name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    state TEXT NOT NULL,
    file_name TEXT,
    content_type TEXT,
    size INTEGER,
    sha256 TEXT,
    case_id TEXT,
    act_id TEXT,
    hand_in_due_at INTEGER,
    hand_in_state TEXT NOT NULL,
    stored_at INTEGER,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX recordings_started ON recordings (started_at DESC, recording_id);
CREATE INDEX recordings_bureau ON recordings (bureau, started_at DESC, recording_id);
CREATE INDEX recordings_unlinked ON recordings (bureau, started_at DESC, recording_id) WHERE case_id IS NULL;
CREATE INDEX recordings_case ON recordings (case_id, started_at DESC, recording_id) WHERE case_id IS NOT NULL;
CREATE INDEX recordings_hand_in ON recordings (hand_in_due_at) WHERE stored_at IS NULL;
CREATE INDEX recordings_sha256 ON recordings (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE findings (
    finding_id TEXT NOT NULL PRIMARY KEY,
    bureau TEXT NOT NULL,
    stream TEXT NOT NULL,
    subject TEXT NOT NULL,
    code TEXT NOT NULL,
    article TEXT,
    advisory INTEGER NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    resolved_at INTEGER,
    resolved_by TEXT,
    resolution TEXT
) STRICT;

CREATE INDEX findings_raised ON findings (raised_at DESC, finding_id);
CREATE INDEX findings_bureau ON findings (bureau, raised_at DESC, finding_id);
CREATE INDEX findings_open ON findings (bureau, raised_at DESC, finding_id) WHERE resolved_at IS NULL;
CREATE INDEX findings_stream ON findings (stream);

CREATE TABLE officers (
    officer_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    bureau TEXT NOT NULL,
    certificate TEXT,
    certificate_valid_until TEXT,
    roles TEXT NOT NULL,
    active INTEGER NOT NULL
) STRICT;

CREATE INDEX officers_bureau ON officers (bureau, officer_id);

CREATE TABLE bureaus (
    bureau_id TEXT NOT NULL PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    district TEXT NOT NULL
) STRICT;
