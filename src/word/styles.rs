//! `word/styles.xml`: what a paragraph of each kind looks like, so that runs and paragraphs carry nothing but what is
//! theirs alone, and a writer who wants another look changes one style.

use super::error::WordError;
use super::package::W;
use super::table_parts::padding;
use super::xml::{Attribute, Xml};
use crate::document::WordFonts;
use crate::layout::{Align, Colour, Definition, NORMAL, Pt, Style, Twip, page};

/// `word/styles.xml` for a grid of that line pitch, with the families that the file names.
pub(super) fn part(pitch: Twip, fonts: &WordFonts) -> Result<Vec<u8>, WordError> {
    Xml::part("w:styles", &[("xmlns:w", &W)], |xml| {
        defaults(xml)?;
        normal(xml, pitch, fonts)?;
        for style in Style::ALL {
            word_style(xml, *style, fonts)?;
        }
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
fn normal(xml: &mut Xml, pitch: Twip, fonts: &WordFonts) -> Result<(), WordError> {
    xml.open("w:style", &[("w:type", &"paragraph"), ("w:default", &"1"), ("w:styleId", &NORMAL.id)], |xml| {
        xml.value("w:name", NORMAL.name)?;
        xml.value("w:uiPriority", 0)?;
        xml.flag("w:qFormat")?;
        xml.open("w:pPr", &[], |xml| {
            xml.value("w:widowControl", 0)?;
            // Left on, Word hangs ）》”%℃ too ([MS-OI29500] 2.1.52), which LibreOffice does not; LibreOffice hangs
            // its marks either way. Measured.
            xml.value("w:overflowPunct", 0)?;
            spacing(xml, pitch)?;
            xml.value("w:jc", alignment(NORMAL.align))
        })?;
        run(xml, &NORMAL, fonts)
    })
}

fn word_style(xml: &mut Xml, style: Style, fonts: &WordFonts) -> Result<(), WordError> {
    let definition = style.definition();
    // Writers choose among all others; the page number is none of theirs.
    let is_offered = style != Style::PageNumber;
    let outline = outline(definition);
    let mut attributes: Vec<Attribute> = vec![("w:type", &"paragraph"), ("w:styleId", &definition.id)];
    if definition.built_in.is_none() {
        attributes.insert(1, ("w:customStyle", &1));
    }
    xml.open("w:style", &attributes, |xml| {
        xml.value("w:name", definition.built_in.unwrap_or(definition.name))?;
        xml.value("w:basedOn", NORMAL.id)?;
        if outline.is_some() || style == Style::Title {
            xml.value("w:next", Style::Body.definition().id)?;
        }
        xml.value("w:uiPriority", if is_offered { 1 } else { 99 })?;
        if is_offered {
            xml.flag("w:qFormat")?;
        }
        xml.open("w:pPr", &[], |xml| {
            if let Some(pitch) = definition.pitch {
                spacing(xml, pitch)?;
            }
            indent(xml, Twip(0), definition.first, definition.right)?;
            xml.value("w:jc", alignment(definition.align))?;
            match outline {
                Some(level) => xml.value("w:outlineLvl", level),
                None => Ok(()),
            }
        })?;
        run(xml, definition, fonts)
    })
}

/// Outline level, from 0: what Word's navigation pane and a PDF made from the file show. Titles have none.
fn outline(definition: &Definition) -> Option<u8> {
    definition.outline?.checked_sub(1)
}

/// The default of all tables; without it Word takes cells to have edges of its own.
fn table(xml: &mut Xml) -> Result<(), WordError> {
    xml.open("w:style", &[("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")], |xml| {
        xml.value("w:name", "Normal Table")?;
        xml.value("w:uiPriority", 99)?;
        xml.flag("w:semiHidden")?;
        xml.flag("w:unhideWhenUsed")?;
        xml.open("w:tblPr", &[], |xml| padding(xml, Twip(0)))
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
fn run(xml: &mut Xml, definition: &Definition, fonts: &WordFonts) -> Result<(), WordError> {
    xml.open("w:rPr", &[], |xml| {
        let name = definition.role.word_family(fonts);
        xml.leaf("w:rFonts", &[("w:ascii", &name), ("w:hAnsi", &name), ("w:eastAsia", &name), ("w:cs", &name)])?;
        if definition.colour == Colour::Red {
            xml.value("w:color", RED)?;
        }
        xml.value("w:spacing", definition.tracking().0)?;
        xml.value("w:sz", half_points(definition.size))?;
        xml.value("w:szCs", half_points(definition.size))
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
