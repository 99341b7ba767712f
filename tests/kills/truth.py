"""Whether an output folder holds only whole papers, and whether its manifests are true: read without our program."""

import hashlib
import io
import pathlib
import re
import subprocess
import urllib.parse
import zipfile

FORMER = re.compile(r"manifest\.\d+-of-\d+\.txt")
UNFINISHED = re.compile(r"\.zhoubao-.*\.tmp")
ASIDE = re.compile(r".*\.aside-[0-9a-f]{8}\.(docx|pdf)")
"""What was spoiled by hand and made again since."""
WHOLE = set()
"""Hashes of files that were found whole: the same bytes are not looked at twice."""


def lines(path):
    """What one manifest says: by file its line."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert first in {"zhoubao-manifest 1", "zhoubao-manifest 2"}, f"{path}: {first}"
    said = {}
    for line in rest:
        word, _, more = line.partition(" ")
        name, _, facts = more.partition(" ")
        if word == "paper":
            name = urllib.parse.unquote(name, errors="strict")
            assert name not in said, f"{path}: {name} twice"
            said[name] = facts
    return said


def claims(folder):
    """What an office's manifests say together, where former versions have left several: by file its size and hash."""
    manifests = [path for path in sorted(folder.iterdir()) if path.name == "manifest.txt" or FORMER.fullmatch(path.name)]
    said = {}
    for path in manifests:
        for name, facts in lines(path).items():
            said.setdefault(name, set()).add(facts)
    found = {}
    for name, all_facts in said.items():
        if len(all_facts) == 1:
            facts = dict(fact.split("=", 1) for fact in all_facts.pop().split(" ") if "=" in fact)
            found[name] = (int(facts["size"]), facts["sha256"])
    return found


def is_whole(path):
    """Whether a paper's file is one from its first to its last byte."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).digest()
    if digest in WHOLE:
        return True
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            whole = file.testzip() is None and "word/document.xml" in file.namelist()
    else:
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
        whole = data.endswith(b"%%EOF\n") or data.endswith(b"%%EOF")
        whole = whole and checked.returncode == 0
    if whole:
        WHOLE.add(digest)
    return whole


def faults(out, excused=frozenset()):
    """What is wrong in an output folder. `excused` are files that were spoiled by hand and not made again yet."""
    found = []
    for folder in sorted(out.iterdir() if out.exists() else []):
        for name, said in claims(folder).items():
            path = folder / name
            if path in excused:
                continue
            if not path.is_file():
                found.append(f"listed and missing: {path}")
                continue
            data = path.read_bytes()
            if (len(data), hashlib.sha256(data).hexdigest()) != said:
                found.append(f"listed and different: {path}")
        for path in sorted(folder.rglob("*")):
            if ASIDE.fullmatch(path.name) or path.parent.name == "seals":
                continue
            if path.suffix in {".docx", ".pdf"} and path not in excused:
                try:
                    whole = is_whole(path)
                except (zipfile.BadZipFile, KeyError, EOFError):
                    whole = False
                if not whole:
                    found.append(f"half-written: {path}")
            elif path.is_file() and path.name != "manifest.txt" and not FORMER.fullmatch(path.name):
                if not UNFINISHED.fullmatch(path.name) and path not in excused:
                    found.append(f"nobody's file: {path}")
    return found


def tree(folder):
    """All that lies in a folder but for what was moved aside, by its place: the bytes of files, `None` for folders."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if ASIDE.fullmatch(path.name):
            continue
        found[path.relative_to(folder).as_posix()] = None if path.is_dir() else path.read_bytes()
    return found


def difference(found, expected):
    """The first places in which two trees differ, and how."""
    missing = [f"missing: {place}" for place in sorted(expected.keys() - found.keys())]
    too_many = [f"too many: {place}" for place in sorted(found.keys() - expected.keys())]
    common = sorted(found.keys() & expected.keys())
    return [*missing[:5], *too_many[:5], *[f"other bytes: {place}" for place in common if found[place] != expected[place]][:5]]
