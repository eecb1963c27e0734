-- What waits for an official.
CREATE TABLE desk_task (
    id TEXT PRIMARY KEY NOT NULL,
    about TEXT NOT NULL,
    kind TEXT NOT NULL,
    opened {{bigint}} NOT NULL,
    ended {{bigint}},
    UNIQUE (kind, about)
) {{strict}};
CREATE INDEX desk_task_open ON desk_task (id) WHERE ended IS NULL;
