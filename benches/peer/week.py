"""The real week as the peer is given it: what docxtpl's templates are filled with."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SPECIMEN = ROOT / "tests/specimen/weekly-2021-01-08.expected.txt"
ORGAN = "盘龙区旅游市场监管综合调度指挥中心"
ADDRESSEE = "昆明市旅游市场监管综合调度指挥中心："


def weekly():
    """The weekly report: title, addressee, and its body as (style, text)."""
    addressee, *rest = SPECIMEN.read_text(encoding="utf-8").splitlines()
    return {
        "title": "盘龙区旅游市场秩序整治工作情况周报",
        "addressee": addressee,
        "blocks": [{"level": level(line), "text": line} for line in rest if line],
        "organ": ORGAN,
        "date": "2021年1月15日",
    }


def level(line):
    """1 for a heading 一、, 2 for （一）, 0 for a paragraph."""
    return 1 if line[1:2] == "、" else 2 if line.startswith("（") else 0


def notice(number, paragraph, date):
    """The reply to a notice, made of the weekly's paragraph on it."""
    headings = ["一、反映问题", "二、核查情况", "三、处理结果", "四、下一步措施"]
    texts = [f"《涉旅信息通报单》（{number}号）反映的问题。", paragraph, paragraph, "督促企业加强管理，提升服务水平。"]
    blocks = [{"level": 0, "text": f"《涉旅信息通报单》（{number}号）收悉。现将有关情况报告如下："}]
    for heading, text in zip(headings, texts, strict=True):
        blocks += [{"level": 1, "text": heading}, {"level": 0, "text": text}]
    return {
        "title": f"关于〈涉旅信息通报单〉（{number}号）办理情况的报告",
        "addressee": ADDRESSEE,
        "blocks": [*blocks, {"level": 0, "text": "特此报告。"}],
        "organ": ORGAN,
        "date": date,
    }


def papers():
    """The week's three papers by name."""
    week = weekly()
    told = {number: next(b["text"] for b in week["blocks"] if f"（{number}号）" in b["text"]) for number in (6, 8)}
    return {
        "weekly": week,
        "notice-6": notice(6, told[6], "2021年1月12日"),
        "notice-8": notice(8, told[8], "2021年1月14日"),
    }
