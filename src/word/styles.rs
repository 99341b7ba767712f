//! `word/styles.xml`: what a paragraph of each kind looks like, so that runs and paragraphs carry nothing but what is
//! theirs alone, and a writer who wants another look changes one style.

use super::WordError;
use super::package::W;
use super::xml::{Attribute, Xml};
use crate::layout::fonts::Role;
use crate::layout::{Align, Colour, Pt, Style, Twip, page};

/// The shape that a style gives to its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub align: Align,
    /// Distances from the text area's left edge, of the first line beyond that, and from the right edge.
    pub left: Twip,
    pub first: Twip,
    pub right: Twip,
    /// Line height where it is not the grid's.
    pub pitch: Option<Twip>,
    pub tracking: Twip,
    pub colour: Colour,
}

const ALL: [Style; 29] = [
    Style::CopyNumber,
    Style::Secrecy,
    Style::Urgency,
    Style::Mark,
    Style::Number,
    Style::Signers,
    Style::Issue,
    Style::Editor,
    Style::Title,
    Style::Addressee,
    Style::Body,
    Style::Heading1,
    Style::Heading2,
    Style::Heading3,
    Style::Heading4,
    Style::Caption,
    Style::Cell,
    Style::HeaderCell,
    Style::Attendance,
    Style::Enclosure,
    Style::Organ,
    Style::Stamp,
    Style::Date,
    Style::Note,
    Style::AttachmentNumber,
    Style::AttachmentTitle,
    Style::CopiesTo,
    Style::Imprint,
    Style::Rule,
];

/// The style's id in the file, the same in every language of Word, and its name. Word and WPS know their own styles by
/// name and show them in the user's language. Programs that check our files go by the ids.
fn names(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::CopyNumber => ("CopyNumber", "份号"),
        Style::Secrecy => ("Secrecy", "密级和保密期限"),
        Style::Urgency => ("Urgency", "紧急程度"),
        Style::Mark => ("IssuerMark", "发文机关标志"),
        Style::Number => ("DocumentNumber", "发文字号"),
        Style::Signers => ("Signers", "签发人"),
        Style::Issue => ("IssueNumber", "期号"),
        Style::Editor => ("Editor", "编印"),
        Style::Title => ("Title", "Title"),
        Style::Addressee => ("Addressee", "主送机关"),
        Style::Body => ("BodyText", "Body Text"),
        Style::Heading1 => ("Heading1", "heading 1"),
        Style::Heading2 => ("Heading2", "heading 2"),
        Style::Heading3 => ("Heading3", "heading 3"),
        Style::Heading4 => ("Heading4", "heading 4"),
        Style::Caption => ("Caption", "表题"),
        Style::Cell => ("TableText", "表格正文"),
        Style::HeaderCell => ("TableHead", "表格标题行"),
        Style::Attendance => ("Attendance", "出席"),
        Style::Enclosure => ("Enclosure", "附件说明"),
        Style::Organ => ("IssuingOrgan", "发文机关署名"),
        Style::Stamp => ("Stamp", "签名章"),
        Style::Date => ("IssueDate", "成文日期"),
        Style::Note => ("SupplementaryNote", "附注"),
        Style::AttachmentNumber => ("AttachmentNumber", "附件序号"),
        Style::AttachmentTitle => ("AttachmentTitle", "附件标题"),
        Style::CopiesTo => ("CopiesTo", "抄送机关"),
        Style::Imprint => ("Imprint", "印发"),
        Style::Rule => ("RuleLine", "分隔线"),
        Style::PageNumber => ("Footer", "footer"),
    }
}

/// The style's id in the file.
pub(super) fn id(style: Style) -> &'static str {
    names(style).0
}

/// Outline level, from 0: what Word's navigation pane and a PDF made from the file show.
fn outline(style: Style) -> Option<u8> {
    match style {
        Style::Heading1 => Some(0),
        Style::Heading2 => Some(1),
        Style::Heading3 => Some(2),
        Style::Heading4 => Some(3),
        _ => None,
    }
}

