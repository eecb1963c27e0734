-- Officials see an application as last sent; what its people have changed since is theirs until it is sent again.
ALTER TABLE application_application ADD COLUMN sent_title TEXT NOT NULL DEFAULT '';
ALTER TABLE application_application ADD COLUMN sent_organisation TEXT NOT NULL DEFAULT '';
ALTER TABLE application_application ADD COLUMN sent_business_id TEXT NOT NULL DEFAULT '';
UPDATE application_application SET sent_title = title,
    sent_organisation = (SELECT organisation FROM application_part p WHERE p.application = application_application.id AND p.ordinal = 1),
    sent_business_id = (SELECT business_id FROM application_part p WHERE p.application = application_application.id AND p.ordinal = 1)
WHERE arrived IS NOT NULL;

-- What the desk may see of applications: a row each, without any answer; and how far each series of numbers has come.
CREATE VIEW application_list_desk AS
SELECT id, call, state, sent_title AS title, sent_organisation AS organisation, sent_business_id AS business_id, changed,
       register_number, arrived, total_costs, support, municipal
FROM application_application;

-- Whom the desk reminds of what has not been sent.
CREATE VIEW application_unsent_desk AS
SELECT id, call, owner, state, title FROM application_application WHERE state IN ('draft', 'reopened');

CREATE VIEW application_series_desk AS SELECT series, last_number FROM application_register;

-- By state within a call: drafts are counted by it, withdrawn ones listed.
CREATE INDEX application_application_state ON application_application (call, state, arrived, id);
