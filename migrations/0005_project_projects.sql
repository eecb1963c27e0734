-- What was granted, to whom, until when. The list of projects is one SELECT: names of implementers and the shares stand
-- in the row as JSON; the parts stand in tables of their own for counting.
CREATE TABLE project_project (
    code TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    support {{bigint}} NOT NULL,
    implementers TEXT NOT NULL,
    shares TEXT NOT NULL,
    details TEXT NOT NULL,
    search TEXT NOT NULL,
    hash TEXT NOT NULL
) {{strict}};
CREATE INDEX project_project_newest ON project_project (starts, code);
CREATE INDEX project_project_ends ON project_project (ends, starts);

CREATE TABLE project_implementer (
    project TEXT NOT NULL REFERENCES project_project (code),
    position {{bigint}} NOT NULL,
    organisation TEXT NOT NULL,
    business_id TEXT NOT NULL,
    PRIMARY KEY (project, position)
) {{strict}};
CREATE INDEX project_implementer_organisation ON project_implementer (organisation);

CREATE TABLE project_share (
    project TEXT NOT NULL REFERENCES project_project (code),
    position {{bigint}} NOT NULL,
    theme TEXT NOT NULL,
    strand TEXT NOT NULL,
    basis_points {{bigint}} NOT NULL,
    support {{bigint}} NOT NULL,
    PRIMARY KEY (project, position)
) {{strict}};
CREATE INDEX project_share_theme ON project_share (theme, strand, support);

-- One row: changes whenever anything above changes. Pages take their ETag from it.
CREATE TABLE project_revision (
    id {{bigint}} PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL
) {{strict}};
