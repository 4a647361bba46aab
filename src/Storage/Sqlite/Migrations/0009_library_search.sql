-- Searches in the library of recordings read one index that holds the text, the case number and every filter, in the order of urgency: a page of the usual order
-- ends as soon as it is full, and no row of the table is read for what does not fit. It stands for the index of urgency and for that of the text.

CREATE INDEX recordings_library ON recordings (
    urgency, recording_id,
    bureau, officer_id, recorder_id, case_id, state, mode, started_at, stored_at, hand_in_due_at, hand_in_order,
    case_number, search_text
);
DROP INDEX recordings_urgency;
DROP INDEX recordings_search;
