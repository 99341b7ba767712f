"""Papers of every form. As they stand they are right; each option makes one thing wrong."""

import dataclasses

from sample_parts import (
    BIAOSONG,
    BREAK,
    CELL,
    HEI,
    KAI,
    TAB,
    PITCH,
    WIDTH,
    blank,
    page_number,
    paragraph,
    right_tab,
    rule_below,
    run,
    save,
    section,
    table,
    turned_page_number,
)

SENTENCE = "本周指挥中心会同各成员单位开展旅游市场秩序专项整治行动对辖区内旅行社旅游购物企业和旅游车辆逐一进行检查"
ORGAN = "某某区旅游市场综合监管调度指挥中心"
COPIES = "抄送：某某区人民政府办公室，某某区文化和旅游局，某某区市场监督管理局，某某区交通运输局"
RED = "FF0000"
TWIPS = 1440 / 25.4
# Where the name of an 附件 begins: behind 附件：1. and its indent of two characters.
NAME = 6 * CELL
# A row of a table, and the room between two of them and 版记.
ROW, ABOVE_IMPRINT = 440, 8061


@dataclasses.dataclass(frozen=True)
class Options:
    """What the standard asks; a wrong paper has one of them otherwise. Lengths in twips but for `raised`, in mm."""

    shift: int = 0
    pitch: int = PITCH
    mark: str = RED
    mark_lower: int = 0
    number: str = "某旅指发〔2021〕1号"
    signers: int = 1
    sides: tuple = ("right", "left")
    date: str = "2021年1月15日"
    raised: int = 0
    rule_shorter: int = 0
    addressee: str = "某某市旅游市场综合监管调度指挥中心："
    number_on_first: bool = False
    copies: str = COPIES + "。"
    sealed: bool = False
    page_setup: bool = False
    copy_number: str | None = "000001"
    """An empty one leaves its line blank, None leaves none."""
    order_number: str = "第3号"
    parted: bool = False
    """The second half of a paragraph is another, which begins a page."""
    rows: int = 2
    """Of the table in an 附件."""


def body(text):
    return paragraph("BodyText", run(text), first=2 * CELL)


def heading(level, text, face):
    return paragraph(f"Heading{level}", run(text, face), first=2 * CELL)


def title(lines, style="Title"):
    return paragraph(style, BREAK.join(run(line, BIAOSONG, 44, 0) for line in lines), jc="center")


def mark(text, options, size=72, place=""):
    content = run(text, BIAOSONG, size, 0, options.mark)
    return paragraph("IssuerMark", content, pitch=size * 10 + 120, jc="center", frame=place)


def addressee(options):
    return paragraph("Addressee", run(options.addressee))


def text(sentences=2):
    """Two levels of headings and some paragraphs."""
    return (
        body(SENTENCE * 2 + "。")
        + heading(1, "一、工作情况", HEI)
        + heading(2, "（一）检查情况", KAI)
        + body(SENTENCE * sentences + "。")
    )


def width(date):
    """In 字, a digit being half of one."""
    return sum(0.5 if c.isascii() else 1 for c in date)


def signature(options):
    """署名 is 17字, more than the date; under a seal it is 9字 and centred over the date, 4字 from the right."""
    if options.sealed:
        organ = paragraph("IssuingOrgan", run("某某区文化和旅游局"), right=round(3.25 * CELL), jc="right")
        return organ + paragraph("IssueDate", run(options.date), right=4 * CELL, jc="right")
    date_right = round((17 - width(options.date)) * CELL)
    return (
        blank()
        + paragraph("IssuingOrgan", run(ORGAN), right=2 * CELL, jc="right")
        + paragraph("IssueDate", run(options.date), right=date_right, jc="right")
    )


def note():
    return paragraph("SupplementaryNote", run("（联系人：张某某，联系电话：12345678）"), first=2 * CELL)


def enclosure():
    """Two names; the first turns over under its first character."""
    long = "旅游市场秩序专项整治行动检查旅行社和旅游购物企业情况统计表"
    return (
        blank()
        + paragraph("Enclosure", run("附件：1.") + TAB + run(long), left=NAME, first=2 * CELL - NAME, jc="left")
        + paragraph("Enclosure", run("2.") + TAB + run("举报电话"), left=NAME, first=5 * CELL - NAME, jc="left")
    )


