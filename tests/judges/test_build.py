"""A build of the real week, as a script or CI sees it."""

import hashlib
import os

import house
import pytest

NAMES = ["notice-6", "notice-8", "weekly"]


def test_names_six_papers_and_is_clean(built):
    done, messages = built
    assert done.returncode == 0, done.stderr
    named = sorted((paper.name, paper.format) for paper in house.papers(messages))
    assert named == sorted((name, form) for name in NAMES for form in ("docx", "pdf"))
    finished = messages[-1]
    assert finished["reason"] == "finished"
    assert finished["errors"] == 0
    assert finished["papers"] == sum(message["reason"] == "paper" for message in messages)


def test_says_of_each_paper_what_is_on_disk(papers):
    for paper in papers.values():
        assert hashlib.sha256(paper.path.read_bytes()).hexdigest() == paper.sha256, paper.path


def test_pages_are_those_of_the_pdf_for_both_formats(papers):
    import pikepdf

    for name in NAMES:
        with pikepdf.open(papers[name, "pdf"].path) as pdf:
            assert papers[name, "pdf"].pages == papers[name, "docx"].pages == len(pdf.pages), name


SURROUNDINGS = {
    "again": {},
    "west of Greenwich": {"env": {"TZ": "America/Adak"}},
    "east of Greenwich": {"env": {"TZ": "Pacific/Kiritimati"}},
    "another locale": {"env": {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"}},
    "strict umask": {"umask": 0o077},
    "one thread": {"options": ("--jobs", "1"), "env": {"RAYON_NUM_THREADS": "1"}},
    "two threads": {"options": ("--jobs", "2"), "env": {"RAYON_NUM_THREADS": "2"}},
    "another user": {"env": {"USER": "nobody", "LOGNAME": "nobody", "HOSTNAME": "elsewhere"}},
    "a build date asked for": {"env": {"SOURCE_DATE_EPOCH": "1"}},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_same_bytes(papers, surroundings, tmp_path):
    done, messages = house.build(
        tmp_path / "周报 out",
        *surroundings.get("options", ()),
        cwd=tmp_path,
        env=os.environ | surroundings.get("env", {}),
        umask=surroundings.get("umask", -1),
    )
    assert done.returncode == 0, done.stderr
    again = {(paper.name, paper.format): paper for paper in house.papers(messages, tmp_path)}
    assert again.keys() == papers.keys()
    for key, paper in again.items():
        assert paper.path.read_bytes() == papers[key].path.read_bytes(), key
