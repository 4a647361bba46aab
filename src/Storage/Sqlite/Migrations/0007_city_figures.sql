-- Indices of the cockpit: each counts what happened within some days without reading the whole table.

CREATE INDEX cases_ended ON cases (ended_at, bureau) WHERE ended_at IS NOT NULL;
CREATE INDEX cases_archived ON cases (archived_at, bureau) WHERE archived_at IS NOT NULL;
CREATE INDEX cases_opened_bureau ON cases (opened_at, bureau);
CREATE INDEX cases_due_bureau ON cases (next_due_at, bureau) WHERE next_due_at IS NOT NULL;
CREATE INDEX clocks_missed ON clocks (missed_at, bureau) WHERE missed_at IS NOT NULL;
CREATE INDEX clocks_archive ON clocks (rule, due_at, bureau, state) WHERE rule = 'archive' AND due_at IS NOT NULL;
CREATE INDEX recordings_due ON recordings (hand_in_due_at, bureau, hand_in_state) WHERE hand_in_due_at IS NOT NULL;
CREATE INDEX recordings_linked ON recordings (started_at, bureau, case_id);
CREATE INDEX findings_open_articles ON findings (bureau, advisory, article) WHERE resolved_at IS NULL;
