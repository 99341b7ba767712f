"""Offices for the forms of the standard and their heads, marks, signatures and attendance."""

import itertools

import bodies
import fronts
from office import NAME, Office
from paper import Paper
from texts import Writer

COMBINATIONS = ["bare", "copy", "secret", "copy-secret", "urgent", "copy-urgent", "secret-urgent", "copy-secret-urgent"]


def elements(seed):
    """公文 downward: each combination of 份号, 密级 and 紧急程度; with a seal, or signed without one."""
    papers = []
    for at, (urgent, secret, copy) in enumerate(itertools.product([False, True], repeat=3)):
        writer = Writer(f"{seed}-elements-{at}")
        left = {
            "份号": "000012" if copy else None,
            "密级": ["秘密★1年", "机密★5年", "绝密★长期", "秘密"][at % 4] if secret else None,
            "紧急程度": ["特急", "加急"][at % 2] if urgent else None,
        }
        front = fronts.official(writer, 1 + at % 4) | left | fronts.signed(sealing="盖章" if at % 2 else None)
        front |= fronts.imprint(fronts.LONG_COPIES[: 1 + at * 3]) | (fronts.NOTE if at % 3 else {})
        papers.append(Paper(COMBINATIONS[at], front, bodies.chapters(writer, 1 + at % 4, 1 + at % 2)))
    return Office("elements", [papers], has_seal=True)


def upward(seed):
    signers = ["李某某", "王某", "欧阳某某", "阿依古丽·某某", "赵某某"]
    papers = []
    for kind, count, lines in [("one", 1, 2), ("two", 2, 1), ("three", 3, 3), ("five", 5, 4)]:
        writer = Writer(f"{seed}-upward-{kind}")
        front = fronts.upward(writer, signers[:count], lines) | fronts.signed() | fronts.NOTE | fronts.imprint()
        papers.append(Paper(f"signers-{kind}", front, bodies.chapters(writer, min(count, 3))))
    writer = Writer(f"{seed}-upward-request")
    front = fronts.upward(writer, signers[1:4], 2, "请示") | {"份号": "000001", "密级": "机密★10年", "紧急程度": "特急"}
    papers.append(Paper("request", front | fronts.signed(sealing="盖章") | fronts.NOTE, bodies.chapters(writer, 3)))
    return Office("upward", [papers])


def joint(seed):
    organs = ["青湖区文化和旅游局", "青湖区市场监督管理局", "青湖区公安分局", "青湖区交通运输局"]
    papers = []
    for kind, count, sealing in [("two", 2, None), ("three", 3, "盖章"), ("four", 4, "盖章")]:
        writer = Writer(f"{seed}-joint-{kind}")
        # A fourth line of title would leave page 1 without body text.
        front = fronts.official(writer, min(count, 3), mark=organs[:count]) | {"标志后缀": "文件"}
        front |= fronts.signed(organs[:count], sealing) | fronts.imprint(fronts.LONG_COPIES[:9])
        papers.append(Paper(kind, front, bodies.chapters(writer, count)))
    writer = Writer(f"{seed}-joint-upward")
    front = fronts.upward(writer, ["李某某", "王某某"]) | {"标志": organs[:2], "标志后缀": "文件", "紧急程度": "加急"}
    papers.append(Paper("upward", front | fronts.signed(organs[:2]), bodies.chapters(writer, 2)))
    writer = Writer(f"{seed}-joint-bare")
    front = fronts.official(writer, 1, mark=organs[1:3]) | {"份号": "123456", "密级": "秘密★6个月", "紧急程度": "特急"}
    papers.append(Paper("bare", front | fronts.signed(organs[1:3], "盖章"), bodies.plain(writer, 4)))
    writer = Writer(f"{seed}-joint-long")
    mark = ["青湖区旅游市场监管综合调度指挥中心", "青湖区新型冠状病毒肺炎疫情防控工作指挥部", "青湖区总工会"]
    front = fronts.official(writer, 2, mark=mark) | {"标志后缀": "文件"} | fronts.signed(mark)
    papers.append(Paper("long", front, bodies.plain(writer, 7)))
    for kind, organs in [("long-sealed", mark), ("longest-sealed", ["、".join(mark[:2])])]:
        writer = Writer(f"{seed}-joint-{kind}")
        front = fronts.official(writer, 2) | fronts.signed(organs, "盖章") | fronts.imprint()
        papers.append(Paper(kind, front, bodies.plain(writer, 5)))
    return Office("joint", [papers], has_seal=True)


def letters(seed):
    left = {"份号": "000007", "密级": "秘密★1年", "紧急程度": "特急"}
    kinds = [
        ("bare", {}, 1, fronts.signed()),
        ("urgent", {"紧急程度": "加急"}, 2, fronts.signed(sealing="盖章")),
        ("all", left, 2, fronts.signed() | fronts.NOTE),
        ("copies", {}, 3, fronts.signed(sealing="盖章") | {"抄送": fronts.LONG_COPIES[:8]}),
        ("all-copies", left, 4, fronts.signed() | {"抄送": fronts.SHORT_COPIES, "双面": "是"}),
        ("short", {"密级": "秘密"}, 1, fronts.signed("区政府办")),
    ]
    papers = []
    for at, (kind, more, lines, signed) in enumerate(kinds):
        writer = Writer(f"{seed}-letters-{kind}")
        mark = "青湖区政府办公室" if kind == "short" else NAME
        front = fronts.letter(writer, lines, mark) | more | signed
        papers.append(Paper(kind, front, bodies.chapters(writer, at, 1 + at % 2)))
    return Office("letters", [papers], has_seal=True)


