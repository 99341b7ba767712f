"""10.3: 纪要."""

from ..clause import WARN, clause, holds, near
from ..distance import indent
from ..styles import Style
from ..typeface import of_other_family


@clause("10.3", "纪要标志")
def mark(laid):
    if laid.form == "纪要":
        text = "".join(part.text for part in laid.of(Style.IssuerMark))
        yield holds(text.endswith("纪要"), "×××××纪要", text or "没有", 1, laid.mark)


@clause("10.3", "出席人员空二字")
def attendance_place(laid):
    for part in laid.of(Style.Attendance):
        yield near(part.first.left, laid.left(part.page) + indent(2), 1, part.page, part.first.ink)


@clause("10.3", "出席人员回行对齐")
def attendance_turnover(laid):
    for part in laid.of(Style.Attendance):
        name = part.first.characters[min(part.first.text.find("：") + 1, len(part.first.characters) - 1)]
        for line in part.lines[1:]:
            yield near(line.left, name.left, 1, line.page, line.ink)


@clause("10.3", "出席黑体、人员仿宋", WARN)
def attendance_faces(laid):
    for part in laid.of(Style.Attendance):
        label, _, _ = part.text.partition("：")
        characters = part.characters
        other = of_other_family(characters[: len(label)], "黑体") | of_other_family(characters[len(label) :], "仿宋")
        found = "、".join(f"{font}（{c.text}）" for font, c in other.items()) or "合适"
        yield holds(not other, f"{label}黑体，姓名仿宋", found, part.page, part.ink)
