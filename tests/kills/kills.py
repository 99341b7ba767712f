"""Kills runs at random moments: `tests/kills/kills.py --rounds 30 --kills 10 --seed 1`.

In each round an output folder in one state or another is worked on by runs that are killed, now and then by ctrl-C,
mostly by `kill -9`. After each kill every file must be whole and the manifest true. After the round one undisturbed run
must make of it, byte for byte, what it makes in an empty folder.
"""

import argparse
import collections
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]

from kills import truth  # noqa: E402
from kills.workplace import Workplace, stop  # noqa: E402

SHARDS = 3


class Round:
    """One state of the output folder, runs that are killed in it, and what must come of it."""

    def __init__(self, workplace, rng, state, way):
        self.workplace, self.rng, self.state, self.way = workplace, rng, state, way
        self.excused, self.sealing = set(), ()
        """Files that were spoiled by hand and not made again yet; weeks that were sealed before."""

    def prepare(self):
        """Brings the output folder into its state."""
        workplace = self.workplace
        workplace.clear()
        if self.state == "empty":
            return
        if self.state == "half-sealed":
            half = workplace.weeks(workplace.offices[0])[:10]
            workplace.good("build", *half, "--seal")
            self.sealing = tuple(half)
            self.spoil()
            return
        workplace.good("build")
        if self.state == "former":
            workplace.cut_manifests()
        self.spoil()

    def spoil(self):
        """Gives the next run something to do."""
        workplace, rng = self.workplace, self.rng
        if self.state == "empty" and rng.random() < 0.6:
            workplace.clear()
        elif self.state in {"weeks", "former", "spoilt"}:
            weeks = [week for office in workplace.offices for week in workplace.weeks(office)]
            workplace.change_weeks([week for week in weeks if rng.random() < 0.6])
        elif self.state == "office":
            workplace.change_office(workplace.offices[0])
            workplace.change_template(workplace.offices[1])
        elif self.state == "half-sealed":
            workplace.change_weeks(workplace.weeks(workplace.offices[0])[10:])
        if self.state == "spoilt":
            self.excused |= workplace.spoil()
        if self.state == "former" and not any(workplace.out.glob("*/manifest.*-of-*.txt")):
            workplace.cut_manifests()

    def commands(self):
        """The runs of one attempt, at once."""
        if self.way == "shards":
            more = ("--force",) if self.state == "complete" else ()
            return [("build", "--shard", f"{index}/{SHARDS}", *more) for index in range(1, SHARDS + 1)]
        return [{"force": ("build", "--force"), "seal": ("build", "--seal")}.get(self.way, ("build",))]

    def finish(self):
        """The undisturbed run."""
        if self.way == "shards":
            for command in self.commands():
                self.workplace.good(*command)
        else:
            self.workplace.good(*(("build", "--seal") if self.way == "seal" else ("build",)))

    def expected(self, out):
        """What an undisturbed run makes in an empty folder."""
        if self.sealing:
            self.workplace.good("build", *self.sealing, "--seal", out=out)
        self.workplace.good(*(("build", "--seal") if self.way == "seal" else ("build",)), out=out)
        return truth.tree(out)

    def stamps(self):
        """What lies in the output folder, as far as it shows that a run was writing there."""
        return {path: path.stat().st_mtime_ns for path in self.workplace.out.rglob("*") if path.is_file()}


STATES = ("empty", "complete", "weeks", "office", "half-sealed", "former", "spoilt")
WAYS = {
    "empty": ("plain", "shards", "seal", "plain"),
    "complete": ("force", "shards", "force"),
    "weeks": ("plain", "shards", "force"),
    "office": ("plain", "force", "shards"),
    "half-sealed": ("plain", "force"),
    "former": ("shards", "plain"),
    "spoilt": ("plain", "shards"),
}


def one_round(workplace, rng, number, kills):
    """Kills so many runs; returns counts, and raises at the first fault."""
    state = STATES[number % len(STATES)]
    way = WAYS[state][(number // len(STATES)) % len(WAYS[state])]
    this, counts = Round(workplace, rng, state, way), collections.Counter()
    this.prepare()
    duration = measured(workplace, this)
    for _ in range(kills):
        before = this.stamps()
        how = signal.SIGINT if rng.random() < 0.2 else signal.SIGKILL
        runs = [workplace.start(*command) for command in this.commands()]
        begun, after = time.monotonic(), rng.random() * duration * len(runs) ** 0.5 * 0.9
        at_work = [stop(run, max(0, begun + after - time.monotonic()), how) for run in runs]
        kind = "interrupted" if how == signal.SIGINT else "killed"
        counts[kind] += 1
        counts["at work"] += any(at_work)
        now = this.stamps()
        counts["writing"] += any(at_work) and now != before
        counts["left half-written files"] += any(path.suffix == ".tmp" for path in now)
        this.excused = {path for path in this.excused if now.get(path) == before.get(path)}
        faults = truth.faults(workplace.out, this.excused)
        assert not faults, f"round {number} ({state}, {way}), {kind} after {after:.3f} s:\n" + "\n".join(faults[:10])
        if rng.random() < 0.7:
            this.spoil()
    this.finish()
    with tempfile.TemporaryDirectory() as fresh:
        expected = this.expected(pathlib.Path(fresh) / "out")
        differing = truth.difference(truth.tree(workplace.out), expected)
    assert not differing, f"round {number} ({state}, {way}): not what an undisturbed run makes: {differing}"
    return state, way, duration, counts


def measured(workplace, this):
    """The time of the same run undisturbed, in a copy of the folder."""
    copy = workplace.room / "copy"
    shutil.copytree(workplace.out, copy) if workplace.out.exists() else copy.mkdir()
    begun = time.monotonic()
    workplace.good(*this.commands()[0], out=copy)
    duration = time.monotonic() - begun
    shutil.rmtree(copy)
    return duration


def rounds(room, seed, numbers, kills, tell=lambda line: None):
    """Plays the rounds of these numbers on one archive; returns all counts."""
    rng, total = random.Random(f"kills {seed}"), collections.Counter()
    workplace = Workplace(room, seed)
    for at in numbers:
        state, way, duration, counts = one_round(workplace, rng, at, kills)
        total += counts
        figures = ", ".join(f"{count} {what}" for what, count in counts.items())
        tell(f"round {at + 1:2}: {state:11} {way:6} {duration:5.2f} s undisturbed: {figures}")
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--kills", type=int, default=10, help="kills a round")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="zhoubao kills ") as room:
        total = rounds(room, options.seed, range(options.rounds), options.kills, lambda line: print(line, flush=True))
    kills = total["killed"] + total["interrupted"]
    print(
        f"{kills} kills in {options.rounds} rounds ({total['interrupted']} of them ctrl-C): {total['at work']} hit a run at "
        f"work, {total['writing']} one that had written files, {total['left half-written files']} left half-written ones; "
        f"no file was damaged, no manifest untrue, {options.rounds} times the same bytes after the next run; "
        f"{time.monotonic() - begun:.0f} s"
    )
    if total["writing"] * 2 < kills:
        print("Too few kills hit a run that was writing: they prove little.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
