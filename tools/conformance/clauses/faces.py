"""5.2.2 and the faces and sizes that 7 names for each element."""

from ..clause import WARN, clause, holds
from ..styles import NAMES, Style
from ..typeface import of_other_family

FACES = {
    Style.Secrecy: "黑体",
    Style.Urgency: "黑体",
    Style.IssuerMark: "小标宋",
    Style.Title: "小标宋",
    Style.Addressee: "仿宋",
    Style.BodyText: "仿宋",
    Style.Heading1: "黑体",
    Style.Heading2: "楷体",
    Style.Heading3: "仿宋",
    Style.Heading4: "仿宋",
    Style.Enclosure: "仿宋",
    Style.IssuingOrgan: "仿宋",
    Style.IssueDate: "仿宋",
    Style.SupplementaryNote: "仿宋",
    Style.AttachmentNumber: "黑体",
    Style.AttachmentTitle: "小标宋",
    Style.CopiesTo: "仿宋",
    Style.Imprint: "仿宋",
}
# In pt; a mark's is free.
BODY, TITLE, SMALL = 16, 22, 14
SIZES = dict.fromkeys(FACES, BODY)
SIZES |= {Style.Title: TITLE, Style.AttachmentTitle: TITLE, Style.CopiesTo: SMALL, Style.Imprint: SMALL}
SIZES.pop(Style.IssuerMark)


@clause("5.2.2", "字体", WARN)
def face(laid):
    for part in laid.parts:
        if wanted := FACES.get(part.style):
            other = of_other_family(part.characters, wanted)
            found = "、".join(f"{font}（{c.text}）" for font, c in other.items()) or wanted
            first = next(iter(other.values()), part.first.characters[0])
            yield holds(not other, f"{NAMES[part.style]} {wanted}", found, first.page, first.ink)


@clause("5.2.2", "字号", WARN)
def size(laid):
    for part in laid.parts:
        if wanted := SIZES.get(part.style):
            sizes = sorted({round(c.size, 1) for c in part.characters})
            fits = all(abs(size - wanted) <= 0.3 for size in sizes)
            found = "、".join(f"{size:g}" for size in sizes)
            yield holds(fits, f"{NAMES[part.style]} {wanted} pt", f"{found} pt", part.page, part.ink)