def orders(seed):
    papers = []
    for kind, number, paragraphs in [("short", "第1号", 2), ("two-pages", "第12号", 8), ("coded", "青政令〔2021〕3号", 14)]:
        writer = Writer(f"{seed}-orders-{kind}")
        front = fronts.order(number) | (fronts.imprint() if paragraphs > 2 else {})
        papers.append(Paper(kind, front, bodies.plain(writer, paragraphs, 6)))
    return Office("orders", [papers])


def minutes(seed):
    present = ["区文化和旅游局李某某", "区市场监管局王某", "青湖公安分局赵某某", "翠屏街道办事处阿依古丽·某某", "石门镇欧阳某某"]
    lists = [
        ("short", "研究旅游市场秩序整治工作", {"出席": present[:2]}, 3),
        ("all", None, {"出席": present * 3, "请假": present[:1], "列席": present[1:]}, 8),
        ("long", fronts.title(Writer(f"{seed}-minutes"), 2, "会议纪要"), {"出席": present, "列席": present[:2]}, 18),
    ]
    papers = []
    for kind, title, lists_of_names, paragraphs in lists:
        writer = Writer(f"{seed}-minutes-{kind}")
        # Names differ by their numbers, as one person is not listed twice.
        told = {key: [f"{name}（{at}）" for at, name in enumerate(them, 1)] for key, them in lists_of_names.items()}
        front = fronts.minutes(title) | told | fronts.imprint(fronts.LONG_COPIES[:paragraphs])
        papers.append(Paper(kind, front, bodies.plain(writer, paragraphs)))
    return Office("minutes", [papers])


def bulletins(seed):
    papers = []
    for kind, lines, chapters in [("titled", 2, 3), ("untitled", None, 2), ("long", 1, 5), ("one-page", None, 0)]:
        writer = Writer(f"{seed}-bulletins-{kind}")
        front = fronts.bulletin(lines and fronts.title(writer, lines, "情况")) | fronts.imprint()
        papers.append(Paper(kind, front, bodies.chapters(writer, chapters)))
    return Office("bulletins", [papers], issuing=("双面: 是",))


def plain(seed):
    """白头, and signatures of every length."""
    long = "青湖区旅游市场秩序整治“利剑2021”专项行动领导小组办公室（设在区文化和旅游局）"
    kinds = [
        ("short-organ", "区府办", 1, 4),
        ("own-organ", NAME, 2, 9),
        ("long-organ", long, 3, 6),
        ("several-organs", ["区文化和旅游局", NAME, "区市场监管局", "青湖公安分局", "区税务局"], 4, 5),
    ]
    papers = []
    for kind, organs, lines, paragraphs in kinds:
        writer = Writer(f"{seed}-plain-{kind}")
        front = {"标题": fronts.title(writer, lines, "报告"), "主送": "区委，区政府："} | fronts.signed(organs)
        papers.append(Paper(kind, front, bodies.plain(writer, paragraphs, 12)))
    writer = Writer(f"{seed}-plain-numbered")
    front = {"文号": "青旅调〔2021〕8号", "标题": fronts.title(writer, 1, "说明")}
    papers.append(Paper("unsigned", front, bodies.chapters(writer, 3)))
    return Office("plain", [papers])


def marks(seed):
    """Marks from the shortest to the longest, in margins by ink."""
    papers = []
    kinds = [
        ("short", "中共青湖区委文件"),
        ("long", "青湖区旅游市场秩序整治“利剑2021”专项行动领导小组办公室文件"),
    ]
    for kind, mark in kinds:
        writer = Writer(f"{seed}-marks-{kind}")
        front = fronts.official(writer, 2, mark=mark) | fronts.signed() | fronts.imprint()
        papers.append(Paper(kind, front, bodies.chapters(writer, 4)))
    writer = Writer(f"{seed}-marks-letter")
    papers.append(Paper("letter", fronts.letter(writer) | fronts.signed(), bodies.chapters(writer, 2)))
    writer = Writer(f"{seed}-marks-upward")
    front = fronts.upward(writer, ["李某某", "王某", "赵某某"]) | fronts.signed(sealing="盖章") | fronts.imprint()
    papers.append(Paper("upward", front, bodies.plain(writer, 9, 15)))
    writer = Writer(f"{seed}-marks-bulletin")
    papers.append(Paper("bulletin", fronts.bulletin() | fronts.imprint(), bodies.plain(writer, 10)))
    return Office("by-ink", [papers], issuing=("页边距: 按字面", "双面: 是"), has_seal=True)
