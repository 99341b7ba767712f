"""What a week's six files take, from nothing, as whole processes: ours, and docxtpl with LibreOffice beside it.

The peer is treated kindly: one Python process fills all templates, one LibreOffice converts all files, its profile is
warm. Exits with 1 where a bar is missed.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

from fixed_work import FixedWork  # noqa: E402
from table import Table  # noqa: E402

PROGRAM = ROOT / "target/release/zhoubao"
OUR_RUNS, PEER_RUNS = 20, 5
MOST_MS, MOST_MB, LEAST_RATIO = 40, 150, 15


def measured(command, stdout=subprocess.DEVNULL):
    """Seconds and peak memory in MB (10⁶ bytes) of a whole process; an error where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return seconds, usage.ru_maxrss * 1024 / 1e6


def ours(work):
    """One run of ours into a fresh folder."""
    out = work / "ours"
    with (work / "messages").open("wb") as messages:
        run = measured([PROGRAM, "build", ROOT / "data/panlong", "--out", out, "--message-format", "json"], messages)
    lines = (work / "messages").read_text(encoding="utf-8").splitlines()
    files = [m["path"] for m in map(json.loads, lines) if m["reason"] == "paper"]
    if len(files) != 6:
        raise SystemExit(f"{len(files)} papers instead of 6")
    shutil.rmtree(out)
    return run


def peer(work, template):
    """One run of the peer: templates filled, then converted; the larger peak of the two counts."""
    out = work / "peer"
    out.mkdir()
    fill = measured([sys.executable, HERE / "render.py", template, out])
    files = sorted(out.glob("*.docx"))
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    convert = measured(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out, *files])
    if len(list(out.iterdir())) != 6:
        raise SystemExit("the peer did not make six files")
    shutil.rmtree(out)
    return fill[0] + convert[0], max(fill[1], convert[1])


def summary(name, runs):
    """Prints what a contender's runs took; returns the median in ms and the peak in MB."""
    times = [seconds * 1000 for seconds, _ in runs]
    peak = max(memory for _, memory in runs)
    median = statistics.median(times)
    print(f"{name:<24} min {min(times):7.1f} ms   median {median:7.1f} ms   peak {peak:6.1f} MB   {len(runs)} runs")
    return median, peak


def main():
    table, fixed_work = Table(), FixedWork()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        template = work / "template.docx"
        subprocess.run([sys.executable, HERE / "template.py", template], check=True)
        ours(work), peer(work, template)  # files into the cache, LibreOffice's profile made
        fixed_work.listen()
        our_time, our_peak = summary("zhoubao", [ours(work) for _ in range(OUR_RUNS)])
        fixed_work.listen()
        peer_time, _ = summary("docxtpl and LibreOffice", [peer(work, template) for _ in range(PEER_RUNS)])
        fixed_work.listen()
    table.fastest("six files of one week, cold", our_time, MOST_MS, "ms", 1)
    table.most("… peak memory", our_peak, MOST_MB, "MB", 1)
    table.least("… as fast as the peer", peer_time / our_time, LEAST_RATIO, "×", 1)
    return table.close(fixed_work)


if __name__ == "__main__":
    sys.exit(main())
