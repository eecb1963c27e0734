#!/usr/bin/env python3
"""Holds src/ to src/AREAS: who may include whom, where libraries and SQL may stand, whose tables a store may name, where
templates stand, how long a file may be. `--self-test` shows that each kind of fault is found."""
import re

import house

MAX_LINES = 400
LIBRARIES = "boost soci ctemplate toml++ toml curl sodium openssl spdlog sqlite3 xlsxwriter libxml libical seccomp libpq-fe postgresql date CLI gtest gmock rapidcheck"
LIBRARY = re.compile("^#include <(" + "|".join(map(re.escape, LIBRARIES.split())) + ")(?=[/.>])", re.M)
INCLUDE = re.compile(r'^#include "(\w+)/', re.M)
SQL = re.compile(r'R"sql\((.*?)\)sql"', re.S)
TABLE = re.compile(r"\b(?:from|join|into|update)\s+([a-z_][a-z_0-9]*)", re.I)
LENGTH_HOLDS = {".h", ".cpp", ".tpl", ".py", ".sh", ".mjs", ".js", ".sql", ".txt"}


def read_areas(text):
    """The areas in order, each with the set of areas it may use; and the faults of the list itself."""
    allowed, faults = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|", 2)]
        if len(parts) != 3 or not parts[2]:
            faults.append(f"src/AREAS:{number}: expected name | may use | what it is")
            continue
        area, uses, _ = parts
        may = set(allowed) if uses == "*" else set(uses.split())
        if late := may - set(allowed):
            faults.append(f"src/AREAS:{number}: {area} may not use {', '.join(sorted(late))}: not before it")
        if area in allowed:
            faults.append(f"src/AREAS:{number}: {area} stands twice")
        allowed[area] = may | {area}
    return allowed, faults


def owner_of(table, areas):
    """The area whose name begins the table's, the longest such."""
    return max((a for a in areas if (table + "_").startswith(a + "_")), key=len, default=None)


def library_belongs(library, area, is_test):
    """Why a library may not stand here, or nothing."""
    if library in {"gtest", "gmock", "rapidcheck"}:
        return None if is_test else "belongs in tests"
    if area == "kit" or (area == "base" and library == "date") or (area == "main" and library == "CLI"):
        return None
    return "belongs in kit"


def faults_of_code(name, text, area, allowed):
    """Faults of one .h or .cpp below src/."""
    faults = []
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    is_test = stem.endswith("_test")

    def note(match, what):
        faults.append(f"{name}:{house.line_of(text, match.start())}: {what}")

    may = allowed.get(area, set())
    for m in INCLUDE.finditer(text):
        if m[1] not in may:
            note(m, f"{area} may not use {m[1]}" if m[1] in allowed else f"{m[1]} is no area")
    for m in LIBRARY.finditer(text):
        if why := library_belongs(m[1], area, is_test):
            note(m, f"<{m[1]}> {why}")
    for m in SQL.finditer(text):
        if area != "kit" and not stem.endswith("_store") and not is_test:
            note(m, "SQL outside a store")
        for table in TABLE.findall(m[1]):
            owner = owner_of(table, allowed)
            shown = table.endswith(("_public", "_desk"))
            if owner and owner != area and not (owner in may and shown):
                note(m, f"table {table} belongs to {owner}")
    return faults


def check(top):
    """All faults of a checkout, as sentences with file and line."""
    src = top / "src"
    allowed, faults = read_areas((src / "AREAS").read_text())
    for folder in sorted(d.name for d in src.iterdir() if d.is_dir()):
        if folder not in allowed:
            faults.append(f"src/{folder}: not in src/AREAS")
    for area in allowed:
        if not any((src / area).glob("*.h")) and not any((src / area).glob("*.cpp")):
            faults.append(f"src/AREAS: {area} has no code: an area is born with its first act")
    for file in sorted(src.rglob("*")):
        name, parts = str(file.relative_to(top)), file.relative_to(src).parts
        if file.suffix == ".tpl" and (len(parts) != 3 or parts[1] not in {"pages", "letters"}):
            faults.append(f"{name}: templates stand in src/AREA/pages/ or src/AREA/letters/")
        if file.suffix in {".h", ".cpp"}:
            if len(parts) != 2:
                faults.append(f"{name}: code stands in src/AREA/, no deeper and no higher")
            faults += faults_of_code(name, file.read_text(), parts[0], allowed)
    for file in files_of_length(top):
        if (lines := file.read_text().count("\n")) > MAX_LINES:
            faults.append(f"{file.relative_to(top)}: {lines} lines, at most {MAX_LINES}")
    return faults


