"""The offices of an archive: those of tests/weeks, each with a place, a register of firms and a roster of its own."""

import dataclasses

from weeks import office
from weeks.yaml import Flow

from . import texts

TOWNS = [head + tail for tail in texts.DISTRICT_TAILS for head in texts.DISTRICT_HEADS]
CITIES = [head + tail for tail in texts.CITY_TAILS for head in texts.CITY_HEADS]
SHORT = {"旅行社": "旅行社", "酒店": "酒店", "客运": "客运", "珠宝": "珠宝", "景区": "景区", "演艺": "演艺"}


def place(number):
    """City, district, letters and streets of that number; of 130 numbers no two have the same district."""
    city, district = CITIES[number // 9 % len(CITIES)], TOWNS[number % len(TOWNS)]
    streets = [texts.STREETS[(number * 7 + at * 3) % len(texts.STREETS)] for at in range(8)]
    return city, district, f"{district[:2]}旅调", streets


def firms(rng, short):
    """A register of 16 to 24 firms, some with short names."""
    brands = rng.sample(texts.BRANDS, rng.randint(16, 24))
    for at, brand in enumerate(brands):
        name = texts.FIRMS[at % len(texts.FIRMS)].format(short, brand)
        entry = {"名称": name}
        kind = next((kind for kind in SHORT if kind in name), None)
        if kind and rng.random() < 0.4:
            entry["简称"] = brand + SHORT[kind]
        yield Flow(entry)


def make(rng, number):
    """The office of that number."""
    made = office.make(rng, number, place(number))
    made.record["企业"] = list(firms(rng, made.short))
    # A century has no table of holidays: every weekday is a working day, and the weekly is dated when the week is over.
    for days in ("放假", "调休上班"):
        del made.record["检查"][days]
    return dataclasses.replace(made, style=dataclasses.replace(made.style, rests=False))
