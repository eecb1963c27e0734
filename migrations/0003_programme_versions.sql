-- The agreement as published: each version as it was given, named by its hash. The highest number is the current one.
CREATE TABLE programme_version (
    number {{bigint}} PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL,
    file TEXT NOT NULL,
    content TEXT NOT NULL,
    published {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX programme_version_hash ON programme_version (hash, number);
