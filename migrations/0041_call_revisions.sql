-- What a new version of a call changes ("window money"), '' for a first one; whether its people are told of it; and who
-- published it: the folder of the programme, or an official in the browser.
ALTER TABLE call_version ADD COLUMN changed TEXT NOT NULL DEFAULT '';
ALTER TABLE call_version ADD COLUMN told {{bigint}} NOT NULL DEFAULT 0;
ALTER TABLE call_version ADD COLUMN origin TEXT NOT NULL DEFAULT 'folder';

-- Versions of which people are told by letter, for the desk.
CREATE VIEW call_told_desk AS SELECT code, number, published FROM call_version WHERE told = 1;
CREATE INDEX call_version_told ON call_version (code, number) WHERE told = 1;
