"""The checks on made weeks: each slip is found at its line, and nothing is found where there is nothing.

`tests/weeks/run.py --seed N` tries others.
"""

import pathlib
import sys

import pytest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]

from weeks import judge, slips  # noqa: E402

SEED = 20210108


def test_there_are_slips_of_many_kinds():
    assert len(slips.KINDS) >= 60


def test_slips_are_found_at_their_lines(tmp_path):
    verdict = judge.damaged(tmp_path, SEED, 200)
    print(verdict.told())
    assert verdict.total == 200
    assert verdict.good, verdict.told()


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_nothing_is_found_in_clean_weeks(tmp_path, seed):
    alarms = judge.clean(tmp_path, seed, offices=12, weeks=42)
    assert alarms.weeks >= 500
    assert alarms.good, alarms.told()
