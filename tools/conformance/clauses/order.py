"""10.2: 命令（令）."""

from ..clause import clause
from ..distance import blank_lines
from ..laid import RUNNING
from ..styles import Style


@clause("10.2", "令号下空二行编排正文")
def text_gap(laid):
    if laid.form == "命令":
        for part in laid.of(Style.Title, *RUNNING)[:1]:
            yield from blank_lines(laid, part.first, 2)
