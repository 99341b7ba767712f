"""Charts: the same in PDF, in Word as LibreOffice shows it, and alone; read by programs that are not ours."""

import io
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

import docx
import house
import libreoffice
import pdfplumber
import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

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
      - { 名称: 办结, 类型: 数, 可缺: 是 }
文书:
  - { 代号: charts, 模板: charts }
  - { 代号: one, 模板: one, 格式: [docx, svg] }
"""

WEEK = """\
周期: { 起: 2024-03-04, 止: 2024-03-10 }
期号: 10
成文: 2024-03-11
台账:
  渠道:
    - { 来处: 12345政务服务便民热线, 受理: 31, 办结: 30 }
    - { 来处: 全国旅游监管服务平台, 受理: 12, 办结: 0 }
    - { 来处: 现场, 受理: 0 }
"""

HEAD = """\
---
版式: 白头
标题: 图的样例
署名: "{{ office.name }}"
日期: "{{ week.dated | full_date }}"
---
"""

ROWS = """\
| 渠道 | 受理 |
|---|--:|
{%- for it in ledgers.渠道.items %}
| {{ it.来处 }} | {{ it.受理 }} |
{%- endfor %}
"""

TWO_SERIES = """\
| 渠道 | 受理 | 办结 |
|---|--:|--:|
{%- for it in ledgers.渠道.items %}
| {{ it.来处 }} | {{ it.受理 }} | {% if it.办结 is defined %}{{ it.办结 }}{% else %}—{% endif %} |
{%- endfor %}
"""

CAPTIONS = ["图1 各渠道受理", "图2 受理和办结", "图3 受理的变化", "图4 受理的构成"]
DESCRIPTIONS = [
    "柱形图：图1 各渠道受理。12345政务服务便民热线31件；全国旅游监管服务平台12件；现场0件。",
    "条形图：图2 受理和办结。12345政务服务便民热线受理31件、办结30件；"
    "全国旅游监管服务平台受理12件、办结0件；现场受理0件、办结没有数。",
    "折线图：图3 受理的变化。12345政务服务便民热线31件；全国旅游监管服务平台12件；现场0件。",
    "饼形图：图4 受理的构成。12345政务服务便民热线31件；全国旅游监管服务平台12件；现场0件。",
]


def chart(kind, caption, rows):
    return f"```图\n式: {kind}\n题: {caption}\n单位: 件\n```\n\n{rows}\n"


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts") / "甲"
    (folder / "templates").mkdir(parents=True)
    (folder / "office.yaml").write_text(OFFICE, encoding="utf-8")
    (folder / "2024-03-04.yaml").write_text(WEEK, encoding="utf-8")
    kinds = zip(["柱形", "条形", "折线", "饼形"], CAPTIONS, [ROWS, TWO_SERIES, ROWS, ROWS], strict=True)
    body = "\n".join("一段文字。\n\n" + chart(*one) for one in kinds)
    (folder / "templates/charts.md").write_text(HEAD + body, encoding="utf-8")
    (folder / "templates/one.md").write_text(HEAD + chart("柱形", CAPTIONS[0], ROWS), encoding="utf-8")
    out = folder.parent / "out"
    done = subprocess.run(
        [house.PROGRAM, "build", folder, "--out", out], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "甲" / "2024-03-04"


@pytest.fixture(scope="module")
def relaid(papers, tmp_path_factory):
    [pdf] = libreoffice.to_pdf([papers / "charts.docx"], tmp_path_factory.mktemp("relaid"))
    return pdf


def figures(pdf):
    """The figures of the structure tree: alternative text and box."""
    found = []

    def walk(element):
        if isinstance(element, pikepdf.Dictionary):
            if element.get("/S") == "/Figure":
                attributes = element["/A"]
                attributes = [attributes] if isinstance(attributes, pikepdf.Dictionary) else list(attributes)
                [box] = [it["/BBox"] for it in attributes if "/BBox" in it]
                found.append((str(element["/Alt"]), [float(edge) for edge in box]))
            walk(element.get("/K"))
        elif isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_a_pdf_has_charts_as_lines_with_their_figures_in_words(papers):
    with pikepdf.open(papers / "charts.pdf") as pdf:
        found = figures(pdf)
        assert [description for description, _ in found] == DESCRIPTIONS
        assert all("/XObject" not in page.get("/Resources", {}) for page in pdf.pages)
        width = float(pdf.pages[0].MediaBox[2])
        for _, (left, bottom, right, top) in found:
            assert 0 < left < right < width and 0 < bottom < top


def test_every_chart_stands_whole_on_the_page_of_its_caption(papers):
    captions = {}
    with pdfplumber.open(papers / "charts.pdf") as pdf:
        for page in pdf.pages:
            text = (page.extract_text() or "").replace(" ", "")
            captions |= {caption: page.page_number for caption in CAPTIONS if caption.replace(" ", "") in text}
            bottom = page.height - 35 / 25.4 * 72 + 1
            assert all(it["bottom"] <= bottom for it in page.curves + page.rects + page.lines)
    assert sorted(captions) == CAPTIONS


def test_word_has_each_chart_as_svg_and_as_dots(papers):
    with zipfile.ZipFile(papers / "charts.docx") as parts:
        names = parts.namelist()
        pictures = [name for name in names if name.endswith(".png")]
        drawings = [name for name in names if name.endswith(".svg")]
        assert (len(pictures), len(drawings)) == (4, 4)
        for name in pictures:
            picture = Image.open(io.BytesIO(parts.read(name)))
            assert picture.mode == "L" and picture.width > 1500 and picture.getextrema() == (0, 255)
        for name, description in zip(drawings, DESCRIPTIONS, strict=True):
            root = ElementTree.fromstring(parts.read(name))
            assert root.find("{http://www.w3.org/2000/svg}desc").text == description
    document = docx.Document(papers / "charts.docx")
    described = [it.get("descr") for it in document.element.iter() if it.tag.endswith("}docPr")]
    assert described == DESCRIPTIONS


def pages(pdf, folder, stem):
    subprocess.run(["pdftoppm", "-r", "50", "-gray", pdf, folder / stem], check=True)
    return [Image.open(path) for path in sorted(folder.glob(f"{stem}-*.pgm"))]


def test_libreoffice_shows_the_same_pages(papers, relaid, tmp_path):
    ours, theirs = pages(papers / "charts.pdf", tmp_path, "ours"), pages(relaid, tmp_path, "theirs")
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert one.size == other.size
        difference = ImageStat.Stat(ImageChops.difference(one, other)).mean[0]
        blank = ImageStat.Stat(ImageChops.difference(one, Image.new("L", one.size, 255))).mean[0]
        # A chart at another place, or none, differs by about as much as the page has ink.
        assert difference < blank * 0.6, (difference, blank)


def test_a_chart_alone_is_an_svg_file(papers):
    root = ElementTree.parse(papers / "one.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{http://www.w3.org/2000/svg}desc").text == DESCRIPTIONS[0]
    assert len(root.findall("{http://www.w3.org/2000/svg}path")) > 10
