"""Tables of every size and shape, and the office whose papers have them."""

import bodies
import fronts
import names
from office import NAME, Office
from paper import Paper, Prose, Table
from texts import Writer


def returns(writer, rows, **settings):
    """Five columns, numbers among them."""
    body = [
        [str(at), writer.one(names.UNITS), str(writer.number(0, 4000)), f"{writer.number()}.{writer.number(10, 99)}%",
         f"{writer.number(10, 99999)}.{writer.number(10, 99)}"]
        for at in range(1, rows + 1)
    ]  # fmt: skip
    return Table([["序号", "成员单位", "受理（件）", "办结率", "退货金额（元）"], *body], **settings)


def two_headed(writer, rows, **settings):
    """A head of two rows with merged cells, and a last row that sums up."""
    head = [["序号", "投诉平台", "投诉件（件）", "<", "办理情况"], ["^", "^", "受理", "办结", "^"]]
    body = [
        [str(at), writer.one(names.PLATFORMS), str(writer.number(0, 999)), str(writer.number(0, 999)), Prose(writer.sentence())]
        for at in range(1, rows + 1)
    ]  # fmt: skip
    foot = ["合计", "<", str(writer.number(100, 9999)), str(writer.number(100, 9999)), "—"]
    return Table([*head, *body, foot], head=2, **settings)


def merged(writer, groups, **settings):
    """Cells merged downwards in the body: a unit with three firms each."""
    rows = []
    for unit in range(groups):
        for at in range(3):
            first = names.UNITS[unit % len(names.UNITS)] if at == 0 else "^"
            rows.append([first, writer.one(names.FIRMS), writer.one(names.CAUSES), writer.figure(), "已办结" if at else "办理中"])
    return Table([["处理单位", "被投诉单位", "事由", "数量", "状态"], *rows], **settings)


def long_cells(writer, rows, lines, **settings):
    """Cells of many lines, and of several paragraphs."""
    body = [
        [str(at), Prose(writer.paragraph(lines / 3) + "\n\n" + writer.paragraph(lines / 3)), writer.one(names.UNITS)]
        for at in range(1, rows + 1)
    ]
    return Table([["序号", "整治任务、措施及完成时限", "责任单位"], *body], **settings)


def wide(writer, rows, **settings):
    """Nine columns, for a page on its side."""
    head = ["序号", "日期", "平台", "投诉人", "被投诉单位", "事由", "金额（元）", "处理单位", "处理结果"]
    body = [
        [str(at), f"{writer.number(1, 12)}月{writer.number(1, 28)}日", writer.one(names.PLATFORMS), writer.one(names.PERSONS),
         writer.one(names.FIRMS), writer.one(names.CAUSES), f"{writer.number(1, 9999)}.00", writer.one(names.UNITS),
         Prose(writer.sentence())]
        for at in range(1, rows + 1)
    ]  # fmt: skip
    return Table([head, *body], landscape=True, **settings)


def office(seed):
    kinds = [
        ("one-row", lambda w: returns(w, 1, caption="退换货情况统计表")),
        ("five-rows", lambda w: returns(w, 5, widths=["2", "auto", "4", "4", "6"])),
        ("twenty-rows", lambda w: returns(w, 20, alignments=[":-:", ":--", "--:", "--:", "--:"])),
        ("sixty-rows", lambda w: returns(w, 60, caption="各成员单位受理、办结和退换货情况统计表（2021年1—12月）")),
        ("two-headed", lambda w: two_headed(w, 12, widths=["3", "auto", "4", "4", "auto"])),
        ("two-headed-long", lambda w: two_headed(w, 22, caption="涉旅投诉办理情况统计表")),
        ("merged", lambda w: merged(w, 10)),
        ("long-cells", lambda w: long_cells(w, 4, 45, widths=["2", "auto", "5"])),
        ("very-long-cells", lambda w: long_cells(w, 2, 75, widths=["2", "18", "auto"])),
        ("landscape", lambda w: wide(w, 8)),
        ("landscape-long", lambda w: wide(w, 9, caption="涉旅投诉明细表")),
    ]
    papers = []
    for at, (kind, table) in enumerate(kinds):
        writer = Writer(f"{seed}-tables-{kind}")
        front = fronts.official(writer, 1 + at % 3) | fronts.signed() | fronts.imprint()
        body = [*bodies.plain(writer, 1 + at % 4), table(writer), *bodies.plain(writer, 1 + at % 3)]
        papers.append(Paper(kind, front, body))
    writer = Writer(f"{seed}-tables-bulletin")
    front = fronts.bulletin() | {"编印": NAME}
    papers.append(Paper("in-bulletin", front, [*bodies.plain(writer, 2), two_headed(writer, 5), returns(writer, 7)]))
    return Office("tables", [papers])
