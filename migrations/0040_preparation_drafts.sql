-- Calls before they are published: the file as text, where it comes from, who changed it last.
CREATE TABLE preparation_draft (
    id TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    version {{bigint}} NOT NULL,
    origin TEXT NOT NULL,
    origin_name TEXT NOT NULL,
    code TEXT NOT NULL,
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    content TEXT NOT NULL,
    created {{bigint}} NOT NULL,
    changed {{bigint}} NOT NULL,
    changed_by TEXT NOT NULL
) {{strict}};
CREATE INDEX preparation_draft_state ON preparation_draft (state, changed, id);
