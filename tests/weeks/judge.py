"""Runs the program over many weeks at once and compares what it finds with what is wrong."""

import collections
import dataclasses
import json
import os
import pathlib
import subprocess

from . import generate, slips

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ZHOUBAO", ROOT / "target/release/zhoubao")).resolve()
ENOUGH = 0.95


def findings(folder):
    """What the program finds under a data folder, as its JSON says it, by the folder of the office."""
    done = subprocess.run(
        [PROGRAM, "check", folder, "--message-format", "json"], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines and lines[-1]["reason"] == "finished", done.stderr
    found = collections.defaultdict(list)
    for line in lines[:-1]:
        spans = line.get("spans") or []
        place = pathlib.Path(spans[0]["file"]) if spans else None
        office = place.relative_to(folder).parts[0] if place and place.is_relative_to(folder) else ""
        found[office].append(line)
    return found, lines[-1]


def shown(finding, folder):
    spans = finding.get("spans") or [{"file": "?", "line": 0, "column": 0}]
    place = spans[0]
    file = place["file"].removeprefix(f"{folder}/")
    return f"  {file}:{place['line']}:{place['column']} {finding['severity']} {finding['code']}: {finding['message']}"


@dataclasses.dataclass
class Alarms:
    weeks: int
    false: list

    @property
    def good(self):
        return not self.false

    def told(self):
        head = f"{self.weeks} clean weeks: {len(self.false)} false alarms at error or warning"
        return "\n".join([head, *self.false[:60]])


def clean(folder, seed, offices, weeks):
    """Clean weeks, and every error and warning that they raise."""
    for series in generate.clean(seed, offices, weeks):
        series.write(folder)
    found, finished = findings(folder)
    assert finished["weeks"] == offices * weeks
    alarms = [
        shown(finding, folder)
        for office in sorted(found)
        for finding in found[office]
        if finding["severity"] in ("error", "warning")
    ]
    return Alarms(offices * weeks, alarms)


@dataclasses.dataclass
class Verdict:
    found: int
    misses: list
    kinds: int

    @property
    def total(self):
        return self.found + len(self.misses)

    @property
    def good(self):
        return self.found >= ENOUGH * self.total

    def told(self):
        head = f"{self.found} of {self.total} slips ({self.kinds} kinds) found at the right line with a right code"
        return "\n".join([head, *self.misses])


def damaged(folder, seed, count):
    """Damaged weeks, and which slips were found at their line with one of their codes."""
    damages = slips.damages(seed, count)
    for damage in damages:
        damage.write(folder)
    found, _ = findings(folder)
    misses = []
    for damage in damages:
        here = found.get(damage.folder, [])
        if not any(hits(damage, finding) for finding in here):
            told = [shown(finding, folder) for finding in here if finding["severity"] != "advice"]
            places = "、".join(f"{file}:{line}" for file, line in sorted(damage.places))
            head = f"missed: {damage.kind} ({damage.folder}): {'|'.join(sorted(damage.codes))} at {places}"
            misses.append("\n".join([head, *damage.lines(), *told[:4]]))
    return Verdict(len(damages) - len(misses), misses, len({damage.kind for damage in damages}))


def hits(damage, finding):
    """Whether the finding is about the slip: a right code, and its own place on the line."""
    primary = next((span for span in finding["spans"] if span["primary"]), None)
    if primary is None or finding["code"] not in damage.codes:
        return False
    return any(
        primary["file"].endswith(f"{damage.folder}/{file}") and primary["line"] == line for file, line in damage.places
    )
