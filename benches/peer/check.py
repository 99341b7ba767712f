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
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benches")]

from fixed_work import FixedWork  # noqa: E402
from table import Table  # noqa: E402
from weeks import generate  # noqa: E402

PROGRAM = ROOT / "target/release/zhoubao"
WEEKS = 1_000
OFFICES = 24
RUNS = 10
MOST_MS = 400


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
    table, fixed_work = Table(), FixedWork()
    with tempfile.TemporaryDirectory() as room:
        folder = pathlib.Path(room)
        for series in generate.clean(1, OFFICES, -(-WEEKS // OFFICES)):
            series.write(folder)
        files = sorted(folder.glob("*/*/20*.yaml")) + sorted(folder.glob("*/*/19*.yaml"))
        for file in files[WEEKS:]:
            file.unlink()
        files = files[:WEEKS]
        check(folder)
        fixed_work.listen()
        ours = [timed(lambda: check(folder)) for _ in range(RUNS)]
        fixed_work.listen()
        peer = timed(lambda: read(files))
    median = statistics.median(ours)
    table.fastest(f"check of {len(files):,} weeks, median of {RUNS}", median * 1000, MOST_MS, "ms")
    table.show("… least", f"{min(ours) * 1000:.0f} ms")
    table.show("yaml.safe_load alone", f"{peer:.1f} s, {peer / median:.0f} × ours")
    return table.close(fixed_work)


if __name__ == "__main__":
    sys.exit(main())
