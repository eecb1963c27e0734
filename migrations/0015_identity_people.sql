-- People make their accounts themselves and look after them.
ALTER TABLE identity_session ADD COLUMN browser TEXT NOT NULL DEFAULT '';

-- One-time links to an address that is not yet an account's: "register" makes an account, "email" moves one there.
CREATE TABLE identity_link (
    token TEXT PRIMARY KEY NOT NULL,
    purpose TEXT NOT NULL,
    account TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    expires {{bigint}} NOT NULL,
    used {{bigint}}
) {{strict}};
CREATE INDEX identity_link_account ON identity_link (account);
CREATE INDEX identity_link_email ON identity_link (email);
CREATE INDEX identity_link_expires ON identity_link (expires);
CREATE INDEX identity_invitation_account ON identity_invitation (account);
CREATE INDEX identity_invitation_expires ON identity_invitation (expires);

-- Who has signed in to which account from which network, as a hash: such a pair is not slowed by the wrong tries of
-- others in the network.
CREATE TABLE identity_familiar (
    who TEXT PRIMARY KEY NOT NULL,
    last {{bigint}} NOT NULL
) {{strict}};
CREATE INDEX identity_familiar_last ON identity_familiar (last);
CREATE INDEX identity_attempt_last ON identity_attempt (last);
CREATE INDEX identity_account_role ON identity_account (role, id);

-- For the desks of later areas: whom an account belongs to.
CREATE VIEW identity_account_desk AS SELECT id, name, email, language FROM identity_account;
