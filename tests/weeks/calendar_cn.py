"""Holidays and the working days made up for them, as the State Council announced them, and working days by them."""

import datetime

DAY = datetime.timedelta(days=1)

HOLIDAYS = [
    ("2018-12-30", "2019-01-01"), ("2019-02-04", "2019-02-10"), ("2019-04-05", "2019-04-07"),
    ("2019-05-01", "2019-05-04"), ("2019-06-07", "2019-06-09"), ("2019-09-13", "2019-09-15"),
    ("2019-10-01", "2019-10-07"), ("2020-01-01", "2020-01-01"), ("2020-01-24", "2020-02-02"),
    ("2020-04-04", "2020-04-06"), ("2020-05-01", "2020-05-05"), ("2020-06-25", "2020-06-27"),
    ("2020-10-01", "2020-10-08"), ("2021-01-01", "2021-01-03"), ("2021-02-11", "2021-02-17"),
    ("2021-04-03", "2021-04-05"), ("2021-05-01", "2021-05-05"), ("2021-06-12", "2021-06-14"),
    ("2021-09-19", "2021-09-21"), ("2021-10-01", "2021-10-07"), ("2022-01-01", "2022-01-03"),
    ("2022-01-31", "2022-02-06"), ("2022-04-03", "2022-04-05"), ("2022-04-30", "2022-05-04"),
    ("2022-06-03", "2022-06-05"), ("2022-09-10", "2022-09-12"), ("2022-10-01", "2022-10-07"),
    ("2022-12-31", "2023-01-02"), ("2023-01-21", "2023-01-27"), ("2023-04-05", "2023-04-05"),
    ("2023-04-29", "2023-05-03"), ("2023-06-22", "2023-06-24"), ("2023-09-29", "2023-10-06"),
]  # fmt: skip

MADE_UP = [
    "2018-12-29", "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12", "2020-01-19",
    "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10", "2021-02-07", "2021-02-20", "2021-04-25",
    "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09", "2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24",
    "2022-05-07", "2022-10-08", "2022-10-09", "2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25",
    "2023-10-07", "2023-10-08",
]  # fmt: skip

FESTIVALS = [
    ("元旦", 1, 1), ("清明", 4, 5), ("“五一”", 5, 1), ("国庆", 10, 1),
]  # fmt: skip


def day(text):
    return datetime.date.fromisoformat(text)


def _spread():
    for first, last in HOLIDAYS:
        at = day(first)
        while at <= day(last):
            yield at
            at += DAY


FREE = sorted(_spread())
WORKED = sorted(day(text) for text in MADE_UP)
_FREE, _WORKED = set(FREE), set(WORKED)


def works(at):
    """Whether offices are at work on that day."""
    return at in _WORKED or (at.weekday() < 5 and at not in _FREE)


def working_days_later(at, days):
    """The day that is so many working days after `at`."""
    while days:
        at += DAY
        days -= works(at)
    return at


def working_days_between(first, last):
    """Working days after `first` up to and with `last`."""
    count = 0
    while first < last:
        first += DAY
        count += works(first)
    return count


def next_festival(at):
    """The name of the holiday that comes next."""
    days = []
    for name, month, number in FESTIVALS:
        for year in (at.year, at.year + 1):
            days.append((datetime.date(year, month, number), name))
    return min((when, name) for when, name in days if when > at)
