-- Who takes part in an application and may do what; who is invited. Naming an organisation gives no right to anything.
CREATE TABLE application_member (
    application TEXT NOT NULL REFERENCES application_application (id),
    account TEXT NOT NULL,
    may TEXT NOT NULL,
    added {{bigint}} NOT NULL,
    PRIMARY KEY (application, account)
) {{strict}};
CREATE INDEX application_member_account ON application_member (account, application);

CREATE TABLE application_invitation (
    token TEXT PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    application TEXT NOT NULL REFERENCES application_application (id),
    email TEXT NOT NULL,
    may TEXT NOT NULL,
    created {{bigint}} NOT NULL,
    expires {{bigint}} NOT NULL,
    used {{bigint}}
) {{strict}};
CREATE INDEX application_invitation_application ON application_invitation (application, id);

INSERT INTO application_member (application, account, may, added)
SELECT id, owner, 'manage', created FROM application_application;

-- How often each section was saved: two people in two sections do not disturb each other.
ALTER TABLE application_application ADD COLUMN sections TEXT NOT NULL DEFAULT '{}';
ALTER TABLE application_application ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE application_part ADD COLUMN sections TEXT NOT NULL DEFAULT '{}';
