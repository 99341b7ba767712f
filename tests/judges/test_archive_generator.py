"""The archives that the bench is run on: the same for the same seed, as rich as a real week, with nothing to find."""

import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benches")]

from archive import generate  # noqa: E402
from weeks import judge  # noqa: E402

REAL = ROOT / "data/panlong/2021/2021-01-08.yaml"


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("offices", "weeks"), [(1, 10), (3, 4)])
def test_nothing_is_found_not_even_advice(tmp_path, offices, weeks):
    generate.write(tmp_path, offices, weeks)
    found, finished = judge.findings(tmp_path)
    assert finished["weeks"] == offices * weeks
    told = [judge.shown(finding, tmp_path) for findings in found.values() for finding in findings]
    assert told == []


def test_each_week_has_two_answered_notices_and_tells_about_as_much_as_the_real_one(tmp_path):
    generate.write(tmp_path, 1, 10)
    weeks = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*/*/*.yaml")]
    assert len(weeks) == 10
    for week in weeks:
        assert (week.count("    上报: "), week.count("状态: 处理中\n")) == (2, 0)
    real = len(REAL.read_text(encoding="utf-8"))
    assert min(map(len, weeks)) > 0.7 * real
    assert sum(map(len, weeks)) > 10 * real


def test_the_seed_says_everything(tmp_path):
    archives = {}
    for name, seed in [("one", 1), ("again", 1), ("other", 2)]:
        generate.write(tmp_path / name, 3, 4, seed)
        archives[name] = files(tmp_path / name)
    assert archives["one"] == archives["again"]
    assert archives["one"] != archives["other"]


def test_a_longer_archive_begins_as_a_shorter_one(tmp_path):
    generate.write(tmp_path / "short", 1, 4)
    generate.write(tmp_path / "long", 1, 10)
    long = files(tmp_path / "long")
    assert all(long[name] == text for name, text in files(tmp_path / "short").items())


def test_offices_differ(tmp_path):
    generate.write(tmp_path, 129, 1)
    offices = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*/office.yaml"))]
    names = {text.splitlines()[1] for text in offices}
    assert len(offices) == len(names) == 129
    firms = [{line for line in text.splitlines() if line.startswith("  - { 名称: ") and "公司" in line} for text in offices]
    assert not firms[0] & firms[1]
    assert 0 < len(list(tmp_path.glob("*/templates/weekly.md"))) < 129
