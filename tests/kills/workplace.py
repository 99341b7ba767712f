"""A small archive that changes in the course of time, and runs of the program on it."""

import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]

from weeks import generate  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = pathlib.Path(os.environ.get("ZHOUBAO", ROOT / "target/release/zhoubao")).resolve()
INTERRUPTED = 130
TEMPLATE = "templates/weekly.md"
FIGURE = re.compile(r"(执法检查: \{[^}]*?: )(\d+)(?=[ ,}])")
EMPTY_TEMPLATE = "---\n标题: 周报\n---\n"


def as_former(line):
    """A line of a manifest as former versions wrote it."""
    if line.startswith("zhoubao-manifest "):
        return "zhoubao-manifest 1\n"
    said, _, _ = line.partition(" sum=")
    return "" if said == "end" or line.startswith("#") else said + "\n"


class Workplace:
    """Offices in `room/data`, their papers in `room/out`, what is remembered in `room/cache`."""

    def __init__(self, room, seed, weeks=(20, 12)):
        self.room = pathlib.Path(room)
        self.data, self.out = self.room / "数 据", self.room / "out 周报"
        self.rng = random.Random(f"workplace {seed}")
        self.environment = os.environ | {"XDG_CACHE_HOME": str(self.room / "cache")}
        for number, count in enumerate(weeks):
            generate.series(seed, number, count).write(self.data)
        self.offices = sorted(self.data.iterdir())

    def weeks(self, office):
        return sorted(path for path in office.rglob("20*.yaml") if path.parent.name != "templates")

    def start(self, *arguments, out=None, **more):
        """A run that was begun, on all data where no path is named."""
        command = [PROGRAM, *arguments]
        if not any(isinstance(word, pathlib.Path) for word in arguments):
            command.append(self.data)
        pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True} | more
        return subprocess.Popen([*command, "--out", out or self.out], env=self.environment, **pipes)

    def run(self, *arguments, out=None, **more):
        """A run to its end: its exit status and what it said on its standard error."""
        process = self.start(*arguments, out=out, **more)
        said = process.communicate()[1]
        return process.returncode, said

    def good(self, *arguments, out=None):
        status, said = self.run(*arguments, out=out)
        assert status == 0, f"{arguments}: {status}\n{said[-2000:]}"

    def clear(self):
        for folder in (self.out, self.room / "cache"):
            shutil.rmtree(folder, ignore_errors=True)

    def cut_manifests(self):
        """Leaves manifests as former versions did where several machines had made an office's papers."""
        for manifest in self.out.glob("*/manifest.txt"):
            parts = {1: [], 2: []}
            for line in map(as_former, manifest.read_text(encoding="utf-8").splitlines()):
                is_paper = line.partition(" ")[0] in {"paper", "repaper"}
                for part in [self.rng.choice([1, 2])] if is_paper else parts:
                    parts[part].append(line)
            for part, lines in parts.items():
                manifest.with_name(f"manifest.{part}-of-2.txt").write_text("".join(lines), encoding="utf-8")
            manifest.unlink()

    def change_weeks(self, weeks):
        """Other figures, which papers print, in each of these weeks that has an exact one."""
        for path in weeks:
            text = path.read_text(encoding="utf-8")
            changed = FIGURE.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", text, count=1)
            path.write_text(changed, encoding="utf-8")

    def change_office(self, office):
        """Another telephone number, which most papers print."""
        path = office / "office.yaml"
        text = path.read_text(encoding="utf-8")
        head, key, rest = text.partition("电话: 0899-")
        assert key, path
        path.write_text(f"{head}{key}{self.rng.randrange(5_000_000, 7_000_000)}{rest[7:]}", encoding="utf-8")

    def change_template(self, office):
        """Words at the end of the office's own weekly template, or a template of its own."""
        path = office / TEMPLATE
        path.parent.mkdir(exist_ok=True)
        words = f"改于第 {self.rng.randrange(1000)} 次。"
        before = path.read_text(encoding="utf-8") if path.exists() else EMPTY_TEMPLATE
        text = f"{before}\n{words}\n"
        path.write_text(text, encoding="utf-8")

    def spoil(self):
        """Removes and damages a few papers; returns which."""
        papers = sorted(path for path in self.out.rglob("*") if path.suffix in {".docx", ".pdf"})
        chosen = self.rng.sample(papers, min(6, len(papers)))
        for path in chosen[::2]:
            path.unlink()
        for path in chosen[1::2]:
            path.write_bytes(path.read_bytes()[:-100])
        return set(chosen)


def stop(process, after, how):
    """Sends a signal to a run after so many seconds. Whether it was still at work; an interrupted run must end well."""
    time.sleep(after)
    at_work = process.poll() is None
    process.send_signal(how)
    said = process.communicate(timeout=60)[1]
    if how == signal.SIGINT and at_work:
        # It may have been at its first or its last words.
        assert process.returncode in {INTERRUPTED, 0, -signal.SIGINT}, f"{process.returncode}\n{said[-2000:]}"
    return at_work
