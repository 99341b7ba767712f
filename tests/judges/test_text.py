"""What the weekly says, by programs that we did not write."""

import house
import pikepdf
import pytest
import text


def title(papers):
    with pikepdf.open(papers["weekly", "pdf"].path) as pdf:
        return str(pdf.docinfo["/Title"])


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_weekly_says_what_is_expected_between_title_and_signature(papers, form):
    found = text.body(text.of(papers["weekly", form].path), title(papers))
    assert found == text.squeezed(house.EXPECTED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["weekly", "notice-6", "notice-8"])
def test_both_formats_say_the_same(papers, name):
    assert text.of(papers[name, "docx"].path) == text.of(papers[name, "pdf"].path)


@pytest.mark.parametrize("number", [6, 8])
def test_a_reply_has_the_parts_of_its_kind(papers, number):
    words = text.of(papers[f"notice-{number}", "pdf"].path)
    headings = ["一、反映问题", "二、核查情况", "三、处理结果", "四、下一步措施"]
    parts = [f"《涉旅信息通报单》（{number}号）", "收悉", *headings, "特此报告", "（联系人"]
    places = [words.find(part) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places), dict(zip(parts, places, strict=True))
