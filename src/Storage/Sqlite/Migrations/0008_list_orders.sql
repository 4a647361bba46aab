-- Cases in the order of their numbers stand in an index of that order: any page of it, also the deepest, begins with a search instead of sorting the whole list.
-- It holds the filters and the text too, and so serves text searches in place of the index that began with the bureau.

CREATE INDEX cases_number ON cases (
    number_key, case_id,
    bureau, archived_at, stage, act_type, handler_id, next_due_at, overdue_count, missing_count, open_findings, opened_at, ended_at, updated_at,
    search_text
);
DROP INDEX cases_text;

-- The register of officers as a list: paged, searched and counted without reading the table.
CREATE INDEX officers_list ON officers (bureau, officer_id, name, certificate, active);
DROP INDEX officers_bureau;