/// A line of a mark: 5/4 of its largest size.
const MARK_PITCH: Twip = Twip(900);
/// A line of 14 pt; with the footer 1430 twips from the sheet's edge, the number's dash stands at y = 269 mm (7.5).
/// Measured.
const FOOTER_PITCH: Twip = Twip(280);

pub(super) fn shape(style: Style) -> Shape {
    let (align, first) = match style {
        Style::Mark
        | Style::Number
        | Style::Issue
        | Style::Title
        | Style::Caption
        | Style::HeaderCell
        | Style::AttachmentTitle => (Align::Centre, 0),
        Style::Signers | Style::Organ | Style::Stamp | Style::Date | Style::PageNumber => (Align::Right, 0),
        Style::Body
        | Style::Heading1
        | Style::Heading2
        | Style::Heading3
        | Style::Heading4
        | Style::Enclosure
        | Style::Note => (Align::Justify, page::INDENT.0),
        Style::CopyNumber | Style::Secrecy | Style::Urgency | Style::AttachmentNumber | Style::Cell | Style::Editor => {
            (Align::Left, 0)
        }
        Style::Addressee | Style::Attendance | Style::CopiesTo | Style::Imprint | Style::Rule => (Align::Justify, 0),
    };
    let pitch = match style {
        Style::Title | Style::AttachmentTitle => Some(page::TITLE_PITCH),
        Style::Mark => Some(MARK_PITCH),
        Style::Cell | Style::HeaderCell => Some(page::TABLE_PITCH),
        Style::CopiesTo | Style::Imprint => Some(page::IMPRINT_PITCH),
        Style::PageNumber => Some(FOOTER_PITCH),
        _ => None,
    };
    Shape {
        align,
        left: Twip(0),
        first: Twip(first),
        right: if style == Style::PageNumber { page::SMALL_CHARACTER } else { Twip(0) },
        pitch,
        tracking: style.tracking(),
        colour: if style == Style::Mark { Colour::Red } else { Colour::Black },
    }
}

/// `word/styles.xml` for a grid of that line pitch.
pub(super) fn part(pitch: Twip) -> Result<Vec<u8>, WordError> {
    Xml::part("w:styles", &[("xmlns:w", &W)], |xml| {
        defaults(xml)?;
        normal(xml, pitch)?;
        for style in ALL {
            word_style(xml, style, true)?;
        }
        word_style(xml, Style::PageNumber, false)?;
        table(xml)
    })
}

fn defaults(xml: &mut Xml) -> Result<(), WordError> {
    xml.open("w:docDefaults", &[], |xml| {
        xml.open("w:rPrDefault", &[], |xml| {
            xml.open("w:rPr", &[], |xml| {
                xml.leaf("w:lang", &[("w:val", &"en-US"), ("w:eastAsia", &"zh-CN"), ("w:bidi", &"ar-SA")])
            })
        })?;
        xml.flag("w:pPrDefault")
    })
}

/// The grid's lines and body type; every other style departs from it.
///
/// Word makes a gap between Han and Latin only where the paragraph's style stands in the file: so `Normal` does.
fn normal(xml: &mut Xml, pitch: Twip) -> Result<(), WordError> {
    xml.open("w:style", &[("w:type", &"paragraph"), ("w:default", &"1"), ("w:styleId", &"Normal")], |xml| {
        xml.value("w:name", "Normal")?;
        xml.value("w:uiPriority", 0)?;
        xml.flag("w:qFormat")?;
        xml.open("w:pPr", &[], |xml| {
            xml.value("w:widowControl", 0)?;
            // Left on, Word hangs ）》”%℃ too ([MS-OI29500] 2.1.52), which LibreOffice does not; LibreOffice hangs
            // its marks either way. Measured.
            xml.value("w:overflowPunct", 0)?;
            spacing(xml, pitch)?;
            xml.value("w:jc", alignment(Align::Justify))
        })?;
        run(xml, Role::FangSong, page::GRID_TRACKING, Colour::Black, page::BODY_SIZE)
    })
}

