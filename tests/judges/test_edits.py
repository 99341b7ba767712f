"""Nothing that somebody types into a Word file disappears, is covered or drives out of its place what stands there.

A paper of each form here; `make conformance` has all of the corpus.
"""

import sys

import edits
import pytest
from house import ROOT

sys.path[:0] = [str(ROOT / "tests/corpus")]

import corpus as files  # noqa: E402
from conformance.styles import Style  # noqa: E402

PAPERS = [
    "attachments/2021-01-01/tables",
    "bulletins/2021-01-01/titled",
    "elements/2021-01-01/copy",
    "joint/2021-01-01/three",
    "letters/2021-01-01/all-copies",
    "minutes/2021-01-01/all",
    "orders/2021-01-01/two-pages",
    "plain/2021-01-01/short-organ",
    "records/2021-01-08/weekly",
    "upward/2021-01-01/signers-three",
]


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    made = files.Corpus(tmp_path_factory.mktemp("corpus"), seed=1)
    made.build()
    return edits.judge([(paper.name, paper.docx) for paper in made.papers if paper.name in PAPERS])


def test_every_kind_of_text_is_typed_into(judged):
    # A rule alone has no text; the page number is typed into where it stands, in the footer.
    styles = {style.value for style in Style} - {"RuleLine", "Footer"}
    assert {kind for _, kind in judged} == styles | {edits.EMPTY_CELL, edits.PAGE_NUMBER}
    assert {name for name, _ in judged} == set(PAPERS)


def test_nothing_is_gone_covered_or_moved(judged):
    assert {edit: edited.wrong for edit, edited in judged.items() if edited.wrong} == {}
    assert all(edited.places for edited in judged.values())
