#!/usr/bin/env python3
"""Pins what users see while the house is rebuilt: the bytes of all papers of data/ and of the corpus, and every message.

    pin.py PROGRAM WORK         prints one line for each thing pinned, into WORK nothing else but what the program writes
    pin.py PROGRAM WORK --keep  the same, into tests/pinned/known.txt

The messages are those about some thousand damaged copies of the sample weeks: each line left out, written twice, with a
full-width colon, cut off there, or with a word changed.
"""

import hashlib
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KNOWN = pathlib.Path(__file__).parent / "known.txt"
sys.path[:0] = [str(ROOT / "tests" / "corpus")]

from generate import generate  # noqa: E402


def damages(line, at, lines):
    """Copies of a file's lines, each with one slip at line `at`."""
    yield lines[:at] + lines[at + 1 :]
    yield lines[: at + 1] + lines[at:]
    yield lines[:at]
    for old, new in [(":", "："), ("日", "曰"), ("- ", "-"), ("  ", " "), ("1", "7"), ("：", ":"), ("公司", "有限公司")]:
        if old in line:
            yield lines[:at] + [line.replace(old, new, 1)] + lines[at + 1 :]
    if ": " in line:
        key, value = line.split(": ", 1)
        yield lines[:at] + [f"{key}x: {value}"] + lines[at + 1 :]
        yield lines[:at] + [f"{key}: "] + lines[at + 1 :]
        yield lines[:at] + [f"{key}: [{value}]"] + lines[at + 1 :]


def damaged(folder):
    """Writes an office for each damaged copy of the sample office's files."""
    source = ROOT / "data" / "panlong"
    files = {path.relative_to(source): path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.yaml"))}
    count = 0
    for name, text in files.items():
        lines = text.split("\n")
        for at, line in enumerate(lines):
            for copy in damages(line, at, lines):
                office = folder / f"copy-{count:04}"
                for other, whole in files.items():
                    (office / other).parent.mkdir(parents=True, exist_ok=True)
                    (office / other).write_text("\n".join(copy) if other == name else whole, encoding="utf-8")
                count += 1


def run(program, folder, *arguments):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).replace(f"{folder.resolve()}/", "")
    return done.returncode, re.sub(r'用时 [\d.]+ 秒|"seconds":[\d.]+', "", said)


def pinned(program, work):
    lines = []

    def pin(name, text):
        if isinstance(text, str):
            text = text.encode()
        lines.append(f"{hashlib.sha256(text).hexdigest()[:32]} {name}")

    corpus, slips = work / "corpus", work / "slips"
    generate(corpus)
    damaged(slips)
    (work / "data").symlink_to(ROOT / "data")
    for name in ["data", "corpus"]:
        out = work / f"out-{name}"
        status, _ = run(program, work, "build", name, "--out", str(out))
        pin(f"{name} build exits {status}", "")
        for path in sorted(out.rglob("*")):
            if path.suffix in {".docx", ".pdf"}:
                pin(str(path.relative_to(work)), path.read_bytes())
    for name in ["data", "corpus", "slips"]:
        for form in ["human", "json", "sarif", "github"]:
            status, said = run(program, work, "check", name, "--message-format", form)
            (work / f"check-{name}.{form}").write_text(said, encoding="utf-8")
            pin(f"check {name} as {form} exits {status}", said)
    for arguments in [["check", "--explain"], ["schema", "data/panlong"], ["schema", "--record", "office", "data/yunling"],
                      ["explain", "data/panlong/2021/2021-01-08.yaml"], ["schema", "--record", "office"]]:
        status, said = run(program, work, *arguments)
        pin(f"{' '.join(arguments)} exits {status}", said)
    return "\n".join(lines) + "\n"


def main():
    program, work = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    work.mkdir(parents=True)
    found = pinned(program, work)
    if "--keep" in sys.argv:
        KNOWN.write_text(found, encoding="utf-8")
        return
    known = KNOWN.read_text(encoding="utf-8")
    if found != known:
        wrong = sorted(set(found.splitlines()) ^ set(known.splitlines()), key=lambda line: line.split(" ", 1)[1])
        sys.exit("\n".join(["What users see has changed:", *wrong[:60]]))
    print(f"{len(found.splitlines())} things are as they were")


if __name__ == "__main__":
    main()
