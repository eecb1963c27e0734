-- Calls as published. A version is frozen; `programme` is the hash of the agreement it was checked against.
CREATE TABLE call_version (
    code TEXT NOT NULL,
    number {{bigint}} NOT NULL,
    hash TEXT NOT NULL,
    programme TEXT NOT NULL,
    file TEXT NOT NULL,
    content TEXT NOT NULL,
    published {{bigint}} NOT NULL,
    PRIMARY KEY (code, number)
) {{strict}};
CREATE INDEX call_version_hash ON call_version (hash, number);

-- Which version of each call counts now: read by every page of a call, so it is one small row.
CREATE TABLE call_current (
    code TEXT PRIMARY KEY NOT NULL,
    number {{bigint}} NOT NULL,
    hash TEXT NOT NULL
) {{strict}};
