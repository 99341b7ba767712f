"""Runs the Rust tests and then the judges, shows what they print, and closes with the count of both together."""

import pathlib
import re
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A file of judges stays with one worker, since its fixtures build papers once.
WORKERS = ["-n", "auto", "--dist", "loadfile"]
SUITES = [
    ["cargo", "test", "--release", "--locked", "--no-fail-fast"],
    [sys.executable, "-m", "pytest", "-q", "-rA", "--show-capture=no", "-p", "no:cacheprovider", *WORKERS, "tests/judges"],
]
RESULT = re.compile(r"^(?:test result: |=*\s*(?=\d+ (?:passed|failed|error)))(.*)$")
# What cargo says of each test binary that failed, did not run to its end or did not compile;
# and what the fuzz tests say of the target and the input at which they stopped.
BROKEN = re.compile(r"^(?:error: (?:test failed|could not compile|\d+ targets? failed)|    `-|fuzz target |.*process didn't exit)")
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|ignored)")


def watch(lines, broken):
    """Shows what a command says on its standard error as it comes, and keeps what is about broken test binaries."""
    for line in lines:
        sys.stderr.write(line)
        sys.stderr.flush()
        if BROKEN.match(line):
            broken.append(line.strip())


def run(command):
    """Shows the command's output as it comes; returns its exit status, what its closing lines count, and its
    complaints about broken test binaries."""
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    kinds = {"error": "failed", "errors": "failed", "ignored": "skipped"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "errors": "replace"}
    process = subprocess.Popen(command, cwd=ROOT, **pipes)
    complaints = []
    watcher = threading.Thread(target=watch, args=(process.stderr, complaints))
    watcher.start()
    for line in process.stdout:
        sys.stdout.write(line)
        sys.stdout.flush()
        if result := RESULT.match(line):
            for number, kind in COUNT.findall(result[1]):
                counts[kinds.get(kind, kind)] += int(number)
    watcher.join()
    return process.wait(), counts, complaints


def main():
    total, broken, complaints = {"passed": 0, "failed": 0, "skipped": 0}, False, []
    for command in SUITES:
        status, counts, said = run(command)
        broken |= status != 0 or counts["passed"] == 0
        complaints += said
        for kind, number in counts.items():
            total[kind] += number
    if broken and not total["failed"]:
        print("A suite did not run to its end, or ran no test.")
    if broken:
        print("\n".join(complaints))
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 1 if broken or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
