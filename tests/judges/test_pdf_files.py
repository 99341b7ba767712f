"""The PDFs, by the programs that archives check them with."""

import subprocess

import pikepdf
import pytest

NAMES = ["weekly", "notice-6", "notice-8"]


@pytest.fixture(params=NAMES)
def path(request, papers):
    return papers[request.param, "pdf"].path


def test_qpdf_is_content(path):
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


def test_mupdf_is_content(path, tmp_path):
    for command in (["mutool", "info", path], ["mutool", "clean", path, tmp_path / "clean.pdf"]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "warning" not in done.stderr and "error" not in done.stderr, done.stderr


def test_poppler_is_content(path):
    done = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_claims_pdf_a_2a_and_pdf_ua_1(path):
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"


def test_is_tagged_with_title_and_language(path):
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"])
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang).startswith("zh")
        assert pdf.Root.MarkInfo.Marked
        assert "/K" in pdf.Root.StructTreeRoot


def test_every_font_is_embedded(path):
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    # The last five columns: embedded, subset, Unicode, object number and generation.
    assert all(line.split()[-5] == "yes" and line.split()[-3] == "yes" for line in fonts), fonts


def test_outline_is_the_headings(papers):
    with pikepdf.open(papers["weekly", "pdf"].path) as pdf, pdf.open_outline() as outline:
        titles = []

        def walk(items):
            for item in items:
                titles.append(item.title)
                walk(item.children)

        walk(outline.root)
    for heading in ("一、指挥中心工作情况", "二、投诉处理情况", "（二）本周收到各成员单位上报文件"):
        assert heading in titles