def files_of_length(top):
    """The files that people write and read line by line."""
    for folder in ("src", "tests", "bench", "tools", "migrations"):
        for file in sorted((top / folder).rglob("*")):
            if file.is_file() and file.suffix in LENGTH_HOLDS and "node_modules" not in file.parts:
                yield file
    for name in ("run", "check", "CMakeLists.txt"):
        if (top / name).exists():
            yield top / name


GOOD = {
    "src/AREAS": "# list\nbase | | values\nkit | base | libraries\ncall | base kit | windows\ncall_list | base | lists\nmain | * | all\n",
    "src/base/time.cpp": "#include <date/tz.h>\n",
    "src/kit/db.cpp": '#include <soci/soci.h>\n#include "base/time.h"\nR"sql(SELECT 1 FROM anything)sql"\n',
    "src/call/call_store.cpp": '#include "kit/db.h"\nR"sql(SELECT id FROM call JOIN call_window)sql"\n',
    "src/call/call_test.cpp": '#include <gtest/gtest.h>\nR"sql(UPDATE call_window SET a = :a)sql"\n',
    "src/call/pages/call.tpl": "<p>\n",
    "src/call_list/list.h": "#pragma once\n",
    "src/main/main.cpp": '#include <CLI/CLI.hpp>\n#include "call/call.h"\n',
}
BAD = [  # what is changed, and the fault that must be found
    ("src/AREAS", "base | call | values\ncall | | windows\n", "base may not use call"),
    ("src/AREAS", "base | values\n", "expected name | may use | what it is"),
    ("src/AREAS", GOOD["src/AREAS"] + "base | | again\n", "base stands twice"),
    ("src/AREAS", GOOD["src/AREAS"] + "dream | | to come\n", "dream has no code"),
    ("src/other/other.h", "#pragma once\n", "src/other: not in src/AREAS"),
    ("src/base/money.h", '#include "kit/db.h"\n', "src/base/money.h:1: base may not use kit"),
    ("src/call/call.h", '\n#include "main/all.h"\n', "src/call/call.h:2: call may not use main"),
    ("src/call/call.h", '#include "nowhere/x.h"\n', "nowhere is no area"),
    ("src/call/call.h", "#include <boost/json.hpp>\n", "<boost> belongs in kit"),
    ("src/call/call.h", "#include <toml++/toml.h>\n", "<toml++> belongs in kit"),
    ("src/call/call.h", "#include <date/date.h>\n", "<date> belongs in kit"),
    ("src/call/call_test.cpp", "#include <spdlog/spdlog.h>\n", "<spdlog> belongs in kit"),
    ("src/base/a.cpp", "#include <soci/soci.h>\n", "<soci> belongs in kit"),
    ("src/call/call.cpp", "#include <CLI/CLI.hpp>\n", "<CLI> belongs in kit"),
    ("src/call/call.cpp", "#include <gtest/gtest.h>\n", "<gtest> belongs in tests"),
    ("src/call/call_acts.cpp", 'R"sql(SELECT 1)sql"', "SQL outside a store"),
    ("src/call/call_store.cpp", 'R"sql(\nSELECT 1 FROM\n main_log)sql"', "table main_log belongs to main"),
    ("src/call/call_store.cpp", 'R"sql(UPDATE call_list SET a = 1)sql"', "table call_list belongs to call_list"),
    ("src/call/call_test.cpp", 'R"sql(DELETE FROM kit_lock)sql"', "table kit_lock belongs to kit"),
    ("src/call/call.tpl", "<p>", "templates stand in"),
    ("src/call/pages/deep/call.tpl", "<p>", "templates stand in"),
    ("src/call/deep/call.h", "", "code stands in src/AREA/"),
    ("src/call/long.cpp", "\n" * 401, "src/call/long.cpp: 401 lines"),
    ("src/call/pages/call.tpl", "\n" * 401, "src/call/pages/call.tpl: 401 lines"),
    ("tests/long.mjs", "\n" * 401, "tests/long.mjs: 401 lines"),
    ("check", "\n" * 401, "check: 401 lines"),
]


if __name__ == "__main__":
    house.main(check, GOOD, BAD)
