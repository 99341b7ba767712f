"""A year's papers as they are handed to the records office: the bag, its catalogue in both forms, its files."""

import shutil
import subprocess

import bagit
import house
import openpyxl
import pikepdf
import pytest

CATALOGUE = "归档文件目录"
OFFICE = "盘龙区旅游市场监管综合调度指挥中心"
COLUMNS = ("序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注")

# Of the week in data/panlong: replies are dated by 上报, the weekly by 成文; a paper without red head has no 文号. Pages as
# pdfinfo counts them.
ITEMS = [
    ("1", "X043-WS·2021-D30-BGS-0001", "盘旅调〔2021〕1号", OFFICE, f"{OFFICE}关于《涉旅信息通报单》（6号）办理情况的报告",
     "20210112", None, "2", "6号通报单"),
    ("2", "X043-WS·2021-D30-BGS-0002", "盘旅调〔2021〕2号", OFFICE, f"{OFFICE}关于《涉旅信息通报单》（8号）办理情况的报告",
     "20210114", None, "2", "8号通报单"),
    ("3", "X043-WS·2021-D30-BGS-0003", None, OFFICE, "盘龙区旅游市场秩序整治工作情况周报", "20210115", None, "4", "第2期"),
]  # fmt: skip
COVER = [
    ("全宗号", "X043"), ("全宗名称", OFFICE), ("年度", "2021"), ("保管期限", "30年"), ("机构（问题）", "BGS"),
    ("件数", "3"), ("页数", "8"),
]  # fmt: skip


def packages(messages):
    return [message for message in messages if message["reason"] == "package"]


def codes(messages, severity):
    """The rules of findings that nobody has acknowledged."""
    found = (message for message in messages if message["reason"] == "diagnostic" and not message["acknowledged"])
    return [message["code"] for message in found if message["severity"] == severity]


def contents(folder):
    """The bytes of all files in a folder, by their places."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("归档 out")


@pytest.fixture(scope="module")
def bag(out):
    """The folder that a build names, with the office's papers of 2021."""
    done, messages = house.build(out, "--package", "2021")
    assert done.returncode == 0, done.stderr
    (named,) = packages(messages)
    assert (named["office"], named["year"], named["papers"], named["fresh"]) == ("panlong", 2021, 3, False)
    return house.ROOT / named["path"]


@pytest.fixture(scope="module")
def workbook(bag):
    return openpyxl.load_workbook(bag / "data" / f"{CATALOGUE}.xlsx")


def test_is_a_valid_bag(bag):
    found = bagit.Bag(str(bag))
    assert found.is_valid()
    assert found.version_info == (1, 0)
    assert found.info["Source-Organization"] == OFFICE
    assert found.info["External-Identifier"] == "panlong-2021"
    assert "Bagging-Date" not in found.info
    payload = list((bag / "data").rglob("*.*"))
    assert found.info["Payload-Oxum"] == f"{sum(path.stat().st_size for path in payload)}.{len(payload)}"


def test_holds_the_papers_and_what_they_came_from(bag, out):
    held = contents(bag / "data")
    papers = {f"papers/2021-01-08/{name}.pdf" for name in ("weekly", "notice-6", "notice-8")}
    records = {"records/office.yaml", "records/2021/2021-01-08.yaml"}
    records |= {f"records/templates/{name}.md" for name in ("weekly", "notice")}
    assert held.keys() == papers | records | {"manifest.txt", f"{CATALOGUE}.xlsx", f"{CATALOGUE}.pdf"}
    lines = (out / "panlong/manifest.txt").read_text(encoding="utf-8").splitlines()
    of_papers = [line for line in lines if line.startswith("paper ") and ".pdf " in line]
    packed = held["manifest.txt"].decode().splitlines()
    assert [line for line in packed if line.startswith("paper ")] == of_papers
    for place in papers:
        assert held[place] == (out / "panlong" / place.removeprefix("papers/")).read_bytes()
    for place in records:
        assert held[place] == (house.ROOT / "data/panlong" / place.removeprefix("records/")).read_bytes()


def test_the_sheet_lists_every_item(workbook):
    sheet = workbook[CATALOGUE]
    head, *rows = sheet.values
    assert head == COLUMNS
    assert rows == ITEMS
    assert list(workbook["封面"].values) == COVER