def attachment(options, new_page=True):
    units = ["文化和旅游局", "市场监督管理局"]
    counted = [[str(number), units[number % 2], str(number + 30)] for number in range(1, options.rows + 1)]
    rows = [["序号", "单位", "检查家次"], *counted]

    def cell(style, content):
        return paragraph(style, run(content, size=24, tracking=0), pitch=320, jc="center")

    cells = [[cell("TableText" if index else "TableHead", c) for c in row] for index, row in enumerate(rows)]
    return (
        paragraph("AttachmentNumber", run("附件", HEI), new_page=new_page)
        + blank()
        + title(["旅游市场检查情况统计表"], "AttachmentTitle")
        + blank(300)
        + table(cells, [1500, 4845, 2500], ROW)
    )


def imprint(options):
    """Three rules and two rows, below a table so much room above them that the lowest rule stands at 262 mm."""
    small = {"size": 28, "tracking": 0}
    above = ABOVE_IMPRINT - (options.rows - 2) * ROW
    label, copies = options.copies[:3], options.copies[3:]

    def rule(weight):
        return paragraph("RuleLine", borders=rule_below(weight=weight, colour="000000", space=0), pitch=20)

    return (
        blank(above - round(options.raised * TWIPS))
        + rule(8)
        + paragraph(
            "CopiesTo", run(label, **small) + TAB + run(copies, **small), pitch=440, left=1160, right=280, first=-880
        )
        + rule(6)
        + paragraph(
            "Imprint",
            run("某某区指挥中心办公室", **small) + TAB + run("2021年1月15日印发", **small),
            pitch=440,
            left=280,
            jc="left",
            tabs=right_tab(WIDTH - 280),
        )
        + rule(8)
    )


def footers(options, **other):
    odd, even = options.sides
    return {"default": page_number(odd), "even": page_number(even), "first": page_number(odd), **other}


def page(options):
    if options.page_setup:
        return section(top=2098, bottom=1985, pitch=579)
    shift = options.shift
    margins = {"top": 1960 + shift, "bottom": 1847 - shift, "left": 1588 + shift, "right": 1474 - shift}
    return section(**margins, pitch=options.pitch)


def plain(path, options):
    """白头, three pages: the title stands on the first line."""
    content = (
        title(["某某区旅游市场秩序整治", "工作周报"])
        + blank()
        + addressee(options)
        + "".join(body(SENTENCE * 4 + "。") for _ in range(8))
        + (halves() if options.parted else "")
        + signature(options)
        + note()
    )
    return save(path, "白头", content, footers(options), page(options))


def halves():
    """A paragraph in two, of which the second begins a page."""
    second = paragraph("BodyText", run(SENTENCE + "。"), first=0, new_page=True)
    return paragraph("BodyText", run(SENTENCE), first=2 * CELL, jc="both") + second


def tabled(path, options):
    """白头 with an 附件 whose table goes on on another page."""
    content = title(["工作周报"]) + blank() + addressee(options) + text() + attachment(options)
    return save(path, "白头", content, footers(options), page(options))


def upward_number(options):
    """文号 and 签发人: one name beside it, or two above and the third beside it."""
    right, above = WIDTH - CELL, ""
    label, names = run("签发人："), ["李某某", "王某某　张某某"][: options.signers]
    if len(names) == 2:
        above = paragraph("Signers", label + run(names[1], KAI), right=CELL, jc="right")
        right, label = right - 4 * CELL, ""
    beside = TAB + label + run(names[0], KAI) if names else ""
    place = {"first": CELL, "jc": "left", "tabs": right_tab(right), "borders": rule_below()}
    return above + paragraph("DocumentNumber", run(options.number) + beside, **place)


def copy_number(options):
    if options.copy_number is None:
        return ""
    return paragraph("CopyNumber", run(options.copy_number)) if options.copy_number else blank()


def official(path, options, form="公文"):
    """公文 with all that 7 names; as 上行文 with 签发人."""
    if form == "上行文":
        number = upward_number(options)
    else:
        narrower = {"left": options.rule_shorter, "right": options.rule_shorter}
        number = paragraph("DocumentNumber", run(options.number), jc="center", borders=rule_below(), **narrower)
    content = (
        copy_number(options)
        + paragraph("Secrecy", run("秘密★1年", HEI))
        + paragraph("Urgency", run("特急", HEI))
        + blank(232 + options.mark_lower)
        + mark("某某区旅游市场指挥中心文件", options, 64)
        + blank(1150)
        + number
        + blank(1100)
        + title(["关于开展旅游市场秩序", "专项整治行动的通知"])
        + blank()
        + addressee(options)
        + text(4)
        + enclosure()
        + signature(options)
        + note()
        + attachment(options)
        + imprint(options)
    )
    return save(path, form, content, footers(options), page(options))


