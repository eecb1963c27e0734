#!/usr/bin/env python3
"""Reads what the project says of itself: each row of docs/features.md names a test that exists, links between pages lead
somewhere, every package linked stands in docs/licences.md, and no file names a place on somebody's machine.
`--self-test` shows that each kind of fault is found.

A row of features is `| n | feature | where | test |`; its test is a file and a name in it, `src/call/call_test.cpp`
`Suite.name` or `tests/journeys/apply.test.mjs` `the sentence of the test`; several are separated by `;`."""
import re

import house

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^```.*?^```[^\n]*$", re.S | re.M)
CODE = re.compile(r"`[^`\n]*`")
MACHINE = re.compile(r"(?<![\w.~])/(?:wor[k]|far[m]|roo[t]|hom[e]/[a-z]\w*)\b")
TEST_FILE = re.compile(r"^`?([\w./-]+\.\w+)`?[\s:,]*(.*)$", re.S)
NOT_TEXT = {".png", ".jpg", ".woff", ".woff2", ".ico", ".mo", ".pdf", ".gz"}


def blanked(pattern, text):
    """The text with every match blanked, so that positions stay."""
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def anchor(heading):
    """The anchor that a heading gets: lower case, spaces become -, signs vanish."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(text):
    return {anchor(m[1]) for m in re.finditer(r"^#+ +(.+)$", blanked(FENCE, text), re.M)}


def faults_of_links(file, text, top):
    """Pairs of position and fault: links to files and headings that are not there."""
    prose = blanked(CODE, blanked(FENCE, text))
    for m in LINK.finditer(prose):
        target = m[1]
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        path, _, heading = target.partition("#")
        there = (file.parent / path).resolve() if path else file
        if not there.exists():
            yield m.start(), f"the link {target} leads nowhere"
        elif top not in [there, *there.parents]:
            yield m.start(), f"the link {target} leads out of the project"
        elif heading and there.suffix == ".md" and heading not in anchors(there.read_text()):
            yield m.start(), f"the link {target} names a heading that is not there"


def test_exists(text, name):
    """Whether a test file has a test of this name: TEST(Suite, name) for Suite.name, else a quoted sentence."""
    if m := re.fullmatch(r"(\w+)\.(\w+)", name):
        return re.search(rf"\b(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*{m[1]},\s*{m[2]}\b", text) is not None
    return any(f"{quote}{name}{quote}" in text for quote in "\"'`")


def faults_of_test(cell, top):
    """What is wrong with the last cell of a feature's row."""
    for one in cell.split(";"):
        match = TEST_FILE.match(one.strip())
        if not match or not match[2].strip("` "):
            yield f"expected a test file and a test in it, found \"{one.strip()}\""
            continue
        path, name = match[1], match[2].strip().strip("`").strip("\"")
        if not (top / path).is_file():
            yield f"no such test file: {path}"
        elif not test_exists((top / path).read_text(), name):
            yield f"{path} has no test \"{name}\""


def faults_of_features(top):
    """Pairs of position and fault in docs/features.md."""
    file = top / "docs/features.md"
    text = file.read_text() if file.exists() else ""
    seen = set()
    for m in re.finditer(r"^\|\s*(\d+)\s*\|(.*)\|[ \t]*$", text, re.M):
        number, cells = int(m[1]), [cell.strip() for cell in m[2].split("|")]
        if len(cells) != 3 or not all(cells):
            yield m.start(), f"row {number}: expected | n | feature | where | test |"
            continue
        if number in seen:
            yield m.start(), f"row {number} stands twice"
        seen.add(number)
        for fault in faults_of_test(cells[2], top):
            yield m.start(), f"row {number}: {fault}"
    if not seen:
        yield 0, "no row | n | feature | where | test | was found"


def faults_of_licences(top):
    """Packages of tools/packages.txt that end in the program and do not stand in docs/licences.md."""
    licences = (top / "docs/licences.md").read_text() if (top / "docs/licences.md").exists() else ""
    for line in (top / "tools/packages.txt").read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if not line.startswith("#") and cells[0].endswith("-dev") and cells[1] == "build":
            if f"`{cells[0]}`" not in licences:
                yield f"docs/licences.md:1: {cells[0]} is linked and does not stand here"


def check(top):
    """All faults of a checkout, as sentences with file and line."""
    faults = []

    def note(name, text, found):
        faults.extend(f"{name}:{house.line_of(text, at)}: {fault}" for at, fault in found)

    for file in house.files(top):
        if file.suffix in NOT_TEXT:
            continue
        name = file.relative_to(top)
        try:
            text = file.read_text()
        except UnicodeDecodeError:
            continue
        note(name, text, ((m.start(), f"{m[0]} is a place on one machine") for m in MACHINE.finditer(text)))
        if file.suffix == ".md":
            note(name, text, faults_of_links(file, text, top))
    features = top / "docs/features.md"
    note("docs/features.md", features.read_text() if features.exists() else "", faults_of_features(top))
    faults.extend(faults_of_licences(top))
    return faults


def row(test, number=1):
    return f"| n | feature | where | test |\n|---|---|---|---|\n| {number} | one | page | {test} |\n"


GOOD = {
    "docs/features.md": row("`src/a/a_test.cpp` `Call.opens_on_time`; `tests/journeys/a.test.mjs` `Aino sends, and sleeps`"),
    "docs/licences.md": "# What is linked\n`libx-dev`, see [the tests](../tests/README.md#how-to-run) and [the web](https://a.b/c)\n",
    "tests/README.md": "# Tests\n## How to run?\n`[no](link)` [here](#tests)\n```\n[no](link)\n# no-heading\n```\n",
    "tools/packages.txt": "# a | b\nlibx-dev | build | | x\nliby-dev | check | | y\ng++ | build | | z\n",
    "src/a/a_test.cpp": "TEST(Call, opens_on_time) {}\n",
    "tests/journeys/a.test.mjs": 'test("Aino sends, and sleeps", () => {})\n',
    "web/logo.png": "",
}
BAD = [  # what is changed, and the fault that must be found
    ("docs/features.md", "# Features\n", "no row"),
    ("docs/features.md", row(""), "docs/features.md:3: row 1: expected | n |"),
    ("docs/features.md", row("tested by hand"), 'expected a test file and a test in it, found "tested by hand"'),
    ("docs/features.md", row("`src/a/a_test.cpp`"), "expected a test file and a test in it"),
    ("docs/features.md", row("`src/b/b_test.cpp` `A.b`"), "no such test file: src/b/b_test.cpp"),
    ("docs/features.md", row("`src/a/a_test.cpp` `Call.opens`"), 'has no test "Call.opens"'),
    ("docs/features.md", row("`tests/journeys/a.test.mjs` `Aino sends`"), 'has no test "Aino sends"'),
    ("docs/features.md", row("`src/a/a_test.cpp` `Call.opens_on_time`") * 2, "row 1 stands twice"),
    ("docs/more.md", "\n[x](nowhere.md)", "docs/more.md:2: the link nowhere.md leads nowhere"),
    ("docs/more.md", "[x](features.md#not-there)", "names a heading that is not there"),
    ("docs/more.md", "[x](../tests/README.md#no-heading)", "names a heading that is not there"),
    ("docs/more.md", "[x](../../)", "leads out of the project"),
    ("docs/more.md", "It lies in /wor" + "k/main.", "is a place on one machine"),
    ("src/a/a.cpp", 'open("/hom' + 'e/aino/town")', "is a place on one machine"),
    ("docs/licences.md", "libx", "libx-dev is linked"),
]


if __name__ == "__main__":
    house.main(check, GOOD, BAD)
