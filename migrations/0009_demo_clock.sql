-- Where the visitor of a demo town has put its clock. Empty in production.
CREATE TABLE demo_clock (
    name TEXT PRIMARY KEY NOT NULL,
    moment TEXT NOT NULL
) {{strict}};
