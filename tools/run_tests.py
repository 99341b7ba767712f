"""Runs the Rust tests and then the judges, shows what they print, and closes with the count of both together."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUITES = [
    ["cargo", "test", "--release", "--locked", "--no-fail-fast"],
    [sys.executable, "-m", "pytest", "-q", "-rA", "--show-capture=no", "-p", "no:cacheprovider", "tests/judges"],
]
RESULT = re.compile(r"^(?:test result: |=*\s*(?=\d+ (?:passed|failed|error)))(.*)$")
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|ignored)")


def run(command):
    """Shows the command's output as it comes; returns its exit status and what its closing lines count."""
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    kinds = {"error": "failed", "errors": "failed", "ignored": "skipped"}
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace")
    for line in process.stdout:
        sys.stdout.write(line)
        sys.stdout.flush()
        if result := RESULT.match(line):
            for number, kind in COUNT.findall(result[1]):
                counts[kinds.get(kind, kind)] += int(number)
    return process.wait(), counts


def main():
    total, broken = {"passed": 0, "failed": 0, "skipped": 0}, False
    for command in SUITES:
        status, counts = run(command)
        broken |= status != 0 or counts["passed"] == 0
        for kind, number in counts.items():
            total[kind] += number
    if broken and not total["failed"]:
        print("A suite did not run to its end, or ran no test.")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 1 if broken or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
