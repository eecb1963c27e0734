-- Organisations by their number in a Finnish register, and their units. "checked" is 1 when the data of the programme
-- or the office vouches for the name; else it is as somebody typed it. "folded" is what searching looks at.
CREATE TABLE organisation_body (
    id TEXT PRIMARY KEY NOT NULL,
    register TEXT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    folded TEXT NOT NULL,
    checked {{bigint}} NOT NULL,
    added_by TEXT NOT NULL,
    added {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX organisation_body_added_by ON organisation_body (added_by);

CREATE TABLE organisation_unit (
    id TEXT PRIMARY KEY NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation_body (id),
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    folded TEXT NOT NULL,
    checked {{bigint}} NOT NULL,
    added_by TEXT NOT NULL,
    added {{bigint}} NOT NULL,
    UNIQUE (organisation, folded)
) {{strict}};
CREATE INDEX organisation_unit_added_by ON organisation_unit (added_by);

-- Who says to act for whom; "unit" is '' for the whole organisation. A row is kept for ever, its deeds stand in its
-- audit chain.
CREATE TABLE organisation_representation (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation_body (id),
    unit TEXT NOT NULL,
    state TEXT NOT NULL,
    standing TEXT NOT NULL,
    said {{bigint}} NOT NULL,
    decided {{bigint}},
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL
) {{strict}};
CREATE UNIQUE INDEX organisation_representation_open ON organisation_representation (account, organisation, unit)
    WHERE state IN ('said', 'confirmed');
CREATE INDEX organisation_representation_account ON organisation_representation (account, said);
CREATE INDEX organisation_representation_of ON organisation_representation (organisation, state);
CREATE INDEX organisation_representation_state ON organisation_representation (state, id);