def test_the_sheet_is_text_in_song_type_for_turned_paper(workbook):
    sheet = workbook[CATALOGUE]
    assert workbook.active is sheet
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", sheet.PAPERSIZE_A4)
    assert sheet.print_title_rows == "$1:$1"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.font.name for cell in cells} == {"宋体"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_the_sheet_is_dated_as_the_last_paper_and_by_no_clock(workbook):
    assert str(workbook.properties.created) == str(workbook.properties.modified) == "2021-01-15 00:00:00"


def test_the_catalogue_in_print_says_the_same(bag):
    done = subprocess.run(["pdftotext", "-raw", bag / "data" / f"{CATALOGUE}.pdf", "-"], capture_output=True, check=True)
    printed = "".join(done.stdout.decode().split())
    for label, value in COVER:
        assert f"{label}：{value}" in printed
    at = printed.index("".join(COLUMNS))
    for item in ITEMS:
        for value in filter(None, item):
            at = printed.index(value, at) + len(value)


def test_the_catalogue_in_print_is_an_archive_pdf(bag):
    path = bag / "data" / f"{CATALOGUE}.pdf"
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        # A cover, and one page for three items: none stands empty behind them.
        assert len(pdf.pages) == 2


def test_a_second_build_leaves_it_alone_and_another_folder_gets_the_same_bytes(bag, out, tmp_path):
    before = contents(bag)
    _, messages = house.build(out, "--package", "2021")
    assert [package["fresh"] for package in packages(messages)] == [True]
    assert contents(bag) == before
    _, messages = house.build(tmp_path / "elsewhere", "--package", "2021", "--jobs", "1", "--format", "pdf")
    assert contents(house.ROOT / packages(messages)[0]["path"]) == before


@pytest.mark.parametrize("place", ["data/papers/2021-01-08/weekly.pdf", "data/records/office.yaml", "bag-info.txt"])
def test_a_damaged_package_is_noticed_and_never_replaced(bag, out, place, tmp_path):
    damaged = tmp_path / "bag"
    shutil.copytree(bag, damaged)
    (damaged / place).write_bytes((damaged / place).read_bytes().replace(b"0", b"O", 1))
    assert not bagit.Bag(str(damaged)).is_valid()

    before = contents(bag)
    (bag / place).write_bytes((damaged / place).read_bytes())
    done, messages = house.build(out, "--package", "2021")
    assert done.returncode == 1
    assert packages(messages) == []
    assert codes(messages, "error") == ["package-place"]
    assert (bag / place).read_bytes() == (damaged / place).read_bytes()
    bag.rename(tmp_path / "aside")
    _, messages = house.build(out, "--package", "2021")
    assert [package["fresh"] for package in packages(messages)] == [False]
    assert contents(bag) == before


def test_every_period_of_keeping_has_numbers_of_its_own(tmp_path):
    office = tmp_path / "data/panlong"
    shutil.copytree(house.ROOT / "data/panlong", office)
    text = (office / "office.yaml").read_text(encoding="utf-8")
    kinds = text.replace("保管期限: 30年, 机构代码: BGS", "保管期限: { weekly: 10年, notice: 永久 }")
    assert kinds != text
    (office / "office.yaml").write_text(kinds, encoding="utf-8")
    done = subprocess.run([house.PROGRAM, "build", "--package", "2021"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    bag = tmp_path / "output/panlong/package/panlong-2021"
    workbook = openpyxl.load_workbook(bag / "data" / f"{CATALOGUE}.xlsx")
    named = [(row[1], row[5]) for row in workbook[CATALOGUE].iter_rows(min_row=2, values_only=True)]
    assert named == [
        ("X043-WS·2021-Y-0001", "20210112"), ("X043-WS·2021-Y-0002", "20210114"), ("X043-WS·2021-D10-0001", "20210115"),
    ]  # fmt: skip
    cover = dict(workbook["封面"].values)
    assert (cover["保管期限"], cover["机构（问题）"]) == ("永久、10年", None)


def test_papers_in_another_format_alone_make_no_package(tmp_path):
    done, messages = house.build(tmp_path / "out", "--package", "2021", "--format", "docx")
    assert done.returncode == 1
    assert packages(messages) == []
    assert codes(messages, "error") == ["package-paper"]
    assert not (tmp_path / "out/panlong/package").exists()


def test_a_year_without_papers_makes_no_package(tmp_path):
    done, messages = house.build(tmp_path / "out", "--package", "2012")
    assert done.returncode == 0
    assert packages(messages) == []
    assert codes(messages, "warning") == ["package-empty"]
