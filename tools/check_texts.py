#!/usr/bin/env python3
"""Every word the programme says has its Finnish and its Swedish.

English stands in the source: say("..."), say_count(n, "one", "many") in src/**/*.cpp and *.h (tests left out) and
{{#_}}...{{/_}} in src/**/*.tpl. texts/fi.po and texts/sv.po hold the translations. A fault is a word that is missing,
empty, fuzzy or unused, or whose places for values ({0}, {1}) are others than in English. Faults are told one a line,
with file and line, and the exit status is 1.

    tools/check_texts.py                 check
    tools/check_texts.py --add           add what is missing, with an empty translation, in the order of the source
    tools/check_texts.py --prune         take out what is unused (with --add or alone)
    tools/check_texts.py --self-test     the tests of this tool

The first argument of say() is a literal, or literals chosen by ?:. A literal that is said elsewhere, as in a table, is
marked in the table, /* say */ "Draft", and where it is said, say(/* listed */ row.name).
"""
import argparse
import pathlib
import re
import sys
from dataclasses import dataclass, field

LANGUAGES = ("fi", "sv")
PLACE = re.compile(r"\{(\d)\}")
TOKEN = re.compile(
    r'(?P<line>//[^\n]*)|(?P<comment>/\*.*?\*/)|(?P<raw>(?:u8|[uUL])?R"(?P<delim>[^()\\\s]{0,16})\((?P<body>.*?)\)(?P=delim)")'
    r'|(?P<text>(?:u8|[uUL])?"(?:[^"\\\n]|\\.)*")|(?P<char>\'(?:[^\'\\\n]|\\.)+\')'
    r"|(?P<number>\d[\w']*)|(?P<name>[A-Za-z_]\w*)|(?P<mark>[^\s\w])",
    re.DOTALL,
)
WORD = re.compile(r"\{\{#_\}\}(.*?)\{\{/_\}\}", re.DOTALL)
HEAD = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: vastin\\n"\n"Language: {}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)


class Faults(list):
    def add(self, path, line, what):
        self.append(f"{path}:{line}: {what}")


@dataclass
class Message:
    """An English message: its plural, if it has one, and where it is said."""

    plural: str | None = None
    where: list = field(default_factory=list)


# ---- the source


UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # for an escape that this tool does not know; a fault only in a message


def unescaped(literal):
    simple = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\"}

    def one(found):
        code = found.group(1)
        if code[0] in "uU":
            return chr(int(code[1:], 16))
        return simple.get(code, UNKNOWN)

    return re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", one, literal, flags=re.DOTALL)


def tokens(text):
    """Of C++: (kind, value, line), where kind is text, comment, name or mark."""
    line, at = 1, 0
    for found in TOKEN.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        if found["text"] is not None:
            yield "text", unescaped(found["text"][found["text"].index('"') + 1 : -1]), line
        elif found["raw"] is not None:
            yield "text", found["body"], line
        elif found["comment"] is not None:
            yield "comment", found["comment"][2:-2].strip(), line
        elif found["name"] is not None:
            yield "name", found["name"], line
        elif found["mark"] is not None:
            yield "mark", found["mark"], line
        elif found["number"] is not None or found["char"] is not None:
            yield "other", found.group(), line


def arguments(stream, at):
    """The arguments of a call whose ( stands before `at`: lists of tokens."""
    result, depth = [[]], 0
    while at < len(stream):
        kind, value, _ = stream[at]
        if kind == "mark" and value in ")]}":
            if depth == 0:
                return result
            depth -= 1
        if kind == "mark" and value == "," and depth == 0:
            result.append([])
        else:
            result[-1].append(stream[at])
        if kind == "mark" and value in "([{":
            depth += 1
        at += 1
    return result


def literals(argument):
    """The literals that an argument may be, adjacent ones joined; None when it is not made of literals alone."""
    if any(kind == "comment" and value == "listed" for kind, value, _ in argument):
        return []
    argument = [token for token in argument if token[0] != "comment"]
    found, joined, chosen = [], None, any(token[:2] == ("mark", "?") for token in argument)
    depth, in_choice = 0, not chosen
    for kind, value, line in argument:
        if kind == "mark" and value in "([{":
            depth += 1
        if kind == "mark" and value in ")]}":
            depth -= 1
        if kind == "text" and depth == 0 and in_choice:
            if joined is None:
                joined = [value, line]
                found.append(joined)
            else:
                joined[0] += value
            continue
        joined = None
        if kind == "mark" and value == "?" and depth == 0:
            in_choice = True
        elif kind == "mark" and value == ":" and depth == 0:
            in_choice = True
        elif not chosen:
            return None
    return [tuple(one) for one in found] or None


