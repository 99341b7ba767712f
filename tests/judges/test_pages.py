"""The pages as they look: the same lines from PDF and Word, in the places of GB/T 9704-2012."""

import ink
import lines
import pytest

NAMES = ["weekly", "notice-6", "notice-8"]
# 7.5: page numbers stand below the text area, which ends at 262 mm.
FOOTER = 263.5
# Where Word's page set-up shows 37 mm above.
FIRST_INK = 40.4


@pytest.mark.parametrize("name", NAMES)
def test_lines_break_alike(papers, relaid, name, record_property, capsys):
    ours = papers[name, "pdf"]
    result = lines.compare(lines.of_pdf(ours.path), lines.of_pdf(relaid[name]))
    with capsys.disabled():
        print(f"\n{name}: {result.alike} of {result.total} lines alike, {ours.pages} pages")
    assert result.total > 10
    assert result.differences == []


@pytest.fixture(scope="module", params=["pdf", "docx"])
def laid(request, papers, relaid):
    """The PDFs of one format by the paper's name: ours, or LibreOffice's of the Word files."""
    return {name: papers[name, "pdf"].path if request.param == "pdf" else relaid[name] for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_text_stands_in_its_area(laid, name):
    for number, page in enumerate(ink.pages(laid[name]), 1):
        box = page.ink(bottom=FOOTER)
        assert abs(page.width - 210) <= 0.5 and abs(page.height - 297) <= 0.5, number
        # 5.2.1; a red mark on page 1 stands lower and is measured by the conformance tool.
        begins_with_text = number > 1 or name == "weekly"
        assert not begins_with_text or abs(box.top - FIRST_INK) <= 1 + ink.DOT, (number, box)
        assert box.right <= 184.5, (number, box)
        assert box.bottom <= 263, (number, box)
        assert box.left >= 27, (number, box)
    first = ink.pages(laid[name])[0].ink(bottom=FOOTER)
    assert abs(first.left - 28) <= 1, first  # the addressee, or a red line


@pytest.mark.parametrize("name", NAMES)
def test_no_page_has_more_than_22_lines(laid, name):
    assert all(0 < len(page) <= 22 for page in lines.of_pdf(laid[name]))  # 5.2.3


@pytest.mark.parametrize("name", NAMES)
def test_page_number_stands_outside(laid, name):
    for number, page in enumerate(ink.pages(laid[name]), 1):
        box = page.ink(top=FOOTER)
        assert box, f"page {number} has no number"
        if number % 2:
            assert abs(box.right - 179.1) <= 1.5, (number, box)  # 7.5: right less one character
            assert box.left > 140, (number, box)
        else:
            assert abs(box.left - 32.9) <= 1.5, (number, box)
            assert box.right < 70, (number, box)
        dash = page.ink(left=box.left, top=FOOTER, right=box.left + 2)
        assert abs((dash.top + dash.bottom) / 2 - 269) <= 1, (number, dash)
