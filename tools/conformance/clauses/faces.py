"""5.2.2 and the faces and sizes that 7 names for each element."""

from ..clause import WARN, clause, holds
from ..paper import NAMES
from ..typeface import of_other_family

FACES = {
    "Secrecy": "黑体",
    "Urgency": "黑体",
    "IssuerMark": "小标宋",
    "Title": "小标宋",
    "Addressee": "仿宋",
    "BodyText": "仿宋",
    "Heading1": "黑体",
    "Heading2": "楷体",
    "Heading3": "仿宋",
    "Heading4": "仿宋",
    "Enclosure": "仿宋",
    "IssuingOrgan": "仿宋",
    "IssueDate": "仿宋",
    "SupplementaryNote": "仿宋",
    "AttachmentNumber": "黑体",
    "AttachmentTitle": "小标宋",
    "CopiesTo": "仿宋",
    "Imprint": "仿宋",
}
# In pt; a mark's is free.
BODY, TITLE, SMALL = 16, 22, 14
SIZES = dict.fromkeys(FACES, BODY) | {"Title": TITLE, "AttachmentTitle": TITLE, "CopiesTo": SMALL, "Imprint": SMALL}
SIZES.pop("IssuerMark")


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
