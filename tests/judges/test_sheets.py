"""Workbooks: read by openpyxl, shown by LibreOffice, and held against the tables of the Word files."""

import csv
import datetime
import os
import pathlib
import random
import re
import subprocess
import sys

import docx
import house
import libreoffice
import openpyxl
import pytest
from docx.oxml.ns import qn

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / "corpus")]

from generate import generate  # noqa: E402

OFFICE = """\
名称: 甲市旅游投诉中心
行政区: 甲市
简称: 甲市投诉中心
自称: 我中心
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 投诉工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 渠道
    栏:
      - { 名称: 来处 }
      - { 名称: 受理, 类型: 数 }
      - { 名称: 首件, 类型: 日期 }
      - { 名称: 金额, 类型: 金额 }
      - { 名称: 工单, 类型: 编号 }
      - { 名称: 电话, 类型: 电话 }
文书:
  - { 代号: stats, 模板: stats, 格式: [docx, pdf, xlsx, csv] }
  - { 代号: typed, 模板: weekly, 格式: [docx, xlsx] }
"""

TEMPLATE = """\
---
版式: 白头
标题: 旅游投诉受理情况汇总表
署名: "{{ office.name }}"
日期: "{{ week.dated | full_date }}"
---
{% set all = ledgers.渠道.items -%}
{% set total = all | sum(key="受理") -%}
填表单位：{{ office.name }}

```表
表头: 2
```

| 序号 | 渠道 | 办理 | < | 首件 | 金额（元） | 工单 | 电话 |
|:-:|---|---|---|---|---|---|---|
| ^ | ^ | 受理 | 占比 | ^ | ^ | ^ | ^ |
{% for it in all -%}
| {{ loop.index }} | {{ it.来处 }} | {{ it.受理 }} | {{ it.受理 | share(of=total, precision=2) }} | {{ it.首件 }} | {{ it.金额 }} | {{ it.工单 }} | {{ it.电话 }} |
{% endfor -%}
| 合计 | < | {{ total }} | 100.00% | — | {{ all | sum(key="金额") }} | / | |
"""

HEAD = ["序号", "渠道", "办理", "", "首件", "金额（元）", "工单", "电话"]
# What each cell of the first and the last row is to a program that reckons, and how Excel is told to show it.
FIRST = [
    (1, "0"), ("12345", "@"), (24, "0"), (0.0734, "0.00%"), (datetime.datetime(2026, 11, 2), 'yyyy"年"m"月"d"日"'),
    (1200.5, "0.0"), ("007", "@"), ("13800000001", "@"),
]  # fmt: skip
ROWS = 52


def typed_numbers():
    """Numbers in every form in which a writer may type them, and what only looks like one."""
    chosen = random.Random(16)
    for _ in range(200):
        whole = chosen.randint(0, 10 ** chosen.randint(1, 6))
        digits = f"{whole:,}" if chosen.random() < 0.3 else f"{whole:0{chosen.choice([1, 1, 4])}}"
        places = chosen.randint(0, 3)
        fraction = f".{chosen.randint(0, 10**places - 1):0{places}}" if places else ""
        yield chosen.choice(["", "", "+", "-"]) + digits + fraction + chosen.choice(["", "", "%"])


def week():
    lines = ["周期: { 起: 2026-11-02, 止: 2026-11-08 }", "期号: 44", "成文: 2026-11-09", "台账:", "  渠道:"]
    for at in range(ROWS):
        lines.append(
            f'    - {{ 来处: "{12345 + at}", 受理: {24 if at == 0 else at % 7 + 3}, 首件: 2026-11-{at % 6 + 2:02}, '
            f'金额: {1200.5 if at == 0 else at * 3}, 工单: "00{7 + at}", 电话: "{13800000001 + at}" }}'
        )
    lines += ["章节:", "  - 标题: 手打的数", "    表:", "      表头: [次序, 数]", "      行:"]
    for at, number in enumerate(typed_numbers()):
        lines += [f"        - - 第{at}", f"          - {number}"]
    return "\n".join(lines) + "\n"


