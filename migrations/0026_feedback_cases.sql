-- Feedback on accessibility: what was told, until when it is answered, the answer.
CREATE TABLE feedback_case (
    id TEXT PRIMARY KEY NOT NULL,
    number {{bigint}} NOT NULL UNIQUE,
    state TEXT NOT NULL,
    arrived {{bigint}} NOT NULL,
    due TEXT NOT NULL,
    language TEXT NOT NULL,
    page TEXT NOT NULL,
    content TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    answered {{bigint}},
    answer TEXT NOT NULL,
    answered_by TEXT NOT NULL
) {{strict}};
CREATE INDEX feedback_case_state ON feedback_case (state, due, id);
CREATE INDEX feedback_case_arrived ON feedback_case (arrived);

-- Numbers as people say them: 1, 2, 3 ...
CREATE TABLE feedback_register (
    series TEXT PRIMARY KEY NOT NULL,
    last_number {{bigint}} NOT NULL
) {{strict}};
