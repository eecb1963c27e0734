-- What is sent in: files by their content, in the database, so that one backup holds everything.
-- A file is read into chunks under the id of its upload; when it is whole its hash names it, once for all who sent it.
CREATE TABLE document_upload (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    began {{bigint}} NOT NULL,
    size {{bigint}} NOT NULL,
    hash TEXT
) {{strict}};
CREATE INDEX document_upload_account ON document_upload (account, began);
CREATE INDEX document_upload_began ON document_upload (began);

CREATE TABLE document_chunk (
    upload TEXT NOT NULL,
    position {{bigint}} NOT NULL,
    bytes {{bytes}} NOT NULL,
    PRIMARY KEY (upload, position)
) {{strict}};

-- `upload` is whose chunks hold it; `touched` when it was last sent in.
CREATE TABLE document_blob (
    hash TEXT PRIMARY KEY NOT NULL,
    upload TEXT NOT NULL,
    size {{bigint}} NOT NULL,
    kind TEXT NOT NULL,
    touched {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX document_blob_touched ON document_blob (touched);

-- A file of a case, in one of the places that its call names. What was removed is kept a while; what was sent, for ever.
CREATE TABLE document_attachment (
    id TEXT PRIMARY KEY NOT NULL,
    about TEXT NOT NULL,
    position {{bigint}} NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES document_blob (hash),
    added {{bigint}} NOT NULL,
    adder TEXT NOT NULL,
    removed {{bigint}},
    sent {{bigint}} NOT NULL
) {{strict}};
CREATE UNIQUE INDEX document_attachment_about ON document_attachment (about, position);
CREATE INDEX document_attachment_hash ON document_attachment (hash);
