"""Archives from nothing, again, changed, checked and proved, beside the peers: one table, exit status 1 if a bar is missed.

Ten minutes on two quiet cores. Only the program's command line and its JSON are used. Papers are made below the
system's folder for temporary files, 5 GB at most.
"""

import contextlib
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from archive import changed, generate, measure, paper, peers  # noqa: E402
from fixed_work import FixedWork  # noqa: E402
from table import Table  # noqa: E402

PAPERS = 3
"""A week's: the weekly and two replies."""
OFFICES, YEAR, DECADE, CENTURY = 129, 52, 520, 5200
PROVINCE = OFFICES * YEAR
SAMPLE = 60
"""Papers that the peers make."""
BUILDS, SHORT_RUNS = 3, 7


class Bench:
    def __init__(self, room):
        self.room = room
        self.table = Table()
        self.fixed_work = FixedWork()
        self.data = {}
        self.decade = None
        """The median build of 520 weeks from nothing."""
        self.decade_peak = 0.0
        for name, offices, weeks in [("year", 1, YEAR), ("decade", 1, DECADE), ("century", 1, CENTURY)]:
            self.data[name] = room / name
            generate.write(self.data[name], offices, weeks)
        self.data["province"] = room / "province"
        generate.write(self.data["province"], OFFICES, YEAR)

    @contextlib.contextmanager
    def row(self, what):
        """One part of the bench; a run that fails is a bar missed, and the others go on."""
        print(f"… {what}", file=sys.stderr)
        self.fixed_work.listen()
        try:
            yield
        except measure.Failed as reason:
            self.table.failed(what, reason)

    def build(self, name, weeks, times=1, *words):
        out = self.room / f"{name}-papers"
        runs = [measure.from_nothing(self.room, self.data[name], out, weeks, *words) for _ in range(times)]
        return runs, out

    def from_nothing(self):
        what = "520 weeks, 3,120 files, from nothing"
        with self.row(what):
            runs, _ = self.build("decade", DECADE, BUILDS)
            self.decade, self.decade_peak = measure.middle(runs), max(run.peak for run in runs)
            pairs = DECADE * PAPERS
            self.table.fastest(what, self.decade.seconds / pairs * 1000, 3, "ms a pair", 2)
            self.table.least("… use of both cores", self.decade.use * 100, 90, "%")
            self.table.show("… rate", f"{2 * pairs / self.decade.seconds:.0f} files a second")

    def again(self):
        """What only works beside the papers of the decade."""
        data, out = self.data["decade"], self.room / "decade-papers"

        def short(*words):
            runs = [measure.zhoubao(self.room, *words) for _ in range(SHORT_RUNS)]
            return measure.middle(runs).seconds * 1000

        with self.row("nothing to do, 520 weeks"):
            self.table.fastest("nothing to do, 520 weeks", short("build", data, "--out", out), 150, "ms")
        with self.row("verify of 3,120 files"):
            self.table.fastest("verify of 3,120 files", short("verify", "--out", out), 1000, "ms")
        with self.row("verify --rebuild of 3,120 files"):
            again = measure.zhoubao(self.room, "verify", "--rebuild", data, "--out", out)
            ratio = again.seconds / self.decade.seconds
            self.table.most("verify --rebuild of 3,120 files", ratio, 1.2, "× the build", 2)
        with self.row("one week changed of 520"):
            runs = [changed.week(self.room, data, out, at) for at in range(SHORT_RUNS)]
            self.table.fastest("one week changed of 520", measure.middle(runs).seconds * 1000, 250, "ms")

    def beside_peers(self):
        data, out = self.data["decade"], self.room / "decade-papers"
        files = sorted(out.glob("*/*/*.docx"))[:SAMPLE]
        papers = [paper.of(f"{file.parent.name}-{file.stem}", file) for file in files]
        what = f"docxtpl + LibreOffice, both formats, one batch of {len(papers)}"
        with self.row(what):
            seconds = peers.word(self.room, papers)
            ours = self.decade.seconds / (DECADE * PAPERS)
            self.table.show(what, f"{seconds * 1000:.0f} ms a paper")
            self.table.least("… ours are faster", seconds / ours, 40, "×", 1)
        what = f"typst, a process a paper, two at once, {len(papers)} PDFs"
        with self.row(what):
            seconds = peers.typst(self.room, papers)
            runs, _ = self.build("decade", DECADE, BUILDS, "--format", "pdf")
            ours = measure.middle(runs).seconds / (DECADE * PAPERS)
            self.table.show(what, f"{seconds * 1000:.0f} ms a paper, ours {ours * 1000:.2f}")
            self.table.least("… ours are faster", seconds / ours, 12, "×", 1)

    def province(self):
        what = f"check of {PROVINCE:,} weeks"
        with self.row(what):
            runs = [measure.zhoubao(self.room, "check", self.data["province"]) for _ in range(BUILDS)]
            told = [message for message in runs[0].messages if message["reason"] == "diagnostic"]
            if told or runs[0].messages[-1]["weeks"] != PROVINCE:
                raise measure.Failed(f"{len(told)} 条问题，{runs[0].messages[-1]['weeks']} 周")
            self.table.fastest(what, measure.middle(runs).seconds, 3, "s", 2)
        what = f"peak memory, {PROVINCE:,} weeks"
        with self.row(what):
            runs, out = self.build("province", PROVINCE)
            shutil.rmtree(out)
            self.table.most("peak memory, 520 weeks", self.decade_peak, 300, "MB")
            self.table.most(what, runs[0].peak, 300, "MB")
            self.table.most("… beside 520 weeks", runs[0].peak / self.decade_peak, 1.2, "×", 2)
            self.table.show("… rate", f"{PROVINCE * PAPERS * 2 / runs[0].seconds:.0f} files a second")

    def growth(self):
        what = "growth from 52 to 520 to 5,200 weeks"
        with self.row(what):
            weeks = {}
            for name, count, times in [("year", YEAR, SHORT_RUNS), ("century", CENTURY, 1)]:
                runs, out = self.build(name, count, times)
                shutil.rmtree(out)
                weeks[count] = measure.middle(runs)
            weeks[DECADE] = self.decade
            each = {count: weeks[count].seconds / count for count in sorted(weeks)}
            told = ", ".join(f"{count:,}: {seconds * 1000:.1f} ms" for count, seconds in each.items())
            peaks = ", ".join(f"{count:,}: {weeks[count].peak:.0f}" for count in each)
            self.table.show("weeks: ms a week", told)
            self.table.show("weeks: peak MB", peaks)
            self.table.most(what, (max(each.values()) / min(each.values()) - 1) * 100, 10, "% apart", 1)


def main():
    measure.on_two_cores()
    with tempfile.TemporaryDirectory() as room:
        bench = Bench(pathlib.Path(room))
        bench.from_nothing()
        if bench.decade:
            bench.again()
            bench.beside_peers()
            bench.province()
            bench.growth()
    return bench.table.close(bench.fixed_work)


if __name__ == "__main__":
    sys.exit(main())
