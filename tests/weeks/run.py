"""Other seeds by hand: `tests/weeks/run.py --seed 7` writes clean and damaged weeks, checks them and tells the misses.

`--keep FOLDER` leaves the files there to look at.
"""

import argparse
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from weeks import judge  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--offices", type=int, default=12)
    parser.add_argument("--weeks", type=int, default=42, help="clean weeks an office")
    parser.add_argument("--damaged", type=int, default=200)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = options.keep or pathlib.Path(room)
        alarms = judge.clean(folder / "clean", options.seed, options.offices, options.weeks)
        verdict = judge.damaged(folder / "damaged", options.seed, options.damaged)
    print(alarms.told())
    print(verdict.told())
    return 0 if alarms.good and verdict.good else 1


if __name__ == "__main__":
    sys.exit(main())