def note(messages, path, line, message, plural, faults):
    if message == "" or UNKNOWN in message + (plural or ""):
        faults.add(path, line, "an empty message" if message == "" else f'an escape not known here: "{message}"')
        return
    known = messages.setdefault(message, Message())
    known.where.append((path, line))
    if plural is not None:
        if known.plural not in (None, plural):
            faults.add(path, line, f'"{message}" has two plurals: "{known.plural}" and "{plural}"')
        known.plural = plural


def read_cpp(text, path, messages, faults):
    stream = list(tokens(text))
    for at, (kind, value, line) in enumerate(stream):
        if kind == "comment" and value == "say":
            marked = literals(stream[at + 1 : next_other(stream, at + 1)])
            if not marked:
                faults.add(path, line, "/* say */ stands before a literal")
            for message, where in marked or []:
                note(messages, path, where, message, None, faults)
        if kind != "name" or value not in ("say", "say_count") or stream[at + 1 : at + 2] == []:
            continue
        if stream[at + 1][:2] != ("mark", "("):
            continue
        given = arguments(stream, at + 2)
        if value == "say":
            for_messages = literals(given[0])
            if for_messages is None:
                faults.add(path, line, "say() takes a literal")
            for message, where in for_messages or []:
                note(messages, path, where, message, None, faults)
            continue
        one = literals(given[1]) if len(given) > 1 else None
        many = literals(given[2]) if len(given) > 2 else None
        if one is None or many is None or len(one) != len(many):
            faults.add(path, line, "say_count() takes a count and two literals")
            continue
        for (message, where), (plural, _) in zip(one, many):
            note(messages, path, where, message, plural, faults)


def next_other(stream, at):
    while at < len(stream) and stream[at][0] == "text":
        at += 1
    return at


def read_template(text, path, messages, faults):
    for found in WORD.finditer(text):
        line = 1 + text.count("\n", 0, found.start())
        # kit/html asks for the same: spaces and line breaks are one space, none at the ends
        note(messages, path, line, " ".join(found.group(1).split()), None, faults)


