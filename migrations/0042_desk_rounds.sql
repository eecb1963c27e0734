-- A round of letters to the people of a call: before it closes ('closes 1748870100000'), or when it was changed
-- ('version 2'). Begun, how far it has come, ended.
CREATE TABLE desk_round (
    call TEXT NOT NULL,
    occasion TEXT NOT NULL,
    begun {{bigint}} NOT NULL,
    ended {{bigint}},
    reached TEXT NOT NULL,
    letters {{bigint}} NOT NULL,
    PRIMARY KEY (call, occasion)
) {{strict}};
INSERT INTO desk_round (call, occasion, begun, ended, reached, letters)
SELECT call, 'closes ' || closes, begun, ended, '', letters FROM desk_reminder;
DROP TABLE desk_reminder;