def build(data, out, *options):
    command = [house.PROGRAM, "build", data, "--out", out, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The folder of the office's papers."""
    folder = tmp_path_factory.mktemp("甲 表")
    (folder / "data/甲/templates").mkdir(parents=True)
    (folder / "data/甲/office.yaml").write_text(OFFICE, encoding="utf-8")
    (folder / "data/甲/2026-11-02.yaml").write_text(week(), encoding="utf-8")
    (folder / "data/甲/templates/stats.md").write_text(TEMPLATE, encoding="utf-8")
    build(folder / "data", folder / "output")
    return folder / "output/甲/2026-11-02"


@pytest.fixture(scope="module")
def sheet(papers):
    return openpyxl.load_workbook(papers / "stats.xlsx").worksheets[0]


def shown(files, folder):
    """What LibreOffice shows in each workbook's cells, sheet by sheet: rows of texts, by the file's stem and the sheet's name."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # Comma, quotation mark, UTF-8, from the first line on, as shown, no formulas, every sheet to a file of its own.
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, *files]
    environment = os.environ | {"FONTCONFIG_FILE": str(libreoffice.FONTS)}
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600, env=environment)
    assert "Error" not in said.stderr, said.stderr
    cells = {}
    for file in files:
        for name in openpyxl.load_workbook(file, read_only=True).sheetnames:
            made = folder / f"{file.stem}-{name}.csv"
            with made.open(encoding="utf-8", newline="") as text:
                cells[file.stem, name] = list(csv.reader(text))
    return cells


def word_tables(file):
    """The tables of a Word file, row by row; what a cell of several places covers is empty but in the first of them."""
    tables = []
    for table in docx.Document(file).element.body.iter(qn("w:tbl")):
        rows = []
        for row in table.iterfind(qn("w:tr")):
            cells = []
            for cell in row.iterfind(qn("w:tc")):
                properties = cell.find(qn("w:tcPr"))
                merge = properties.find(qn("w:vMerge"))
                is_covered = merge is not None and merge.get(qn("w:val")) != "restart"
                text = "" if is_covered else "".join(run.text or "" for run in cell.iter(qn("w:t")))
                span = properties.find(qn("w:gridSpan"))
                cells += [text] + [""] * (int(span.get(qn("w:val"))) - 1 if span is not None else 0)
            rows.append([squeezed(cell) for cell in cells])
        tables.append(rows)
    return tables


def squeezed(text):
    return re.sub(r"\s", "", text)


def holds(rows, table):
    """Whether a sheet's rows hold a table's rows one after the other."""
    columns = len(table[0])
    rows = [[squeezed(cell) for cell in row[:columns]] + [""] * (columns - len(row)) for row in rows]
    return any(rows[at : at + len(table)] == table for at in range(len(rows) - len(table) + 1))


def test_cells_are_numbers_days_and_texts(sheet):
    above = 2
    assert [sheet.cell(above + 1, column).value or "" for column in range(1, 9)] == HEAD
    first = [sheet.cell(above + 3, column) for column in range(1, 9)]
    assert [(cell.value, cell.number_format) for cell in first] == FIRST
    last = above + 2 + ROWS + 1
    total = [sheet.cell(last, column) for column in range(1, 9)]
    assert [cell.value for cell in total] == [
        "合计", None, f"=SUM(C5:C{last - 1})", 1, "—", f"=SUM(F5:F{last - 1})", "/", None,
    ]  # fmt: skip


def test_sums_have_their_values_stored(papers):
    sheet = openpyxl.load_workbook(papers / "stats.xlsx", data_only=True).worksheets[0]
    stored = [sheet[f"{column}{4 + ROWS + 1}"] for column in "CF"]
    accepted = 24 + sum(at % 7 + 3 for at in range(1, ROWS))
    assert [cell.value for cell in stored] == [accepted, 1200.5 + sum(at * 3 for at in range(1, ROWS))]


def test_heads_stay_in_sight_and_stand_again_on_every_page(sheet):
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.print_area == f"'旅游投诉受理情况汇总表'!$A$1:$H${4 + ROWS + 3}"
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A1:H1", "A2:H2", "C3:D3", "A3:A4", "B3:B4", "H3:H4"} <= merged


def test_a_sheet_is_set_up_for_a4(sheet):
    setup, margins = sheet.page_setup, sheet.page_margins
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "portrait", 0)
    # One page wide is what a file says that says nothing.
    assert setup.fitToWidth is None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    given = [round(margin * 25.4) for margin in (margins.top, margins.bottom, margins.left, margins.right)]
    assert given == [37, 35, 28, 26]
    assert sheet.oddFooter.center.text == "— &P —"
    fonts = {sheet[place].font.name for place in ("A1", "A3", "B5")}
    assert fonts == {"方正小标宋简体", "黑体", "仿宋_GB2312"}
    assert sheet["B5"].border.left.style == "thin"


def test_properties_tell_title_and_office_and_no_day(papers):
    properties = openpyxl.load_workbook(papers / "stats.xlsx").properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == (
        "旅游投诉受理情况汇总表", "甲市旅游投诉中心", "甲市旅游投诉中心",
    )  # fmt: skip
    assert properties.created == properties.modified == datetime.datetime(1980, 1, 1)
    assert not any((properties.subject, properties.keywords, properties.description, properties.category))


def test_libreoffice_shows_what_the_word_file_prints(papers, tmp_path):
    ((_, rows),) = shown([papers / "stats.xlsx"], tmp_path).items()
    (table,) = word_tables(papers / "stats.docx")
    assert len(table) == ROWS + 3
    assert holds(rows, table)
    with (papers / "stats.csv").open(encoding="utf-8-sig", newline="") as text:
        assert [[squeezed(cell) for cell in row] for row in csv.reader(text)] == table


def test_numbers_are_shown_in_the_form_in_which_they_were_typed(papers, tmp_path):
    rows = shown([papers / "typed.xlsx"], tmp_path)["typed", "手打的数"]
    (table,) = [table for table in word_tables(papers / "typed.docx") if table[0] == ["次序", "数"]]
    assert [row[1] for row in table[1:]] == list(typed_numbers())
    assert holds(rows, table)
    sheet = openpyxl.load_workbook(papers / "typed.xlsx")["手打的数"]
    held = [cell.value for cell in sheet["B"] if cell.data_type == "n" and cell.value is not None]
    assert 100 <= len(held) < 200, "zeros before a number and a sign before nothing make it a text"


def test_every_table_of_the_corpus_is_the_same_in_word_and_in_its_sheet(tmp_path):
    data, out = tmp_path / "data", tmp_path / "output"
    generate(data)
    for office in data.glob("*/office.yaml"):
        text = office.read_text(encoding="utf-8")
        asked = re.sub(r"(?m)^(  - \{ 代号: .*?) \}$", r"\1, 格式: [docx, xlsx] }", text)
        assert asked != text, office
        office.write_text(asked, encoding="utf-8")
    build(data, out)
    books = sorted(out.rglob("*.xlsx"))
    assert len(books) >= 10
    places = {}
    for at, book in enumerate(books):
        places[f"{at}"] = book
        (tmp_path / f"{at}.xlsx").write_bytes(book.read_bytes())
    cells = shown([tmp_path / f"{at}.xlsx" for at in places], tmp_path)
    missing, tables = [], 0
    for (at, name), rows in cells.items():
        columns_and_rows = word_tables(places[at].with_suffix(".docx"))
        tables += 1
        if not any(holds(rows, table) for table in columns_and_rows):
            missing.append((places[at].name, name))
    assert tables >= 20
    assert missing == []
