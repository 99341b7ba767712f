"""What the judges share: one build of the real week, and LibreOffice's layout of its Word files."""

import shutil

import house
import libreoffice
import pytest


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The real week, built once: the finished process and what it printed."""
    return house.build(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="session")
def papers(built):
    """The papers by name and format, such as ("notice-6", "pdf")."""
    done, messages = built
    assert done.returncode == 0, done.stderr
    found = {(paper.name, paper.format): paper for paper in house.papers(messages)}
    assert found, "the build named no paper"
    return found


@pytest.fixture(scope="session")
def relaid(papers, tmp_path_factory):
    """LibreOffice's PDFs of the Word files, by the paper's name."""
    folder = tmp_path_factory.mktemp("libreoffice")
    copies = {}
    for (name, form), paper in papers.items():
        if form == "docx":
            copies[name] = shutil.copy(paper.path, folder / f"{name}.docx")
    return dict(zip(copies, libreoffice.to_pdf(list(copies.values()), folder), strict=True))