def frame(top, left=1588, width=WIDTH):
    """At a place of its own on the sheet."""
    return (
        f'<w:framePr w:w="{width}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{left}" w:y="{top}"/>'
    )


def letter(path, options):
    """信函, three pages. Its second double rule is in a frame, as LibreOffice drops the rules of a footer's frames."""

    def double(kind, **place):
        return paragraph("RuleLine", run("\u00a0"), borders=rule_below(kind, 18, space=0), jc="center", **place)

    content = (
        double("thinThickSmallGap", frame=frame(15273, 1134, 9639), pitch=400)
        + mark("某某区旅游市场指挥中心", options, place=frame(1592))
        + double("thickThinSmallGap", left=-454, right=-340, pitch=160)
        + blank(130)
        + paragraph(
            "DocumentNumber", run("秘密★1年", HEI) + TAB + run(options.number), jc="left", tabs=right_tab(WIDTH)
        )
        + blank()
        + blank()
        + title(["关于涉旅信息通报单办理情况的复函"])
        + blank()
        + addressee(options)
        + "".join(body(SENTENCE * 4 + "。") for _ in range(5))
        + signature(options)
    )
    first = page_number("right") if options.number_on_first else "<w:p/>"
    return save(path, "信函", content, footers(options, first=first), section(title=True))


def order(path, options):
    """命令."""
    stamp = paragraph("Stamp", run("主任") + run("　") + run("王某某"), right=4 * CELL, jc="right")
    content = (
        blank(1155)
        + mark("某某区人民政府令", options)
        + blank(1150)
        + paragraph("DocumentNumber", run(options.order_number), jc="center")
        + blank()
        + blank()
        + body(SENTENCE + "。")
        + blank()
        + blank()
        + stamp
        + blank()
        + paragraph("IssueDate", run(options.date), right=4 * CELL, jc="right")
    )
    return save(path, "命令", content, footers(options), page(options))


def minutes(path, options):
    """纪要."""
    names = "张某某　李某某　王某某　" * 5 + "赵某某"
    content = (
        blank(2010)
        + mark("某某区旅游市场指挥中心会议纪要", options, 60)
        + blank(1150)
        + paragraph("IssueNumber", run("（第2期）"), jc="center", borders=rule_below())
        + blank(1100)
        + title(["专题会议纪要"])
        + blank()
        + body(SENTENCE * 2 + "。")
        + paragraph("Attendance", run("出席：", HEI) + TAB + run(names), left=5 * CELL + 60, first=-3 * CELL - 60)
    )
    return save(path, "纪要", content, footers(options), page(options))


def bulletin(path, options):
    """简报."""
    content = (
        blank(2010)
        + mark("旅游市场整治简报", options)
        + blank(200)
        + paragraph("IssueNumber", run("（第2期）"), jc="center")
        + paragraph(
            "Editor", run(ORGAN) + TAB + run("2021年1月15日"), jc="left", tabs=right_tab(WIDTH), borders=rule_below()
        )
        + blank(1100)
        + title(["旅游市场秩序整治工作周报"])
        + blank()
        + text()
    )
    return save(path, "简报", content, footers(options), page(options))


def landscape(path, options):
    """白头 with an 附件 on a turned page: its number stands in a frame at the sheet's left edge."""
    content = (
        title(["某某区旅游市场秩序整治工作周报"])
        + blank()
        + addressee(options)
        + body(SENTENCE * 3 + "。")
        + enclosure()
        + signature(options)
        + paragraph("", "").replace("</w:pPr>", f"{page(options)}</w:pPr>")
        + attachment(options, new_page=False)
        + blank()
    )
    turned = section(top=1400, left=1985, right=2098, bottom=1625, footers={"default": "turned", "even": "turned"})
    # LibreOffice centres the grid's lines in what height the footer leaves.
    turned = turned.replace('w:footer="1430"', 'w:footer="300"')
    turned = turned.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    return save(path, "白头", content, footers(options, turned=turned_page_number("left")), turned)


def upward(path, options):
    """上行文."""
    return official(path, options, "上行文")
