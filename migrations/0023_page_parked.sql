-- Forms that were posted when the session had ended: kept for an hour, shut under a key that only the browser's cookie
-- holds, done once after signing in again.
CREATE TABLE page_parked (
    id TEXT PRIMARY KEY NOT NULL,
    browser TEXT NOT NULL,
    place TEXT NOT NULL,
    account TEXT,
    at {{bigint}} NOT NULL,
    expires {{bigint}} NOT NULL,
    box TEXT NOT NULL,
    taken {{bigint}},
    went TEXT,
    UNIQUE (browser, place)
) {{strict}};
CREATE INDEX page_parked_expires ON page_parked (expires);
CREATE INDEX page_parked_unknown ON page_parked (id) WHERE account IS NULL;
