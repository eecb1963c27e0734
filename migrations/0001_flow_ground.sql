-- How anything moves: the audit chain of each case, the seal over all heads, the messages that wait to leave.
CREATE TABLE flow_audit (
    case_id TEXT NOT NULL,
    position {{bigint}} NOT NULL,
    at {{bigint}} NOT NULL,
    actor TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    deed TEXT NOT NULL,
    details TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) {{strict}};

CREATE TABLE flow_head (
    case_id TEXT PRIMARY KEY NOT NULL,
    position {{bigint}} NOT NULL,
    hash TEXT NOT NULL,
    sealed {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX flow_head_unsealed ON flow_head (case_id) WHERE position > sealed;

CREATE TABLE flow_seal (
    number {{bigint}} PRIMARY KEY NOT NULL,
    at {{bigint}} NOT NULL,
    heads TEXT NOT NULL,
    hash TEXT NOT NULL
) {{strict}};

CREATE TABLE flow_outbox (
    id TEXT PRIMARY KEY NOT NULL,
    at {{bigint}} NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    about TEXT NOT NULL,
    sent {{bigint}}
) {{strict}};
CREATE INDEX flow_outbox_waiting ON flow_outbox (id) WHERE sent IS NULL;
CREATE INDEX flow_outbox_about ON flow_outbox (about);
