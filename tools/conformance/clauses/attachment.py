"""7.3.7: 附件 on pages of their own."""

import re

from ..clause import clause, holds, near
from ..distance import blank_lines
from ..laid import IMPRINT
from ..styles import Style

NUMBER = re.compile(r"附件\d*")


@clause("7.3.7", "附件另面编排")
def new_page(laid):
    for part in laid.of(Style.AttachmentNumber):
        above = laid.above(part.first)
        yield holds(above is None, "面首", "面首" if above is None else f"其上有文字至 {above:.1f}", part.page, part.ink)


@clause("7.3.7", "附件在版记之前")
def before_imprint(laid):
    imprint = laid.of(*IMPRINT)
    for part in laid.of(Style.AttachmentNumber, Style.AttachmentTitle):
        if imprint:
            last = imprint[-1].page
            yield holds(part.page <= last, f"第{last}面或之前", f"第{part.page}面", part.page, part.ink)


@clause("7.3.7", "附件序号顶格")
def number(laid):
    for part in laid.of(Style.AttachmentNumber):
        yield near(part.first.left, laid.left(part.page), 1, part.page, part.ink)
        yield holds(NUMBER.fullmatch(part.text), "附件N", part.text, part.page, part.ink)


@clause("7.3.7", "附件标题在第三行居中")
def title(laid):
    titles = laid.of(Style.AttachmentTitle)
    numbered = {part.page for part in laid.of(Style.AttachmentNumber)}
    for part in titles:
        for line in part.lines:
            yield near(line.centre, laid.centre(line.page), 1, line.page, line.ink, what="居中 ")
        if part.page in numbered:
            yield from blank_lines(laid, part.first, 1)
