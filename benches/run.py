"""All benches, one after the other: a bar that is missed does not keep the others from being measured.

Exits with 1 where any of them missed a bar or failed.
"""

import os
import pathlib
import subprocess
import sys

from fixed_work import FixedWork

HERE = pathlib.Path(__file__).resolve().parent
PARTS = {
    "stages": ["cargo", "bench", "--locked", "--bench", "stages"],
    **{
        name: [sys.executable, str(HERE / name)]
        for name in ["peer/bench.py", "peer/check.py", "peer/ledgers.py", "archive/bench.py"]
    },
}


def main():
    failed = []
    for name, command in PARTS.items():
        fixed_work = FixedWork()
        fixed_work.listen()
        print(f"== {name}", flush=True)
        machine = {"BENCH_SCALE": f"{fixed_work.scale():.2f}"}
        if subprocess.run(command, env=os.environ | machine, check=False).returncode:
            failed.append(name)
    print("missed a bar: " + ", ".join(failed) if failed else "all bars are met")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
