"""附件说明 and 附件: one and several, with text and tables, upright and on their side."""

import bodies
import fronts
import tables
from office import Office
from paper import Attachment, Paper
from texts import Writer

LONG = "青湖区贯彻落实《关于进一步规范“一部手机游云南”平台涉旅投诉办理工作的通知》任务分解表（2021年1—6月，按成员单位和完成时限排列）"


def office(seed):
    listed = [f"{name}（{at}）" for at, name in enumerate(["涉旅投诉台账", "检查情况统计表", LONG, "“双随机”抽查名单"] * 3, 1)]
    kinds = [
        ("one-listed", {"附件": "涉旅投诉台账"}, lambda w: []),
        ("one-long", {"附件": LONG}, lambda w: [Attachment(LONG), *bodies.chapters(w, 2)]),
        ("twelve-listed", {"附件": listed}, lambda w: []),
        ("three-texts", {}, lambda w: [
            Attachment("整治工作方案"), *bodies.chapters(w, 2), Attachment(LONG), *bodies.plain(w, 3), Attachment("名单"), *bodies.plain(w, 1),
        ]),
        ("tables", {}, lambda w: [
            Attachment("退换货情况统计表"), tables.returns(w, 25), Attachment("投诉办理情况统计表"), *bodies.plain(w, 1), tables.two_headed(w, 9),
        ]),
        ("landscape", {}, lambda w: [
            Attachment("涉旅投诉明细表", landscape=True), tables.wide(w, 6), Attachment("情况说明"), *bodies.plain(w, 4),
        ]),
        ("landscape-twice", {}, lambda w: [Attachment("涉旅投诉明细表", landscape=True), tables.wide(w, 3)]),
        ("landscape-text", {}, lambda w: [Attachment("整治任务书", landscape=True), *bodies.chapters(w, 2)]),
        ("both-sides", {"双面": "是"}, lambda w: [Attachment("合并统计表"), tables.merged(w, 9), Attachment("说明"), *bodies.plain(w, 2)]),
    ]  # fmt: skip
    papers = []
    for at, (kind, more, attached) in enumerate(kinds):
        writer = Writer(f"{seed}-attachments-{kind}")
        front = fronts.official(writer, 1 + at % 3) | more | fronts.signed(sealing="盖章" if at % 2 else None)
        front |= fronts.NOTE | fronts.imprint(fronts.LONG_COPIES[: 1 + 4 * (at % 3)])
        papers.append(Paper(kind, front, [*bodies.chapters(writer, at % 3, 1), *attached(writer)]))
    return Office("attachments", [papers])
