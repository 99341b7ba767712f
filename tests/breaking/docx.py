"""A minimal Word file of finished lines: what the measurement of line breaking lays out."""

import itertools
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1960" w:right="1474" w:bottom="1847" w:left="1588" '
    'w:header="851" w:footer="1430" w:gutter="0"/><w:docGrid w:linePitch="592"/></w:sectPr>'
)
TEXT_WIDTH = 8844
BODY_FONT = "仿宋_GB2312"


def _run(text, face, tracking, em):
    font = face or BODY_FONT
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>'
        f'<w:spacing w:val="{tracking}"/><w:sz w:val="{em // 10}"/><w:szCs w:val="{em // 10}"/>'
        f'<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def paragraph(measure, text, faces, trackings, breaks=()):
    """A line break stands before each character whose index is in `breaks`. `faces` and `trackings` have one entry a character; neighbours that agree in both share a run. Word lets no mark
    hang; LibreOffice reads that switch inverted, and does."""
    line = itertools.accumulate(at in breaks for at in range(len(text)))
    runs = itertools.groupby(zip(text, faces, trackings, line), key=lambda item: item[1:])
    body, lines = "", 0
    for (face, tracking, line), items in runs:
        body += "<w:r><w:br/></w:r>" * (line - lines) + _run("".join(c for c, *_ in items), face, tracking, measure["em"])
        lines = line
    first = measure["first"]
    indent = f'w:firstLine="{first}"' if first >= 0 else f'w:left="{-first}" w:hanging="{-first}"'
    left = -min(first, 0)
    right = "" if "cell" in measure else f'w:right="{TEXT_WIDTH - left - measure["width"]}"'
    pitch = round(measure["em"] * 1.85)
    return (
        f'<w:p><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{pitch}" '
        f'w:lineRule="exact"/><w:ind {right} {indent}/><w:jc w:val="{measure.get("align", "both")}"/></w:pPr>{body}</w:p>'
    )


def table(widths, cells):
    """`cells` holds the paragraphs column by column; cells have no margins."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{c}</w:tc>' for w, c in zip(widths, row))
        + "</w:tr>"
        for row in zip(*cells)
    )
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{none}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )


def write(path, body):
    settings = (
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{MAIN}.document.main+xml"/><Override PartName="/word/settings.xml" '
        f'ContentType="{MAIN}.settings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f"<w:settings {W}>{settings}</w:settings>",
        "word/document.xml": f"<w:document {W}><w:body>{body}{PAGE}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, HEAD + xml)
