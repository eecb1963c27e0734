#!/usr/bin/env python3
"""Reads every SQL statement of src/ and migrations/: whole literals R"sql(...)sql" only, :named values only, each once,
nothing joined into SQL; migrations speak both dialects and name what their area owns. Where SQL may stand at all is
tools/check_areas.py's to say; that both engines take each statement is for the unit tests. `--self-test` shows that each
kind of fault is found."""
import re

import house

LITERAL = re.compile(r'R"sql\((.*?)\)sql"', re.S)
QUOTED = re.compile(r"'(?:[^']|'')*'")
COMMENT = re.compile(r"--[^\n]*")
PLACEHOLDER = re.compile(r"\?|\$\d|@\w|%[sd]|\{[^}]*\}")
NAME = re.compile(r"(?<![:\w]):([a-z_][a-z_0-9]*)", re.I)
CALL = re.compile(r"(?:\.|->)\s*(?:template\s+)?(rows|maybe|one|change)\b")
PLAIN = re.compile(r'"\s*(?:SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(?:CREATE|DROP|ALTER)\s+TABLE\s)')
DEFINED = re.compile(r'(\w+)\s*(?:\[\])?\s*=\s*R"sql\(')

MIGRATION = re.compile(r"^(\d{4})_([a-z]+(?:_[a-z0-9]+)*)\.sql$")
CREATED = re.compile(r"\bCREATE\s+(?:UNIQUE\s+)?(TABLE|VIEW|INDEX)\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)", re.I)
DIALECT = re.compile(r"\{\{(\w*)\}\}")
ONE_ENGINE = re.compile(r"\b(INTEGER|INT|BIGINT|SMALLINT|SERIAL|BIGSERIAL|BLOB|BYTEA|AUTOINCREMENT|JSONB|TIMESTAMP|STRICT|REAL|DOUBLE)\b", re.I)


def after_template(text, at):
    """Where a call's argument begins, past <...> and the bracket; nothing when this is no call."""
    while at < len(text) and text[at].isspace():
        at += 1
    if at < len(text) and text[at] == "<":
        depth = 0
        while at < len(text):
            depth += {"<": 1, ">": -1}.get(text[at], 0)
            at += 1
            if depth == 0:
                break
    match = re.compile(r"\s*\(\s*").match(text, at)
    return match.end() if match else None


def faults_of_statement(sql):
    """What is wrong inside one literal."""
    bare = COMMENT.sub("", QUOTED.sub("''", sql))
    faults = []
    if found := PLACEHOLDER.search(bare):
        faults.append(f"values are :named, not {found[0]}")
    names = NAME.findall(bare)
    for name in sorted({n for n in names if names.count(n) > 1}):
        faults.append(f":{name} stands twice: values are taken in order, so each has a name of its own")
    if re.search(r"\bSELECT\s+(\w+\.)?\*", bare, re.I):
        faults.append("SELECT * : columns are named")
    if ";" in bare:
        faults.append("one statement in a literal, without ;")
    return faults


def faults_of_code(text, in_kit, in_test):
    """Pairs of position and fault of one .h or .cpp."""
    faults = []
    for m in LITERAL.finditer(text):
        if not in_kit:
            faults += [(m.start(), fault) for fault in faults_of_statement(m[1])]
        before, after = text[: m.start()].rstrip()[-1:], text[m.end() :].lstrip()[:2]
        if before in {"+", '"'} or after[:1] in {"+", '"'} or after == 'R"':
            faults.append((m.start(), "nothing is joined to SQL: a statement is one whole literal"))
    if in_kit:
        return faults
    defined = set(DEFINED.findall(text))
    for m in CALL.finditer(text) if LITERAL.search(text) else ():
        at = after_template(text, m.end())
        if at is None or text.startswith('R"sql(', at):
            continue
        if in_test and re.compile(r'"[^"\n]*"\s*[,)]').match(text, at):
            continue  # a test may ask one engine what the other does not know; it is still a whole literal
        word = re.compile(r"\w+(?=\s*[,)])").match(text, at)
        if not word or word[0] not in defined:
            faults.append((m.start(), f"{m[1]}() takes a literal R\"sql(...)sql\""))
    if not in_test:
        for m in PLAIN.finditer(text):
            faults.append((m.start(), 'SQL in a plain string: it stands in R"sql(...)sql"'))
    return faults


def faults_of_migration(name, text, areas):
    """Pairs of position and fault of one migration; {} where its name is wrong."""
    match = MIGRATION.match(name)
    area = max((a for a in areas if match and (match[2] + "_").startswith(a + "_")), key=len, default=None)
    if not area:
        return [(0, "a migration is named 0001_area_what.sql")]
    bare = COMMENT.sub(lambda m: " " * len(m[0]), text)
    bare = QUOTED.sub(lambda m: " " * len(m[0]), bare)
    faults = []
    for m in CREATED.finditer(bare):
        if not (m[2] + "_").startswith(area + "_"):
            faults.append((m.start(), f"{m[2]} does not begin with {area}_"))
    for m in DIALECT.finditer(bare):
        if m[1] not in {"bigint", "bytes", "strict"}:
            faults.append((m.start(), f"{{{{{m[1]}}}}} is no dialect word: bigint, bytes, strict"))
    for m in ONE_ENGINE.finditer(DIALECT.sub(lambda d: " " * len(d[0]), bare)):
        faults.append((m.start(), f"{m[1]} differs between the engines: TEXT, {{{{bigint}}}} or {{{{bytes}}}}"))
    for m in re.finditer(r"\bCREATE\s+TABLE\b[^;]*;", bare, re.I):
        if not re.search(r"\)\s*\{\{strict\}\}\s*;$", m[0]):
            faults.append((m.start(), "a table ends with ) {{strict}};"))
    return faults


