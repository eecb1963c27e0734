-- An application is a common part and parts: one for a single applicant, one each for a group.
CREATE TABLE application_application (
    id TEXT PRIMARY KEY NOT NULL,
    call TEXT NOT NULL,
    owner TEXT NOT NULL,
    state TEXT NOT NULL,
    version {{bigint}} NOT NULL,
    title TEXT NOT NULL,
    answers TEXT NOT NULL,
    created {{bigint}} NOT NULL,
    changed {{bigint}} NOT NULL,
    register_number TEXT UNIQUE,
    arrived {{bigint}},
    total_costs {{bigint}},
    support {{bigint}},
    municipal {{bigint}}
) {{strict}};
CREATE INDEX application_application_owner ON application_application (owner, id);
CREATE INDEX application_application_received ON application_application (call, arrived, id) WHERE arrived IS NOT NULL;

CREATE TABLE application_part (
    id TEXT PRIMARY KEY NOT NULL,
    application TEXT NOT NULL REFERENCES application_application (id),
    ordinal {{bigint}} NOT NULL,
    organisation TEXT NOT NULL,
    business_id TEXT NOT NULL,
    version {{bigint}} NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (application, ordinal)
) {{strict}};

-- Dense register numbers: the last one given of each series. A hot row: taken last in the act.
CREATE TABLE application_register (
    series TEXT PRIMARY KEY NOT NULL,
    last_number {{bigint}} NOT NULL
) {{strict}};

-- A row a person, locked while a draft begins: two clicks at once make one draft on PostgreSQL, too.
CREATE TABLE application_hold (
    owner TEXT PRIMARY KEY NOT NULL
) {{strict}};
