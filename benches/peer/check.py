"""`zhoubao check` over 1,000 weeks, beside PyYAML that only reads the same files.

Exits with 1 where the bar is missed. Machines are noisy: run it on a quiet one.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from weeks import generate  # noqa: E402

PROGRAM = ROOT / "target/release/zhoubao"
WEEKS = 1_000
OFFICES = 24
RUNS = 10
MOST = 0.400


def timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def check(folder):
    command = [PROGRAM, "check", folder, "--message-format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())


def read(files):
    for file in files:
        yaml.safe_load(file.read_text(encoding="utf-8"))


def main():
    with tempfile.TemporaryDirectory() as room:
        folder = pathlib.Path(room)
        for series in generate.clean(1, OFFICES, -(-WEEKS // OFFICES)):
            series.write(folder)
        files = sorted(folder.glob("*/*/20*.yaml")) + sorted(folder.glob("*/*/19*.yaml"))
        for file in files[WEEKS:]:
            file.unlink()
        files = files[:WEEKS]
        check(folder)
        ours = [timed(lambda: check(folder)) for _ in range(RUNS)]
        peer = timed(lambda: read(files))
    median = statistics.median(ours)
    met = "met   " if median <= MOST else "MISSED"
    print(f"{len(files)} weeks, whole process, median of {RUNS}:")
    print(f"{met} zhoubao check {median * 1000:.0f} ms (least {min(ours) * 1000:.0f}), at most {MOST * 1000:.0f}")
    print(f"       yaml.safe_load alone {peer:.1f} s, ratio {peer / median:.0f}")
    return 0 if median <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
