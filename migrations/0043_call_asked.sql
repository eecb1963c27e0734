-- What is applied for in each call: the support asked by what arrived and was not withdrawn. One small row, so that the
-- call's page and who sends to a call that ends with its money need not sum up what arrived.
CREATE TABLE call_asked (
    call TEXT PRIMARY KEY NOT NULL,
    support {{bigint}} NOT NULL
) {{strict}};
INSERT INTO call_asked (call, support)
SELECT call, COALESCE(SUM(support), 0) FROM application_application WHERE state IN ('received', 'reopened') GROUP BY call;
