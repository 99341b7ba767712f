"""Paragraphs, tables, footers and the package of a Word file, each as a string."""

import re
import zipfile
from xml.sax.saxutils import escape

FANG, KAI, HEI, SONG, BIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# The grid's line, in twips: where the page has a grid, LibreOffice makes every line as high, or a multiple of it.
PITCH = 592
# Width of the text area in twips, and of a character of the body on the grid.
WIDTH, CELL = 8845, 315
FOOTERS = {"default": "default", "even": "even", "first": "first"}
EMU = 36000


def run(text, face=FANG, size=32, tracking=-5, colour=None):
    """Text of one face; `size` in half-points."""
    tint = f'<w:color w:val="{colour}"/>' if colour else ""
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:hint="eastAsia"/>{tint}'
        f'<w:spacing w:val="{tracking}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"


def paragraph(
    style,
    content="",
    *,
    pitch=PITCH,
    first=0,
    left=0,
    right=0,
    jc="both",
    borders="",
    tabs="",
    frame="",
    new_page=False,
):
    """`content` is runs; lengths in twips, a negative `first` hangs."""
    head = f'<w:pStyle w:val="{style}"/>' if style else ""
    head += "<w:pageBreakBefore/>" if new_page else ""
    hang = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    off_grid = "" if pitch == PITCH else '<w:snapToGrid w:val="0"/>'
    return (
        f'<w:p><w:pPr>{head}{frame}<w:widowControl w:val="0"/>{borders}{tabs}{off_grid}'
        f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        f'<w:ind w:left="{left}" w:right="{right}" {hang}/><w:jc w:val="{jc}"/></w:pPr>{content}</w:p>'
    )


def blank(height=PITCH):
    """Room of an exact height."""
    return paragraph("", pitch=height)


def rule_below(kind="single", weight=8, colour="FF0000", space=5):
    """A paragraph's lower border; weight in eighths of a point, space in points."""
    return f'<w:pBdr><w:bottom w:val="{kind}" w:sz="{weight}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def right_tab(at):
    return f'<w:tabs><w:tab w:val="right" w:pos="{at}"/></w:tabs>'


def table(rows, columns, height=440):
    """Rows of cells, each a string of paragraphs, with rules on all sides."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    body = "".join(
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(columns, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def section(*, top=1960, bottom=1847, left=1588, right=1474, pitch=PITCH, footers=FOOTERS, title=False):
    """A section's properties; `footers` are the names of its footers by kind."""
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in footers.items())
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="1430" w:gutter="0"/>'
        f'{"<w:titlePg/>" if title else ""}<w:docGrid w:type="lines" w:linePitch="{pitch}"/></w:sectPr>'
    )


def page_number(side):
    """A footer's paragraph: — N — at the right or left."""
    properties = f'<w:rPr><w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/><w:sz w:val="28"/></w:rPr>'
    field = "".join(
        f"<w:r>{properties}{part}</w:r>"
        for part in (
            "<w:t xml:space=\"preserve\">— </w:t>",
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
            "<w:t xml:space=\"preserve\"> —</w:t>",
        )
    )
    return paragraph("Footer", field, pitch=280, left=280, right=280, jc=side)


def turned_page_number(side):
    """A footer's paragraph with a text box at the left edge of a landscape page, whose text runs downward.

    With wrapNone LibreOffice puts the box at the sheet's corner.
    """
    drawing, word = "http://schemas.openxmlformats.org/drawingml/2006", "http://schemas.microsoft.com/office/word/2010"
    left, top, width, height = (round(mm * EMU) for mm in (25, 28, 6, 156))
    box = (
        f'<wp:anchor xmlns:wp="{drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{word}/wordprocessingShape">'
        f'<wps:wsp xmlns:wps="{word}/wordprocessingShape"><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{page_number(side)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor>"
    )
    choice = f'<mc:Choice xmlns:wps="{word}/wordprocessingShape" Requires="wps"><w:drawing>{box}</w:drawing>'
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    content = f'<mc:AlternateContent xmlns:mc="{compatible}">{choice}</mc:Choice></mc:AlternateContent>'
    return paragraph("Footer", f"<w:r>{content}</w:r>", pitch=280)


def styles(body):
    """The styles that the body names: LibreOffice drops the formatting of a paragraph whose style it does not find."""
    named = sorted(set(re.findall(r'<w:pStyle w:val="(\w+)"/>', body)) | {"Footer"})
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/></w:style>' for style in named
    )
    return (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{own}</w:styles>'
    )


def save(path, category, body, footers, last_section):
    """`footers` by kind: default (odd), even and first."""
    kinds = dict.fromkeys(FOOTERS, "<w:p/>") | footers
    overrides = [("document", "document.main"), ("settings", "settings"), ("styles", "styles")]
    overrides += [(kind, "footer") for kind in kinds]
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{kind}+xml"/>' for name, kind in overrides
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'
        for name, kind in [("settings", "settings"), ("styles", "styles"), *((kind, "footer") for kind in kinds)]
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    core = "metadata/core-properties"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{types}<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{RELATIONS}'
        f'/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="{package}/relationships/{core}" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}/{core}"><cp:category>{category}</cp:category>'
        "</cp:coreProperties>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/settings.xml": f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/><w:compat><w:compatSetting "
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>",
        "word/styles.xml": styles(body),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{last_section}</w:body></w:document>",
    }
    parts |= {f"word/{kind}.xml": f"<w:ftr {NAMESPACES}>{content}</w:ftr>" for kind, content in kinds.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + part)
    return path
