"""The conformance tool: right papers pass every clause, and each wrong one is caught by the clause that it breaks."""

import dataclasses
import io
import json
import pathlib
import shutil
import sys

import pikepdf
import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "tools"), str(HERE / "conformance")]

import sample_papers as samples  # noqa: E402
from conformance import __main__ as program  # noqa: E402
from conformance import clause, clauses, libreoffice, paper, parity, report  # noqa: E402
from conformance.box import Box  # noqa: E402
from conformance.laid import Laid  # noqa: E402
from conformance.sheet import sheets_of  # noqa: E402


@dataclasses.dataclass(frozen=True)
class Sample:
    form: object
    options: dict
    caught: dict
    """Every clause that objects, and how."""


RIGHT = {
    "plain": Sample(samples.plain, {}, {}),
    "official": Sample(samples.official, {}, {}),
    "official, sealed": Sample(samples.official, {"sealed": True}, {}),
    "upward": Sample(samples.upward, {}, {}),
    "upward, three signers": Sample(samples.upward, {"signers": 2}, {}),
    "letter": Sample(samples.letter, {}, {}),
    "order": Sample(samples.order, {}, {}),
    "minutes": Sample(samples.minutes, {}, {}),
    "bulletin": Sample(samples.bulletin, {}, {}),
    "order with a 发文字号": Sample(samples.order, {"order_number": "某政令〔2021〕3号"}, {}),
    "密级 without a 份号": Sample(samples.official, {"copy_number": "", "shift": -20}, {}),
    "table right above 版记": Sample(samples.official, {"rows": 20}, {}),
    "table over two pages": Sample(samples.tabled, {"rows": 40}, {}),
    "landscape": Sample(samples.landscape, {}, {}),
    "Word's page set-up": Sample(samples.plain, {"page_setup": True}, {}),
}
MARGINS = {"page.top": "fail", "page.left": "fail", "page.bottom": "warn", "page_number.outer_end": "warn"}
WRONG = {
    "margins off by 3 mm": Sample(samples.plain, {"shift": -170}, MARGINS),
    "21 lines a page": Sample(samples.plain, {"pitch": 620, "shift": -20}, {"page.lines_a_page": "warn"}),
    "密级 on the first line": Sample(
        samples.official, {"copy_number": None, "mark_lower": samples.PITCH}, {"page.top": "fail"}
    ),
    "paragraph without an indent": Sample(samples.plain, {"parted": True}, {"body.paragraph_indent": "fail"}),
    "black mark": Sample(samples.official, {"mark": "000000"}, {"head.mark_red": "fail"}),
    "mark 3 mm too low": Sample(samples.official, {"mark_lower": 170}, {"head.mark_top": "fail"}),
    "half-width brackets": Sample(samples.official, {"number": "某旅指发[2021]1号"}, {"head.number_pattern": "fail"}),
    "number with a leading zero": Sample(
        samples.official, {"number": "某旅指发〔2021〕01号"}, {"head.number_pattern": "fail"}
    ),
    "no signer": Sample(samples.upward, {"signers": 0}, {"head.signer": "fail"}),
    "page numbers on the wrong side": Sample(
        samples.official, {"sides": ("left", "right")}, {"page_number.side": "fail"}
    ),
    "date with zeros": Sample(samples.official, {"date": "2021年01月15日"}, {"ending.date_pattern": "fail"}),
    "imprint 5 mm too high": Sample(samples.official, {"raised": 5}, {"imprint.last_rule": "fail"}),
    "copies without a full stop": Sample(
        samples.official, {"copies": samples.COPIES}, {"imprint.copies": "fail"}
    ),
    "red line too short": Sample(samples.official, {"rule_shorter": 300}, {"head.red_line_ends": "fail"}),
    "addressee without colon": Sample(
        samples.official, {"addressee": "某某市旅游市场综合监管调度指挥中心"}, {"body.addressee_colon": "fail"}
    ),
    "letter with a number on page 1": Sample(samples.letter, {"number_on_first": True}, {"letter.no_number": "fail"}),
}
SAMPLES = RIGHT | WRONG


@pytest.fixture(scope="session")
def sampled(tmp_path_factory):
    """Every sample's Word file and PDF, made in one run."""
    folder = tmp_path_factory.mktemp("samples")
    files = [
        sample.form(folder / f"sample-{index}.docx", samples.Options(**sample.options))
        for index, sample in enumerate(SAMPLES.values())
    ]
    return dict(zip(SAMPLES, zip(files, libreoffice.to_pdf(files, folder), strict=True), strict=True))


