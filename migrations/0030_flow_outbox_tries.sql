-- A letter is tried again with growing waits; one that the mail server refuses for good, or whose link ended before it
-- could leave, has failed.
ALTER TABLE flow_outbox ADD COLUMN tries {{bigint}} NOT NULL DEFAULT 0;
ALTER TABLE flow_outbox ADD COLUMN next_try {{bigint}} NOT NULL DEFAULT 0;
ALTER TABLE flow_outbox ADD COLUMN failed {{bigint}};
DROP INDEX flow_outbox_waiting;
CREATE INDEX flow_outbox_waiting ON flow_outbox (id) WHERE sent IS NULL AND failed IS NULL;
