-- What waits has a last day where the law gives one. `noted` is 0 while an arrival, or what came of it, still has to be
-- counted into the sums and words below: a job does that, so that sending writes no more than its task.
ALTER TABLE desk_task ADD COLUMN due TEXT;
ALTER TABLE desk_task ADD COLUMN noted {{bigint}} NOT NULL DEFAULT 0;
UPDATE desk_task SET noted = 1 WHERE kind <> 'application_arrived';
CREATE INDEX desk_task_unnoted ON desk_task (id) WHERE noted = 0;
CREATE INDEX desk_task_kind ON desk_task (kind, opened, id) WHERE ended IS NULL;

-- What each application asks for, by theme and payer, as last sent. `first` is 1 on one row of an application.
CREATE TABLE desk_share (
    application TEXT NOT NULL,
    theme TEXT NOT NULL,
    call TEXT NOT NULL,
    arrived {{bigint}} NOT NULL,
    counts {{bigint}} NOT NULL,
    first {{bigint}} NOT NULL,
    share {{bigint}} NOT NULL,
    support {{bigint}} NOT NULL,
    city {{bigint}} NOT NULL,
    other {{bigint}} NOT NULL,
    own {{bigint}} NOT NULL,
    outside {{bigint}} NOT NULL,
    PRIMARY KEY (application, theme)
) {{strict}};
CREATE INDEX desk_share_theme ON desk_share (call, theme, arrived, application);

-- The sums of a call by theme: a desk reads a few rows, however many applications there are.
CREATE TABLE desk_total (
    call TEXT NOT NULL,
    theme TEXT NOT NULL,
    applications {{bigint}} NOT NULL,
    firsts {{bigint}} NOT NULL,
    support {{bigint}} NOT NULL,
    city {{bigint}} NOT NULL,
    other {{bigint}} NOT NULL,
    own {{bigint}} NOT NULL,
    outside {{bigint}} NOT NULL,
    PRIMARY KEY (call, theme)
) {{strict}};

-- Words that find an application, as hexadecimal digits.
CREATE TABLE desk_word (
    call TEXT NOT NULL,
    word TEXT NOT NULL,
    application TEXT NOT NULL,
    arrived {{bigint}} NOT NULL,
    PRIMARY KEY (call, word, application)
) {{strict}};
CREATE INDEX desk_word_application ON desk_word (application, word);

-- An official's reading of an application is recorded once a day.
CREATE TABLE desk_read (
    application TEXT NOT NULL,
    account TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (application, account, day)
) {{strict}};

-- The reminder of a call before it closes: begun, how far it has come, ended.
CREATE TABLE desk_reminder (
    call TEXT NOT NULL,
    closes {{bigint}} NOT NULL,
    begun {{bigint}} NOT NULL,
    ended {{bigint}},
    reached TEXT NOT NULL,
    letters {{bigint}} NOT NULL,
    PRIMARY KEY (call, closes)
) {{strict}};