@pytest.fixture(scope="session")
def measured(sampled):
    """Every sample, measured."""
    return {name: Laid(paper.read(word), pdf) for name, (word, pdf) in sampled.items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_fault_is_caught_by_its_own_clause(measured, name):
    results = clauses.results(measured[name])
    objections = {r.clause.id: r.verdict for r in results if r.verdict in (clause.WARN, clause.FAIL)}
    told = [f"{r.clause.name} {r.required} {r.found}" for r in results if r.clause.id in objections]
    assert objections == SAMPLES[name].caught, told


# What no sample has: a seal, blank pages, and Word's page set-up but in the sample of that name.
UNSAMPLED = {"ending.seal", "page_number.absent", "letter.imprint_bottom"}


def test_samples_have_what_the_clauses_measure(measured):
    measuring = {
        r.clause.id for name in RIGHT for r in clauses.results(measured[name]) if r.verdict != clause.NONE
    }
    assert {c.id for c in clauses.CLAUSES} - measuring == UNSAMPLED


def test_landscape_page_has_its_number_where_the_sheet_has_it(measured):
    laid = measured["landscape"]
    turned = laid.sheets[1]
    assert turned.landscape
    assert turned.page_number.text == "—2—"
    assert turned.page_number.ink.left == pytest.approx(32.9, abs=0.5)
    assert turned.page_number.ink.middle == pytest.approx(269, abs=1)


def test_a_paper_agrees_with_itself(measured):
    agreement = parity.Parity()
    laid = measured["landscape"]
    agreement.add(laid, laid)
    assert agreement.lines == agreement.lines_alike > 20
    assert all(figure.enough for figure in agreement.figures())


def test_parity_counts_lines_pages_and_beginnings(sampled, measured):
    """The letter has paragraphs like those of the plain paper, fewer and on other pages."""
    agreement = parity.Parity()
    ours = measured["plain"]
    agreement.add(ours, Laid(ours.paper, sampled["letter"][1]))
    figures = agreement.figures()
    assert not any(figure.enough for figure in figures), figures
    assert figures[1].of == "0/1"
    assert any("在第1面、第2面" in difference for difference in agreement.differences), agreement.differences
    assert any("缺" in difference for difference in agreement.differences)


def test_lines_are_counted_from_what_the_program_prints(tmp_path):
    rows = [
        {"reason": "paper", "lines": 9},
        {"reason": "lines", "lines": 150, "fragile": 2, "spaced": 10, "widest": 0.35},
        {"reason": "lines", "lines": 50, "fragile": 2, "spaced": 4, "widest": 0.8},
    ]
    path = tmp_path / "lines.json"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    fragile, spaced, widest = parity.line_figures(path)
    assert (fragile.value, fragile.enough) == (2.0, False)
    assert (spaced.value, spaced.enough) == (7.0, True)
    assert (widest.value, widest.enough) == (0.8, False)


def test_program_reports_draws_and_fails(sampled, tmp_path, monkeypatch):
    word, pdf = sampled["black mark"]
    shutil.copy(word, tmp_path / "paper.docx")
    shutil.copy(pdf, tmp_path / "paper.pdf")
    monkeypatch.setattr(libreoffice, "to_pdf", lambda files, *_: [pdf for _ in files])
    out = io.StringIO()
    status = program.main(
        [str(tmp_path), "--json", str(tmp_path / "r.json"), "--pictures", str(tmp_path / "p"), "--brief"], out
    )
    assert status == 1
    assert "不合格 不是红色 第1面" in out.getvalue()
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert found["failed"] is True
    [one] = found["papers"]
    assert one["name"] == "paper" and one["form"] == "公文"
    for key in ("pdf", "word"):
        verdicts = {c["id"]: c["verdict"] for c in one["files"][key]["clauses"]}
        assert verdicts["head.mark_red"] == "fail"
        assert verdicts["imprint.last_rule"] == "pass"
    assert len(list((tmp_path / "p").glob("*.png"))) == 2 * one["files"]["pdf"]["pages"]


def test_program_wants_word_files(tmp_path):
    assert program.main([str(tmp_path)]) == 2
    assert program.main([str(tmp_path / "no.docx")]) == 2


def test_text_under_a_seal_is_black_and_a_rule_without_a_width_is_one_point(tmp_path):
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page = pdf.add_blank_page(page_size=(595.28, 841.89))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    text = "BT /F 32 Tf 90 700 Td ({}) Tj ET "
    seal, rule = "1 0 0 rg 80 690 100 40 re f ", "1 0 0 RG 79.37 600 m 521.57 600 l S"
    content = seal + "0 g " + text.format("H") + "1 0 0 rg " + text.format("  O") + rule
    page.Contents = pdf.make_stream(content.encode())
    pdf.add_blank_page(page_size=(841.89, 595.28))
    pdf.save(tmp_path / "a.pdf")
    sheet, turned = sheets_of(tmp_path / "a.pdf")
    [red_rule] = sheet.rules
    assert red_rule.red
    assert (red_rule.left, red_rule.right) == pytest.approx((28, 184), abs=0.05)
    assert red_rule.weight == pytest.approx(0.353, abs=0.01)
    colours = {c.text: c.red for c in sheet.characters if c.text}
    assert colours == {"H": False, "O": True}
    assert sheet.characters[0].ink.bottom == pytest.approx(297 - 700 / 72 * 25.4, abs=0.1)
    assert turned.landscape and not turned.characters


def test_table_columns_are_even():
    assert report.columns(report.fitted("发文机关标志", 8)) == report.columns(report.fitted("abc", 8)) == 8


def test_boxes_meet():
    assert Box(0, 0, 2, 2).meets(Box(1, 1, 3, 3))
    assert not Box(0, 0, 2, 2).meets(Box(2, 0, 3, 2))
