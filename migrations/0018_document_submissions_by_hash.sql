-- Whoever holds a paper may ask whether its checksum belongs to a submission.
CREATE INDEX document_submission_hash ON document_submission (hash);
