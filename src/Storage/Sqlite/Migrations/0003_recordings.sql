-- The library of recordings: what it is searched by, sorted by and counted by.

ALTER TABLE recordings ADD COLUMN mode TEXT NOT NULL DEFAULT 'video';
ALTER TABLE recordings ADD COLUMN place TEXT;
ALTER TABLE recordings ADD COLUMN case_number TEXT;

-- What was drawn before is drawn again from the ledger: the announcement tells kind and place, the link its case.
UPDATE recordings SET
    mode = coalesce((SELECT json_extract(e.body, '$.payload.mode') FROM entries e WHERE e.stream = 'recording/' || recording_id AND e.name = 'recording.announced' ORDER BY e.sequence LIMIT 1), 'video'),
    place = (SELECT json_extract(e.body, '$.payload.place') FROM entries e WHERE e.stream = 'recording/' || recording_id AND e.name = 'recording.announced' ORDER BY e.sequence LIMIT 1),
    case_number = (SELECT json_extract(e.body, '$.payload.caseNumber') FROM entries e WHERE e.stream = 'recording/' || recording_id AND e.name = 'recording.linked' ORDER BY e.sequence DESC LIMIT 1);

-- What waits for somebody comes first: damaged, hand-in missed, without a case, not handed in, the rest. Within each the youngest first: one ascending number.
ALTER TABLE recordings ADD COLUMN urgency INTEGER GENERATED ALWAYS AS (
    CASE WHEN state = 'corrupted' THEN 0
         WHEN stored_at IS NULL AND hand_in_state = 'missed' THEN 1
         WHEN case_id IS NULL THEN 2
         WHEN stored_at IS NULL THEN 3
         ELSE 4 END * 4503599627370496 - started_at) VIRTUAL;
ALTER TABLE recordings ADD COLUMN hand_in_order INTEGER GENERATED ALWAYS AS (
    CASE WHEN stored_at IS NULL THEN coalesce(hand_in_due_at, 9223372036854775806) ELSE 9223372036854775807 END) VIRTUAL;
ALTER TABLE recordings ADD COLUMN search_text TEXT GENERATED ALWAYS AS (
    lower(recording_id || char(10) || officer_name || char(10) || coalesce(recorder_id, '') || char(10) || coalesce(place, '') || char(10) || coalesce(file_name, ''))) VIRTUAL;

CREATE INDEX recordings_urgency ON recordings (urgency, recording_id);
CREATE INDEX recordings_bureau_urgency ON recordings (bureau, urgency, recording_id);
CREATE INDEX recordings_hand_in_order ON recordings (hand_in_order, recording_id);
CREATE INDEX recordings_bureau_hand_in ON recordings (bureau, hand_in_order, recording_id);
CREATE INDEX recordings_officer ON recordings (officer_id, urgency, recording_id);
CREATE INDEX recordings_recorder ON recordings (recorder_id, urgency, recording_id) WHERE recorder_id IS NOT NULL;
-- The counts read this narrow index from end to end instead of the wide table; a text search reads the next one.
CREATE INDEX recordings_counts ON recordings (bureau, state, stored_at, hand_in_due_at, case_id);
CREATE INDEX recordings_search ON recordings (search_text);
