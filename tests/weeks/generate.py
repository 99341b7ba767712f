"""Offices with their weeks, as folders of YAML."""

import dataclasses
import random

from . import calendar_cn, yaml
from .office import Office, make
from .week import Writer

FIRST_DAYS = ["2020-10-05", "2019-11-04", "2021-09-06", "2022-08-01", "2021-11-01", "2019-01-07"]


@dataclasses.dataclass
class Series:
    """An office and weeks of it, in order."""

    office: Office
    weeks: list

    def week_file(self, at):
        """Where that week is filed; by the day on which it was first said to begin."""
        return self.files[at]

    def __post_init__(self):
        starts = [week["周期"]["起"] for week in self.weeks]
        self.files = [f"{start.year}/{start.isoformat()}.yaml" for start in starts]

    def texts(self):
        """Every YAML file: its name in the office's folder, and its text with places."""
        found = {"office.yaml": yaml.text_of(self.office.record, "虚构的指挥中心，名称、人名、电话都是编的。")}
        for name, week in zip(self.files, self.weeks, strict=True):
            found[name] = yaml.text_of(week, "虚构的一周。")
        return found

    def write(self, folder, texts=None):
        """Into a folder of the office's own below `folder`."""
        files = {name: str(text) for name, text in (texts or self.texts()).items()}
        files |= {f"templates/{name}": text for name, text in self.office.templates.items()}
        for name, text in files.items():
            path = folder / self.office.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def series(seed, number, weeks):
    """The series of that number under a seed: an office, and so many weeks across the turn of a year."""
    rng = random.Random(f"{seed}/{number}")
    office = make(rng, number)
    first = calendar_cn.day(FIRST_DAYS[number % len(FIRST_DAYS)])
    while first.weekday() != office.style.first_weekday:
        first += calendar_cn.DAY
    if weeks < 20:
        # A short series is somewhere in that year, often across its end.
        first += calendar_cn.DAY * 7 * rng.randint(0, 20)
    writer = Writer(rng, office, first)
    return Series(office, [writer.week() for _ in range(weeks)])


def clean(seed, offices, weeks):
    return [series(seed, number, weeks) for number in range(offices)]
