"""The judges themselves: each must object where there is something to object to."""

import docx
import ink
import lines
import pikepdf
import pytest
import text
import validator
from docx.oxml.ns import qn


def pdf_of_lines(path, pages, left=72):
    """A PDF with the given lines of Latin text on each page."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for page_lines in pages:
        page = pdf.add_blank_page(page_size=(595.28, 841.89))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        show = "".join(f"BT /F 16 Tf {left} {700 - 30 * i} Td ({line}) Tj ET\n" for i, line in enumerate(page_lines))
        page.Contents = pdf.make_stream(show.encode())
    pdf.save(path)
    return path


def test_validator_objects_to_elements_out_of_order(tmp_path):
    document = docx.Document()
    run = document.add_paragraph().add_run("字")
    run.font.size = docx.shared.Pt(16)
    document.save(tmp_path / "right.docx")
    properties = run._r.rPr
    properties.append(properties._add_rFonts())  # w:rFonts must come before w:sz
    assert properties[-1].tag == qn("w:rFonts")
    document.save(tmp_path / "wrong.docx")
    right, wrong = (validator.findings(tmp_path / name) for name in ("right.docx", "wrong.docx"))
    assert right == []
    assert any("rFonts" in finding for finding in wrong)


def test_validator_objects_to_what_is_no_word_file(tmp_path):
    (tmp_path / "no.docx").write_bytes(b"no")
    assert validator.findings(tmp_path / "no.docx")


def test_a_line_that_breaks_elsewhere_is_reported(tmp_path):
    ours = lines.of_pdf(pdf_of_lines(tmp_path / "a.pdf", [["abcd", "efgh", "ij"], ["kl"]]))
    theirs = lines.of_pdf(pdf_of_lines(tmp_path / "b.pdf", [["abc", "defgh", "ij"], ["kl"]]))
    assert ours == [["abcd", "efgh", "ij"], ["kl"]]
    assert lines.compare(ours, ours) == lines.Comparison(4, 4, [])
    result = lines.compare(ours, theirs)
    assert (result.alike, result.total) == (2, 4)
    assert result.differences == ["abcd / efgh\n    but abc / defgh"]


def test_a_line_on_another_page_is_reported(tmp_path):
    result = lines.compare([["a", "b"], ["c"]], [["a"], ["b", "c"]])
    assert result.alike == 3
    assert result.differences == ["lines on each page: [2, 1] but [1, 2]"]


def test_page_numbers_are_no_lines():
    assert lines.PAGE_NUMBER.fullmatch("—12—")
    assert not lines.PAGE_NUMBER.fullmatch("12")


def test_ink_is_measured_in_mm(tmp_path):
    [page] = ink.pages(pdf_of_lines(tmp_path / "a.pdf", [["HHH"]], left=79.37))
    box = page.ink()
    assert box.left == pytest.approx(28.4, abs=0.3)  # 28 mm and the bearing of H
    assert box.bottom == pytest.approx(297 - 700 / 72 * 25.4, abs=0.2)
    assert box.bottom - box.top == pytest.approx(0.718 * 16 / 72 * 25.4, abs=0.2)  # Helvetica's cap height
    assert page.ink(top=200) is None


def test_body_stands_between_title_and_signature():
    whole = "某某周报某中心：一、好。完。某某中心2021年1月15日"
    assert text.body(whole, "某某 周报") == "某中心：一、好。完。"
    assert text.body(f"{whole}（联系人：某某，电话：1）", "某某周报") == "某中心：一、好。完。"
    with pytest.raises(ValueError, match="no title"):
        text.body(whole, "别的")
    with pytest.raises(ValueError, match="no signature"):
        text.body("某某周报某中心：一、好。", "某某周报")
