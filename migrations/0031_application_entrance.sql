-- What has to be there before an application enters a call: contacts that the office records, projects that a call lets
-- through to its second stage, and the one place that a call has for a project.
CREATE TABLE application_contact (
    call TEXT NOT NULL,
    business_id TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    noted {{bigint}} NOT NULL,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (call, business_id)
) {{strict}};

CREATE TABLE application_let_through (
    application TEXT PRIMARY KEY NOT NULL REFERENCES application_application (id),
    noted {{bigint}} NOT NULL,
    noted_by TEXT NOT NULL
) {{strict}};

CREATE TABLE application_only (
    call TEXT NOT NULL,
    key TEXT NOT NULL,
    application TEXT NOT NULL UNIQUE REFERENCES application_application (id),
    PRIMARY KEY (call, key)
) {{strict}};
