"""The Word files, by the programs that others open them with."""

import subprocess
import zipfile

import docx
import mammoth
import pytest
import validator
from docx2python import docx2python
from house import ROOT

NAMES = ["weekly", "notice-6", "notice-8"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=NAMES)
def path(request, papers):
    return papers[request.param, "docx"].path


def test_open_xml_sdk_finds_nothing(path):
    assert validator.findings(path) == []


def test_is_deflated_and_whole(path):
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert all(part.compress_type == zipfile.ZIP_DEFLATED for part in package.infolist())


def test_has_title_author_and_language(path):
    document = docx.Document(path)
    titles = [p.text for p in document.paragraphs if p.style.name == "Title"]
    assert document.core_properties.title == "".join(titles).replace("\n", "")
    assert "指挥中心" in document.core_properties.author
    assert document.styles.element.find(f"{W}docDefaults//{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_headings_are_headings(papers):
    document = docx.Document(papers["weekly", "docx"].path)
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "一、指挥中心工作情况"),
        ("Heading 1", "二、投诉处理情况"),
        ("Heading 1", "三、信息报送情况"),
        ("Heading 2", "（一）上报市指挥中心、区政府材料"),
        ("Heading 2", "（二）本周收到各成员单位上报文件"),
    ]


def test_mammoth_reads_headings_without_complaint(papers):
    with papers["weekly", "docx"].path.open("rb") as file:
        result = mammoth.convert_to_html(file, style_map="p[style-name='Title'] => h1.title:fresh")
    assert [m.message for m in result.messages if m.type == "error"] == []
    assert "<h1>" in result.value
    assert "一、指挥中心工作情况" in result.value


# What stands above and below the text of notice-6, white space dropped.
ELEMENTS = [
    "盘龙区旅游市场监管综合调度指挥中心文件",
    "盘旅调〔2021〕1号签发人：李某某",
    "盘龙区旅游市场监管综合调度指挥中心关于《涉旅信息通报单》（6号）办理情况的报告",
    "昆明市旅游市场监管综合调度指挥中心：",
    "盘龙区旅游市场监管综合调度指挥中心",
    "2021年1月12日",
    "（联系人：张某某，联系电话：0871-60000000）",
]


def by_python_docx(path):
    return [paragraph.text for paragraph in docx.Document(path).paragraphs]


def by_docx2python(path):
    with docx2python(path) as read:
        return read.text.split("\n\n")


def by_docx4js(path):
    node = ROOT / "target/judges/node/node_modules"
    command = ["node", ROOT / "tests/judges/paragraphs.js", path, node]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("paragraphs", [by_python_docx, by_docx2python, by_docx4js])
def test_programs_see_the_elements_as_text_of_paragraphs(papers, paragraphs):
    found = ["".join(text.split()) for text in paragraphs(papers["notice-6", "docx"].path)]
    assert [text for text in found if text in ELEMENTS] == ELEMENTS


def test_elements_are_bookmarks_named_by_the_standard(papers):
    document = docx.Document(papers["notice-6", "docx"].path).element
    names = {}
    for start in document.iter(f"{W}bookmarkStart"):
        behind = start.itersiblings(f"{W}r", f"{W}bookmarkEnd")
        runs = []
        for node in behind:
            if node.tag == f"{W}bookmarkEnd":
                break
            runs.append("".join(text.text for text in node.iter(f"{W}t")))
        names[start.get(f"{W}name")] = "".join(runs)
    assert names["fawenzihao"] == "盘旅调〔2021〕1号"
    assert names["qianfaren"] == "签发人：李某某"
    assert names["chengwenriqi"] == "2021年1月12日"
    assert names["fawenjiguanshuming"] == "盘龙区旅游市场监管综合调度指挥中心"
