"""The Word files, by the programs that others open them with."""

import zipfile

import docx
import mammoth
import pytest
import validator

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
    # Within the content control of the title, which python-docx's own `text` does not look into.
    titles = [p._p.iter(f"{W}t") for p in document.paragraphs if p.style.name == "Title"]
    assert titles
    assert document.core_properties.title == "".join(t.text for title in titles for t in title)
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
