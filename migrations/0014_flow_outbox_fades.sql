-- A letter that holds a one-time link loses its text when the link has ended: what the database holds opens no door for
-- long.
ALTER TABLE flow_outbox ADD COLUMN fades {{bigint}};
CREATE INDEX flow_outbox_fades ON flow_outbox (fades) WHERE fades IS NOT NULL;
