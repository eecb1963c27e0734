-- What was sent, as it was sent, for ever: canonical JSON, its SHA-256, the rules it was judged by.
CREATE TABLE document_submission (
    id TEXT PRIMARY KEY NOT NULL,
    about TEXT NOT NULL,
    number {{bigint}} NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    rules TEXT NOT NULL,
    arrived {{bigint}} NOT NULL,
    UNIQUE (about, number)
) {{strict}};
