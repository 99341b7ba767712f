"""Public editions: some 200 papers of all formats, made of records in which persons are planted, and searched for them to the
last byte of the last part."""

import csv
import datetime
import io
import random
import re
import subprocess
import unicodedata
import zipfile

import house
import openpyxl
import pytest

OFFICE = """\
名称: 甲县旅游市场指挥中心
行政区: 甲县
简称: 甲县指挥中心
自称: 我中心
上级: { 名称: 乙市旅游市场指挥中心, 简称: 市指挥中心, 文内: 市中心 }
周报名称: 旅游市场周报
发文代字: 甲旅指
公文: { 标志: 甲县旅游市场指挥中心文件, 签发人: [钱某某], 抄送: [甲县人民政府办公室] }
联系: { 联系人: 孙志远, 电话: "13799990000" }
取舍: { 办法: 四舍五入, 小数位: 1 }
投诉平台: [{ 名称: 12345热线 }]
成员单位: [县文旅局]
投诉栏:
  - { 名称: 来电人, 类型: 姓名 }
  - { 名称: 来电号码, 类型: 电话 }
台账:
  - 名称: 走访
    栏:
      - { 名称: 户号, 类型: 编号 }
      - { 名称: 户主, 类型: 姓名 }
      - { 名称: 证件, 类型: 证件号 }
      - { 名称: 住处, 类型: 地址 }
      - { 名称: 情况 }
检查: { 首日: 星期一, 轻重: { privacy-name: 不查, privacy-bank: 不查, privacy-identity: 不查, privacy-phone: 不查 } }
文书:
  - { 代号: weekly, 模板: weekly, 格式: [docx, pdf, xlsx] }
  - { 代号: notice, 模板: notice, 每: 通报单 }
  - { 代号: brief, 模板: weekly, 版式: 简报, 标志: 旅游简报, 格式: [docx, pdf] }
  - { 代号: persons, 模板: persons, 格式: [docx, pdf, xlsx, csv] }
  - { 代号: incoming, 模板: incoming-register, 格式: [docx, pdf, xlsx, csv] }
  - { 代号: complaints, 模板: complaint-register, 格式: [xlsx, csv], 编码: GB18030 }
"""

# All that the record has of persons, also in the title, in a caption and in an 附件.
TEMPLATE = """\
---
标题: "走访{% for it in ledgers.走访.items %}{% if loop.first %}{{ it.户主 }}{% endif %}{% endfor %}等户情况"
署名: "{{ office.name }}"
日期: "{{ week.dated | full_date }}"
附注: "（联系人：{{ office.contact.name }}，联系电话：{{ office.contact.phone }}）"
---
```表
表头: 1
题: {% for it in ledgers.走访.items %}{% if loop.first %}{{ it.户主 }}{% endif %}{% endfor %}等户
```

| 户号 | 户主 | 证件 | 住处 | 情况 |
|---|---|---|---|---|
{%- for it in ledgers.走访.items %}
| {{ it.户号 }} | {{ it.户主 }} | {{ it.证件 }} | {{ it.住处 }} | {{ it.情况 }} |
{%- endfor %}
"""

SURNAMES = ["王", "李", "欧阳", "司马", "张", "陈"]
GIVEN = ["秋棠", "晓霖", "国栋", "雨薇", "志鹏", "梓涵"]


def wide(digits):
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in digits)


def dressed(number, way):
    """A number as somebody types it."""
    spaced = f"{number[:3]} {number[3:7]} {number[7:]}"
    dashed = f"{number[:3]}-{number[3:7]}-{number[7:]}"
    return [number, wide(number), spaced, dashed, f"+86 {number}", wide(spaced)][way % 6]


class Planted:
    """The persons of one week."""

    def __init__(self, rng):
        self.names = [rng.choice(SURNAMES) + rng.choice(GIVEN) for _ in range(3)]
        self.phones = [f"1{rng.choice('3578')}{rng.randrange(10**9):09}" for _ in range(3)]
        self.identity = f"5301021990{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}{rng.randrange(1000):03}X"
        self.bank = f"622202{rng.randrange(10**13):013}"
        self.plate = f"云A{rng.randrange(10**4):04}{rng.choice('ABCDEF')}"
        self.address = f"青年路{rng.randrange(1, 99)}号{rng.randrange(1, 9)}幢{rng.randrange(1, 9)}单元{rng.randrange(101, 999)}室"
        self.landline = f"0871-6{rng.randrange(10**7):07}"

    def values(self):
        return [*self.names, *self.phones, self.identity, self.bank, self.plate, self.address, self.landline]


