"""The papers as the program makes and names them; paths are taken from what it prints, never guessed."""

import dataclasses
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ZHOUBAO", ROOT / "target/release/zhoubao")).resolve()
EXPECTED = ROOT / "tests/specimen/weekly-2021-01-08.expected.txt"
OFFICE = "panlong"
WEEK = "2021-01-08"


@dataclasses.dataclass(frozen=True)
class Paper:
    """One file that a build has named."""

    kind: str
    number: int | None
    format: str
    path: pathlib.Path
    pages: int
    sha256: str

    @property
    def name(self):
        """What the paper is, whatever its format: `weekly`, `notice-6`."""
        return self.kind if self.number is None else f"{self.kind}-{self.number}"


def build(out, *options, cwd=ROOT, env=None, umask=-1):
    """Builds `data` into `out`. Returns the finished process and the objects that it printed."""
    command = [PROGRAM, "build", ROOT / "data", "--out", out, "--message-format", "json", *options]
    done = subprocess.run(command, cwd=cwd, env=env, umask=umask, capture_output=True, text=True, check=False)
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def papers(messages, cwd=ROOT):
    """The real week's papers among what a build printed."""
    return [
        Paper(m["kind"], m["number"], m["format"], (cwd / m["path"]).resolve(), m["pages"], m["sha256"])
        for m in messages
        if m["reason"] == "paper" and m["office"] == OFFICE and m["week"] == WEEK
    ]