def read_source(root, faults):
    messages = {}
    for path in sorted((root / "src").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".tpl":
            read_template(path.read_text("utf-8"), name, messages, faults)
        elif path.suffix in (".cpp", ".h") and not path.stem.endswith("_test") and name != "src/base/phrase.h":
            read_cpp(path.read_text("utf-8"), name, messages, faults)
    return messages


# ---- the catalogues


@dataclass
class Entry:
    message: str = ""
    plural: str | None = None
    forms: list = field(default_factory=list)
    comments: list = field(default_factory=list)  # of a translator, "# ..."
    fuzzy: bool = False
    line: int = 0


class Catalogue:
    def __init__(self, language, name, text, faults):
        self.name, self.head, self.entries = name, HEAD.format(language), {}
        for entry in self.read(text, faults):
            if entry.message == "":
                self.head = "".join(f"# {one}\n" for one in entry.comments) + 'msgid ""\nmsgstr ""\n'
                self.head += "".join(quoted(one) + "\n" for one in entry.forms[0].splitlines(keepends=True))
            elif entry.message in self.entries:
                faults.add(name, entry.line, f'"{entry.message}" stands twice')
            else:
                self.entries[entry.message] = entry

    def read(self, text, faults):
        entry, target = Entry(), None
        for number, line in enumerate(text.splitlines() + [""], 1):
            line = line.strip()
            keyword = re.match(r'(msgid_plural|msgid|msgstr(?:\[(\d)\])?)\s+(".*")$', line)
            if line == "" or (entry.forms and (line.startswith("#") or (keyword and keyword[1] == "msgid"))):
                if entry.forms:
                    yield entry
                    entry = Entry()
                target = None
            if line == "" or line.startswith(("#:", "#~", "#.", "#|")):
                continue
            if line.startswith("#,"):
                entry.fuzzy = entry.fuzzy or "fuzzy" in line
            elif line.startswith("#"):
                entry.comments.append(line[1:].strip())
            elif keyword or (line.startswith('"') and target):
                piece = unescaped((keyword[3] if keyword else line)[1:-1])
                target = keyword[1] if keyword else target
                if target == "msgid":
                    entry.message += piece
                    entry.line = entry.line or number
                elif target == "msgid_plural":
                    entry.plural = (entry.plural or "") + piece
                elif keyword:
                    entry.forms.append(piece)
                else:
                    entry.forms[-1] += piece
            else:
                faults.add(self.name, number, f"not understood: {line}")

    def text(self, messages):
        def order(entry):
            where = messages.get(entry.message)
            return (0, where.where[0]) if where else (1, (self.name, entry.line))

        parts = [self.head]
        for entry in sorted(self.entries.values(), key=order):
            lines = [f"# {one}" if one else "#" for one in entry.comments]
            if entry.message in messages:
                lines += [f"#: {path}:{line}" for path, line in messages[entry.message].where]
            lines += ["#, fuzzy"] if entry.fuzzy else []
            lines.append("msgid " + quoted(entry.message))
            if entry.plural is None:
                lines.append("msgstr " + quoted(entry.forms[0]))
            else:
                lines.append("msgid_plural " + quoted(entry.plural))
                lines += [f"msgstr[{i}] {quoted(form)}" for i, form in enumerate(entry.forms)]
            parts.append("\n".join(lines) + "\n")
        return "\n".join(parts)


def quoted(text):
    for raw, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(raw, escaped)
    return f'"{text}"'


def places(text):
    return set(PLACE.findall(text))


def check_entry(name, entry, faults):
    wanted = 1 if entry.plural is None else 2
    if entry.fuzzy:
        faults.add(name, entry.line, f'fuzzy: "{entry.message}"')
    if len(entry.forms) != wanted:
        faults.add(name, entry.line, f'{len(entry.forms)} forms instead of {wanted}: "{entry.message}"')
        return
    for number, form in enumerate(entry.forms):
        if form == "":
            faults.add(name, entry.line, f'not translated: "{entry.message}"')
            return
        english = [entry.message] if number == 0 else [entry.plural]
        if wanted == 2 and number == 0:
            english.append(entry.plural)  # "One day" may well be "1 päivä"
        if all(places(form) != places(one) for one in english):
            faults.add(name, entry.line, f'other places for values than in "{english[0]}": "{form}"')


def check_catalogue(catalogue, messages, faults):
    for message, said in messages.items():
        path, line = said.where[0]
        entry = catalogue.entries.get(message)
        if entry is None:
            faults.add(path, line, f'not in {catalogue.name}: "{message}"')
        elif entry.plural != said.plural:
            faults.add(catalogue.name, entry.line, f'the plural of "{message}" is "{said.plural}", not "{entry.plural}"')
    for message, entry in catalogue.entries.items():
        if message not in messages:
            faults.add(catalogue.name, entry.line, f'said nowhere: "{message}"')
        check_entry(catalogue.name, entry, faults)


def add_missing(catalogue, messages):
    for message, said in messages.items():
        entry = catalogue.entries.setdefault(message, Entry(message=message, line=10**9))
        if entry.plural != said.plural or not entry.forms:
            # another plural is another sentence: its old translations are no more sure
            entry.plural = said.plural
            entry.forms = ["", ""] if said.plural is not None else [""]


def prune(catalogue, messages):
    catalogue.entries = {message: entry for message, entry in catalogue.entries.items() if message in messages}


def run(root, add=False, take_out=False):
    """Checks, after --add and --prune have done their work; gives the faults."""
    faults = Faults()
    messages = read_source(root, faults)
    for language in LANGUAGES:
        path = root / "texts" / f"{language}.po"
        name = path.relative_to(root).as_posix()
        before = Faults()
        text = path.read_text("utf-8") if path.exists() else ""
        catalogue = Catalogue(language, name, text, before)
        if (add or take_out) and not before:  # what was not understood is not written anew
            if add:
                add_missing(catalogue, messages)
            if take_out:
                prune(catalogue, messages)
            path.parent.mkdir(exist_ok=True)
            path.write_text(catalogue.text(messages), "utf-8")
            catalogue = Catalogue(language, name, path.read_text("utf-8"), before)
        faults += before
        check_catalogue(catalogue, messages, faults)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--add", action="store_true", help="add what is missing, untranslated")
    parser.add_argument("--prune", action="store_true", help="take out what is unused")
    parser.add_argument("--self-test", action="store_true", help="run the tests of this tool")
    given = parser.parse_args()
    if given.self_test:
        import unittest

        import check_texts_test

        result = unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromModule(check_texts_test))
        return 0 if result.wasSuccessful() else 1
    faults = run(pathlib.Path(__file__).resolve().parent.parent, given.add, given.prune)
    print("\n".join(faults) if faults else "texts: all said in fi and sv")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
