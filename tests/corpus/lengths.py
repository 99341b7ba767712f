"""Papers that differ by one line of body each, so that a page ends at every place; and long papers."""

import bodies
import fronts
import tables
from office import Office
from paper import Paper, Prose
from texts import LINE, Writer

# As many as a page has lines, so that every place occurs.
STEPS = 22
# On page 1 there are so many lines and a few more.
FIRST_STEP, TABLE_STEPS = 3, 8


def ends(seed):
    """Week by week one line more: by a paragraph of one line, unsealed; and by a longer last paragraph, sealed."""
    writer = Writer(f"{seed}-ends")
    unsealed = fronts.official(writer, 2) | fronts.signed() | fronts.NOTE | fronts.imprint(fronts.LONG_COPIES[:7])
    sealed = fronts.official(writer, 2) | fronts.signed(sealing="盖章") | fronts.imprint(fronts.LONG_COPIES)
    lines = [writer.short() for _ in range(STEPS + 4)]
    growing = writer.paragraph(STEPS + 4).replace("。", "，")
    weeks = []
    for step in range(STEPS):
        by_paragraphs = Prose("\n\n".join(lines[: step + 4]))
        by_length = Prose(f"{lines[0]}\n\n{growing[: (step + 1) * LINE]}完。")
        weeks.append([Paper("paragraphs", unsealed, [by_paragraphs]), Paper("growing", sealed, [by_length])])
    return Office("ends", weeks, issuing=("双面: 是",), has_seal=True)


def table_ends(seed):
    """Week by week one line more before a table of two rows that ends the text, so that the page ends at each of its rows."""
    writer = Writer(f"{seed}-table-ends")
    front = fronts.official(writer, 1) | fronts.signed() | fronts.imprint()
    lines = [writer.short() for _ in range(FIRST_STEP + TABLE_STEPS)]
    table = tables.returns(writer, 2, caption="退换货情况统计表")
    weeks = []
    for step in range(TABLE_STEPS):
        weeks.append([Paper("two-rows", front, [Prose("\n\n".join(lines[: FIRST_STEP + step])), table])])
    return Office("table-ends", weeks)


def long(seed):
    papers = []
    for kind, chapters, paragraphs in [("ten-pages", 4, 2), ("thirty-pages", 11, 3)]:
        writer = Writer(f"{seed}-long-{kind}")
        front = fronts.official(writer, 3) | fronts.signed() | fronts.imprint(fronts.LONG_COPIES)
        papers.append(Paper(kind, front, bodies.chapters(writer, chapters, paragraphs, 15)))
    return Office("long", [papers], issuing=("双面: 是",))
