"""What the checks in tools/ share: where the checkout is, which files are the project's, and a test of the check itself."""
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
NOT_OURS = {".git", "node_modules", "build", "build-check", "build-sanitize", "town", "__pycache__"}


def files(top):
    """The project's files: what git knows or would take, else everything but builds and what npm brought."""
    listed = subprocess.run(
        ["git", "-C", str(top), "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True
    )
    if listed.returncode == 0:
        found = [top / name for name in listed.stdout.decode().split("\0") if name]
    else:
        found = [file for file in top.rglob("*") if not NOT_OURS & set(file.relative_to(top).parts)]
    return sorted(file for file in found if file.is_file())


def line_of(text, position):
    """The number of the line, from 1, where this position of the text is."""
    return text.count("\n", 0, position) + 1


def self_test(check, good, bad):
    """Lays out a checkout `good` (path: text), then one change of `bad` (path, text, part of the fault) at a time, and
    runs check(top) -> faults on it; gives what it should have found and did not."""
    missed = []
    for path, text, expected in [(None, None, None)] + bad:
        with tempfile.TemporaryDirectory() as folder:
            top = pathlib.Path(folder)
            for name, content in {**good, **({path: text} if path else {})}.items():
                (top / name).parent.mkdir(parents=True, exist_ok=True)
                (top / name).write_text(content)
            found = check(top)
            if expected is None and found:
                missed.append(f"self-test: a good house has faults: {found}")
            elif expected and not any(expected in fault for fault in found):
                missed.append(f"self-test: not found: {expected} (found: {found})")
    return missed


def main(check, good, bad):
    """The command line of a check: prints one fault a line and ends with 1 where there is one."""
    faults = self_test(check, good, bad) if "--self-test" in sys.argv else check(TOP)
    for fault in faults:
        print(fault)
    sys.exit(bool(faults))