def check(top):
    """All faults of a checkout, as sentences with file and line."""
    faults, statements = [], 0

    def note(file, text, found):
        for at, fault in found:
            faults.append(f"{file.relative_to(top)}:{house.line_of(text, at)}: {fault}")

    for file in sorted((top / "src").rglob("*")):
        if file.suffix in {".h", ".cpp"}:
            text = file.read_text()
            statements += len(LITERAL.findall(text))
            note(file, text, faults_of_code(text, file.parent.name == "kit", file.stem.endswith("_test")))
    areas = [line.split("|")[0].strip() for line in (top / "src/AREAS").read_text().splitlines() if "|" in line and line[0] != "#"]
    numbers = {}
    for file in sorted((top / "migrations").glob("*.sql")):
        if file.name == "schema.sql":
            continue
        text = file.read_text()
        note(file, text, faults_of_migration(file.name, text, areas))
        number = file.name[:4]
        if number in numbers:
            faults.append(f"migrations/{file.name}:1: {number} is taken by {numbers[number]}")
        numbers[number] = file.name
    if not statements:
        faults.append("src: no SQL was found at all")
    return faults


GOOD_STORE = """
const char* const by_id = R"sql(SELECT id FROM call WHERE a = :a AND b = '?;' AND c > :c)sql";
auto a = t.rows<std::tuple<int, int>, int>(R"sql(SELECT id, count(*) FROM call_x)sql", 1);
auto b = act.db().maybe<int>(by_id, 1, 2);
x.change(R"sql(UPDATE call SET a = :a)sql", 3);
"""
GOOD_MIGRATION = "-- calls: INTEGER is no word here\nCREATE TABLE call_window (a {{bigint}} NOT NULL, b TEXT DEFAULT 'INT') {{strict}};\n"
GOOD = {
    "src/AREAS": "kit | | k\ncall | kit | c\n",
    "src/kit/db.cpp": 'x.rows(sql); "SELECT 1 FROM a"; R"sql(SELECT 1 WHERE a = ?)sql";\n',
    "src/call/call_store.cpp": GOOD_STORE,
    "src/call/call_test.cpp": 't.one<int>("SELECT page_size FROM pragma_page_size"); R"sql(SELECT 1)sql"\n',
    "src/call/call.cpp": "ledger.change(amount);\n",
    "migrations/0001_call_window.sql": GOOD_MIGRATION,
}
STORE, MIGRATION_FILE = "src/call/call_store.cpp", "migrations/0001_call_window.sql"
BAD = [  # what is changed, and the fault that must be found
    (STORE, '\nt.rows(R"sql(SELECT 1 WHERE a = ?)sql");', "src/call/call_store.cpp:2: values are :named, not ?"),
    (STORE, 't.rows(R"sql(SELECT 1 WHERE a = $1)sql");', "values are :named, not $1"),
    (STORE, 't.rows(R"sql(SELECT 1 FROM {})sql");', "values are :named, not {}"),
    (STORE, "t.rows(R\"sql(SELECT '%s' WHERE a = %s)sql\");", "values are :named, not %s"),
    (STORE, 't.rows(R"sql(SELECT :a WHERE b = :a)sql");', ":a stands twice"),
    (STORE, 't.rows(R"sql(SELECT c.* FROM c)sql");', "SELECT *"),
    (STORE, 't.rows(R"sql(SELECT 1; DROP TABLE call)sql");', "one statement in a literal"),
    (STORE, 't.rows(R"sql(SELECT 1 FROM )sql" + table);', "nothing is joined to SQL"),
    (STORE, 't.rows(prefix + R"sql(SELECT 1)sql");', "nothing is joined to SQL"),
    (STORE, 't.rows(R"sql(SELECT )sql" "1");', "nothing is joined to SQL"),
    (STORE, 't.rows<int>(sql, 1); R"sql(SELECT 1)sql"', "rows() takes a literal"),
    (STORE, 't.change(std::string(x).c_str()); R"sql(SELECT 1)sql"', "change() takes a literal"),
    (STORE, 't.one<int>("SELECT 1 FROM x"); R"sql(SELECT 1)sql"', "one() takes a literal"),
    ("src/call/call_test.cpp", 't.one<int>("SELECT 1 FROM " + x); R"sql(SELECT 1)sql"', "one() takes a literal"),
    ("src/call/call.cpp", 'f("SELECT id FROM call");', "SQL in a plain string"),
    ("src/call/call.cpp", 'f("UPDATE call SET a = 1");', "SQL in a plain string"),
    ("migrations/2_call.sql", "", "a migration is named"),
    ("migrations/0002_other_x.sql", "", "a migration is named"),
    ("migrations/0001_call_again.sql", "", "0001 is taken by"),
    (MIGRATION_FILE, "\nCREATE TABLE window (a TEXT) {{strict}};", "0001_call_window.sql:2: window does not begin with call_"),
    (MIGRATION_FILE, "CREATE UNIQUE INDEX by_a ON call_window (a);", "by_a does not begin with call_"),
    (MIGRATION_FILE, "CREATE TABLE call_a (a {{text}}) {{strict}};", "{{text}} is no dialect word"),
    (MIGRATION_FILE, "CREATE TABLE call_a (a INTEGER) {{strict}};", "INTEGER differs between the engines"),
    (MIGRATION_FILE, "CREATE TABLE call_a (a TEXT);", "a table ends with"),
]


if __name__ == "__main__":
    house.main(check, GOOD, BAD)
