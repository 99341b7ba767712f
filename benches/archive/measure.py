"""What a whole process takes, on two cores."""

import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

from fixed_work import CORES

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "target/release/zhoubao"
LAUNCH = pathlib.Path(__file__).resolve().parent / "launch.py"
WEEK_FILES = 6
"""A weekly and two replies, each as docx and PDF."""


def on_two_cores():
    """This process and all that it starts stay on two cores, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


@dataclasses.dataclass
class Run:
    """A process that has ended."""

    status: int
    seconds: float
    cpu: float
    """Seconds of all cores, its own children with it."""
    peak: float
    """Memory in MB of 10⁶ bytes."""
    messages: list
    """What it printed as JSON, a line an object."""

    @property
    def use(self):
        """How much of both cores it used."""
        return self.cpu / (CORES * self.seconds)


def run(command, room):
    """Runs the command to its end; `room` is a folder where what it prints is kept meanwhile."""
    printed, report = room / "printed", room / "report.json"
    launch = [sys.executable, LAUNCH, report, *map(str, command)]
    with printed.open("wb") as stdout, (room / "told").open("wb") as stderr:
        subprocess.run(launch, stdout=stdout, stderr=stderr, check=True)
    messages = []
    if command[0] == PROGRAM:
        messages = [json.loads(line) for line in printed.read_text(encoding="utf-8").splitlines() if line[:1] == "{"]
    return Run(**json.loads(report.read_text(encoding="utf-8")), messages=messages)


def zhoubao(room, *words):
    """Our program; a run that does not end well is an error."""
    done = run([PROGRAM, *words, "--message-format", "json"], room)
    if done.status:
        told = (room / "told").read_text(encoding="utf-8").strip().splitlines()
        raise Failed(f"zhoubao {words[0]} 以 {done.status} 结束：{(told or ['（没有说明）'])[-1]}")
    return done


class Failed(Exception):
    """A process that should have ended well."""


def from_nothing(room, data, out, weeks, *words):
    """Builds into a folder that is not there yet."""
    shutil.rmtree(out, ignore_errors=True)
    done = zhoubao(room, "build", data, "--out", out, *words)
    papers = [message for message in done.messages if message["reason"] == "paper"]
    files = weeks * WEEK_FILES // (2 if "--format" in words else 1)
    if len(papers) != files:
        raise Failed(f"{len(papers)} 个文件，应有 {files} 个")
    return done


def middle(runs):
    """The run of median time."""
    seconds = statistics.median_high(run.seconds for run in runs)
    return next(run for run in runs if run.seconds == seconds)