fn word_style(xml: &mut Xml, style: Style, listed: bool) -> Result<(), WordError> {
    let (id, name) = names(style);
    let shape = shape(style);
    let mut attributes: Vec<Attribute> = vec![("w:type", &"paragraph"), ("w:styleId", &id)];
    // A name in Han characters is none of Word's own.
    if !name.is_ascii() {
        attributes.insert(1, ("w:customStyle", &1));
    }
    xml.open("w:style", &attributes, |xml| {
        xml.value("w:name", name)?;
        xml.value("w:basedOn", "Normal")?;
        if outline(style).is_some() || style == Style::Title {
            xml.value("w:next", self::id(Style::Body))?;
        }
        xml.value("w:uiPriority", if listed { 1 } else { 99 })?;
        if listed {
            xml.flag("w:qFormat")?;
        }
        xml.open("w:pPr", &[], |xml| {
            if let Some(pitch) = shape.pitch {
                spacing(xml, pitch)?;
            }
            indent(xml, shape.left, shape.first, shape.right)?;
            xml.value("w:jc", alignment(shape.align))?;
            match outline(style) {
                Some(level) => xml.value("w:outlineLvl", level),
                None => Ok(()),
            }
        })?;
        run(xml, style.role(), shape.tracking, shape.colour, style.size())
    })
}

/// The default of all tables; without it Word takes cells to have edges of its own.
fn table(xml: &mut Xml) -> Result<(), WordError> {
    xml.open("w:style", &[("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")], |xml| {
        xml.value("w:name", "Normal Table")?;
        xml.value("w:uiPriority", 99)?;
        xml.flag("w:semiHidden")?;
        xml.flag("w:unhideWhenUsed")?;
        xml.open("w:tblPr", &[], |xml| super::table::padding(xml, Twip(0)))
    })
}

/// Nothing before or after, every line exactly `pitch`.
pub(super) fn spacing(xml: &mut Xml, pitch: Twip) -> Result<(), WordError> {
    xml.leaf("w:spacing", &[("w:before", &0), ("w:after", &0), ("w:line", &pitch.0), ("w:lineRule", &"exact")])
}

/// Word goes by `firstLineChars`, in hundredths of a character, where it is given, so that the indent follows when
/// somebody changes the type's size; LibreOffice goes by `firstLine` alone. It is given always, for a style's own would
/// outweigh a paragraph's `firstLine`.
pub(super) fn indent(xml: &mut Xml, left: Twip, first: Twip, right: Twip) -> Result<(), WordError> {
    let whole = first.0 >= 0 && first.0 % page::CHARACTER.0 == 0;
    let characters = if whole { first.0 / page::CHARACTER.0 * 100 } else { 0 };
    let attributes: [Attribute; 4] = [
        ("w:left", &left.0),
        ("w:right", &right.0),
        ("w:firstLineChars", &characters),
        if first.0 < 0 { ("w:hanging", &first.0.abs()) } else { ("w:firstLine", &first.0) },
    ];
    xml.leaf("w:ind", &attributes)
}

pub(super) fn alignment(align: Align) -> &'static str {
    match align {
        Align::Justify => "both",
        Align::Left => "left",
        Align::Right => "right",
        Align::Centre => "center",
    }
}

/// One font for all scripts: the digits and letters of a paper are those of its Chinese face.
fn run(xml: &mut Xml, role: Role, tracking: Twip, colour: Colour, size: Pt) -> Result<(), WordError> {
    xml.open("w:rPr", &[], |xml| {
        let name = role.word_name();
        xml.leaf("w:rFonts", &[("w:ascii", &name), ("w:hAnsi", &name), ("w:eastAsia", &name), ("w:cs", &name)])?;
        if colour == Colour::Red {
            xml.value("w:color", RED)?;
        }
        xml.value("w:spacing", tracking.0)?;
        xml.value("w:sz", half_points(size))?;
        xml.value("w:szCs", half_points(size))
    })
}

/// Pure red, as offices print it.
pub(super) const RED: &str = "FF0000";

pub(super) fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Black => "auto",
        Colour::Red => RED,
    }
}

/// Word's unit of type sizes.
pub(super) fn half_points(size: Pt) -> i32 {
    size.twip().0 / 10
}
