-- Who acts. Tokens are kept as SHA-256 only: what the database holds opens no door.
CREATE TABLE identity_account (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    business_id TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT NOT NULL,
    password TEXT,
    created {{bigint}} NOT NULL
) {{strict}};

CREATE TABLE identity_session (
    token TEXT PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES identity_account (id),
    began {{bigint}} NOT NULL,
    seen {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX identity_session_account ON identity_session (account);
CREATE INDEX identity_session_seen ON identity_session (seen);

CREATE TABLE identity_invitation (
    token TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES identity_account (id),
    expires {{bigint}} NOT NULL,
    used {{bigint}}
) {{strict}};

CREATE TABLE identity_attempt (
    who TEXT PRIMARY KEY NOT NULL,
    failures {{bigint}} NOT NULL,
    last {{bigint}} NOT NULL
) {{strict}};
