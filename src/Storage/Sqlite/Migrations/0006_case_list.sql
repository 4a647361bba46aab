-- The list of cases as a daily tool: any filter with any order.
-- No set of indexes serves every filter with every order. An index that covers all filters and orders is read from end to end instead, one bureau of it
-- where the scope is one bureau: the same small cost whatever is asked, also where few rows fit. What is open, the daily question, has a short one.

-- Case numbers as people order them: 〔2026〕2号 before 〔2026〕10号.
ALTER TABLE cases ADD COLUMN number_key TEXT GENERATED ALWAYS AS (
    substr(number, 1, instr(number, '〕')) || printf('%012d', CAST(substr(number, instr(number, '〕') + 1) AS INTEGER)) || number
) VIRTUAL;

-- Searches compare folded text, and find the handler too; what is kept is folded here as the program folds it from now on.
UPDATE cases SET search_text = lower(search_text || char(10) || handler_name);
UPDATE cases SET search_text = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_text, '０', '0'), '１', '1'), '２', '2'), '３', '3'), '４', '4'), '５', '5'), '６', '6'), '７', '7'), '８', '8'), '９', '9');
UPDATE cases SET search_text = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_text, 'ａ', 'a'), 'ｂ', 'b'), 'ｃ', 'c'), 'ｄ', 'd'), 'ｅ', 'e'), 'ｆ', 'f'), 'ｇ', 'g'), 'ｈ', 'h'), 'ｉ', 'i'), 'ｊ', 'j'), 'ｋ', 'k'), 'ｌ', 'l'), 'ｍ', 'm'), 'ｎ', 'n'), 'ｏ', 'o'), 'ｐ', 'p'), 'ｑ', 'q'), 'ｒ', 'r'), 'ｓ', 's'), 'ｔ', 't'), 'ｕ', 'u'), 'ｖ', 'v'), 'ｗ', 'w'), 'ｘ', 'x'), 'ｙ', 'y'), 'ｚ', 'z');
UPDATE cases SET search_text = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_text, '[', '('), '{', '('), '〔', '('), '【', '('), '（', '('), '［', '('), '〈', '('), '《', '('), ']', ')'), '}', ')'), '〕', ')'), '】', ')'), '）', ')'), '］', ')'), '〉', ')'), '》', ')');
UPDATE cases SET search_text = replace(replace(replace(replace(replace(replace(search_text, '－', '-'), '—', '-'), '–', '-'), '‐', '-'), '−', '-'), '　', ' ');

DROP INDEX cases_due;
DROP INDEX cases_opened;
DROP INDEX cases_updated;
DROP INDEX cases_bureau_due;
DROP INDEX cases_bureau_opened;
DROP INDEX cases_bureau_updated;
DROP INDEX cases_bureau_stage;
DROP INDEX cases_search;

-- Everything but text: narrow, for it is read from end to end.
CREATE INDEX cases_list ON cases (
    bureau, archived_at, stage, act_type, handler_id, next_due_at, overdue_count, missing_count, open_findings, opened_at, ended_at, updated_at, case_id
);
-- With the texts, for searches and for the order by number.
CREATE INDEX cases_text ON cases (
    bureau, archived_at, stage, act_type, handler_id, next_due_at, overdue_count, missing_count, open_findings, opened_at, ended_at, updated_at, case_id,
    number_key, search_text
);
CREATE INDEX cases_open ON cases (
    bureau, archived_at, stage, act_type, handler_id, next_due_at, overdue_count, missing_count, open_findings, opened_at, ended_at, updated_at, case_id,
    number_key, search_text
) WHERE archived_at IS NULL;