def week(start, number, rng):
    planted = Planted(rng)
    first, second, third = planted.names
    phones = [dressed(phone, rng.randrange(6)) for phone in planted.phones]
    bank = rng.choice([planted.bank, wide(planted.bank), f"{planted.bank[:4]} {planted.bank[4:8]} {planted.bank[8:12]} {planted.bank[12:16]} {planted.bank[16:]}"])
    plate = rng.choice([planted.plate, planted.plate.replace("云A", "云A·"), wide(planted.plate)])
    identity = rng.choice([planted.identity, wide(planted.identity), f"{planted.identity[:6]} {planted.identity[6:14]} {planted.identity[14:]}"])
    spaced = " ".join(second)
    end = start.fromordinal(start.toordinal() + 6)
    return planted, f"""\
周期: {{ 起: {start}, 止: {end} }}
期号: {number}
成文: {end}
通报单:
  - 编号: {number}
    收到: {start}
    来源: 网上留言（{third}）
    投诉人: {{ 姓名: {first}, 电话: "{planted.phones[0]}" }}
    被投诉: 丙饭店
    反映: "{{投诉人}}来电，其友{spaced}、{third}同行，电话{phones[1]}，车牌{plate}，{first}说饭菜不符。"
    核实: 与{first}（{phones[0]}）核实，身份证{identity}，住{planted.address}。
    处理: 已退款至{first}的卡号{bank}，{second}女士表示满意，回访电话{planted.landline}。
    上报: {end}
    文号: {number}
    下一步: 加强巡查，回访{third}（手机{phones[2]}）。
投诉:
  12345热线:
    - {{ 编号: A{number}, 日期: {start}, 被投诉: 丙饭店, 转办: 县文旅局, 状态: 办结, 来电人: {second}, 来电号码: "{planted.phones[1]}" }}
台账:
  走访:
    - {{ 户号: H-{number}, 户主: {third}, 证件: {planted.identity}, 住处: {planted.address}, 情况: "{second}不在家，{first}的车{plate}在；打{phones[2]}" }}
章节:
  - 标题: 回访情况
    正文: |
      回访{first}、{second}，电话{phones[0]}。
      {third}的账户{bank}已到账。
下一步: 回访{second}（{phones[1]}）。
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The output folder, and all that was planted."""
    rng = random.Random(20260108)
    folder = tmp_path_factory.mktemp("public")
    office = folder / "data" / "甲县"
    (office / "templates").mkdir(parents=True)
    (office / "office.yaml").write_text(OFFICE, encoding="utf-8")
    (office / "templates" / "persons.md").write_text(TEMPLATE, encoding="utf-8")
    planted = ["孙志远", "13799990000"]
    monday = datetime.date(2021, 1, 4)
    for number in range(1, 14):
        start = monday + datetime.timedelta(weeks=number - 1)
        values, text = week(start, number, rng)
        planted += values.values()
        (office / f"{start}.yaml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [house.PROGRAM, "build", "--edition", "public"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder, planted, done.stdout + done.stderr


def plain(text):
    """A text as it is compared: narrow, and without what people put between characters."""
    return re.sub(r"[^0-9A-Za-z\u4e00-\u9fff]", "", unicodedata.normalize("NFKC", text)).upper()


def run(*words):
    return subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def texts_of_pdf(path):
    """The text by two readers, the document's properties, and every stream inflated as it stands."""
    yield run("pdftotext", "-layout", str(path), "-")
    yield run("pdftotext", "-raw", str(path), "-")
    yield run("mutool", "draw", "-F", "txt", "-o", "-", str(path))
    yield run("pdfinfo", str(path)) + run("pdfinfo", "-struct-text", str(path))
    plain_file = path.with_suffix(".qdf")
    run("qpdf", "--qdf", "--object-streams=disable", str(path), str(plain_file))
    data = plain_file.read_bytes()
    plain_file.unlink()
    yield from decoded(data)
    # Texts of the structure, of bookmarks and properties are UTF-16 in brackets or in hexadecimal digits.
    for digits in re.findall(rb"<((?:[0-9a-fA-F]{4}){2,})>", data):
        yield bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def decoded(data):
    for coding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        yield data.decode(coding, "replace")


def texts_of_package(path):
    """Each part as bytes and without its tags; names and comments too."""
    with zipfile.ZipFile(path) as package:
        yield package.comment.decode("utf-8", "replace")
        for info in package.infolist():
            yield info.filename + info.comment.decode("utf-8", "replace")
            data = package.read(info)
            yield from decoded(data)
            yield re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))


def texts(path):
    yield path.name
    data = path.read_bytes()
    yield from decoded(data)
    if path.suffix == ".pdf":
        yield from texts_of_pdf(path)
    elif path.suffix in (".docx", ".xlsx"):
        yield from texts_of_package(path)
    elif path.suffix == ".csv":
        coding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030"
        yield "\n".join(" ".join(row) for row in csv.reader(io.StringIO(data.decode(coding))))
    if path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path):
            yield sheet.title + " ".join(str(cell.value) for row in sheet for cell in row)


def test_no_planted_person_is_in_any_byte_of_any_public_paper(made):
    folder, planted, said = made
    files = [path for path in (folder / "output-public").rglob("*") if path.is_file()]
    papers = [path for path in files if path.suffix in (".docx", ".pdf", ".xlsx", ".csv")]
    assert len(papers) >= 200, len(papers)
    assert {path.suffix for path in papers} == {".docx", ".pdf", ".xlsx", ".csv"}
    assert all("公开版" in path.name for path in papers)
    sought = {value: plain(value) for value in planted}
    found = []
    for path in files:
        everything = "\n".join(plain(text) for text in texts(path))
        found += [(path.name, value) for value, bare in sought.items() if bare in everything]
    assert not found, found[:20]
    # The list for the writer, and all that was said, has none of it either.
    bare_said = plain(said)
    assert not [value for value, bare in sought.items() if bare in bare_said]
    assert "遮住了" in said


def test_the_same_search_finds_them_in_the_papers_as_they_are_sent(made):
    folder, planted, _ = made
    done = subprocess.run([house.PROGRAM, "build"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    everything = ""
    for path in (folder / "output" / "甲县" / "2021-01-04").iterdir():
        everything += "\n".join(plain(text) for text in texts(path))
    missed = [value for value in planted[:13] if plain(value) not in everything]
    assert not missed, missed


def test_public_papers_verify_and_come_out_the_same_again(made):
    folder, _, _ = made
    for words in (["verify", "--edition", "public"], ["verify", "--edition", "public", "--rebuild"]):
        done = subprocess.run([house.PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
