//! Footers: page numbers (7.5), `— 1 —`, to the right on odd pages and to the left on even ones; and what stands at the
//! foot of the first page alone.

use super::context::Context;
use super::error::WordError;
use super::frame::{self, Placed};
use super::package::{R, W};
use super::paragraph;
use super::styles;
use super::table_parts::{grid, padding};
use super::xml::{Attribute, Xml};
use crate::layout::{Align, Mm, Style, Twip, page};

/// The pages that a footer stands on. Word's file has a word for each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pages {
    First,
    Odd,
    Even,
}

impl Pages {
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Odd => "default",
            Self::Even => "even",
        }
    }
}

/// What a footer shows.
pub(super) enum Content<'a> {
    Number,
    /// The number where it stands on the sheet, of a page that lies on its side.
    TurnedNumber,
    /// Nothing but what stands at fixed places of the sheet.
    Fixed(Vec<Placed<'a>>),
}

/// Writes the part of a footer.
pub(super) fn part<'a>(pages: Pages, shown: Content<'a>, context: &mut Context<'a>) -> Result<Vec<u8>, WordError> {
    let namespaces: [Attribute; 2] = [("xmlns:w", &W), ("xmlns:r", &R)];
    Xml::part("w:ftr", &namespaces, |xml| match shown {
        Content::Number => number(xml, pages),
        Content::TurnedNumber => {
            turned(xml, pages)?;
            paragraph::tail(xml, |_| Ok(()))
        }
        Content::Fixed(placed) => {
            for one in placed {
                frame::write(xml, &[one], context)?;
            }
            paragraph::tail(xml, |_| Ok(()))
        }
    })
}

fn number(xml: &mut Xml, pages: Pages) -> Result<(), WordError> {
    xml.open("w:p", &[], |xml| {
        xml.open("w:pPr", &[], |xml| {
            xml.value("w:pStyle", Style::PageNumber.definition().id)?;
            if pages == Pages::Even {
                styles::indent(xml, page::SMALL_CHARACTER, Twip(0), Twip(0))?;
                xml.value("w:jc", styles::alignment(Align::Left))?;
            }
            Ok(())
        })?;
        plain(xml, "— ")?;
        character(xml, "begin")?;
        run(xml, |xml| xml.text("w:instrText", &[("xml:space", &"preserve")], " PAGE "))?;
        character(xml, "separate")?;
        run(xml, |xml| xml.text("w:t", &[], "1"))?;
        character(xml, "end")?;
        plain(xml, " —")
    })
}

fn plain(xml: &mut Xml, text: &str) -> Result<(), WordError> {
    run(xml, |xml| {
        xml.open("w:rPr", &[], |xml| xml.leaf("w:rFonts", &[("w:hint", &"eastAsia")]))?;
        xml.text("w:t", &[("xml:space", &"preserve")], text)
    })
}

fn character(xml: &mut Xml, kind: &str) -> Result<(), WordError> {
    run(xml, |xml| xml.leaf("w:fldChar", &[("w:fldCharType", &kind)]))
}

fn run(xml: &mut Xml, content: impl FnOnce(&mut Xml) -> Result<(), WordError>) -> Result<(), WordError> {
    xml.open("w:r", &[], content)
}

/// The dash of a page number: 7 mm below the text area (7.5), from the sheet's bottom edge.
const DASH: Mm = Mm(page::HEIGHT.0 - page::PAGE_NUMBER.0);

/// So far to the right of the line's middle LibreOffice sets the dash of a turned line. Measured.
const FROM_MIDDLE: Twip = Twip(14);

/// The number's line turned clockwise by 90°, along the page's left edge, which is the sheet's bottom.
fn turned(xml: &mut Xml, pages: Pages) -> Result<(), WordError> {
    let width = page::SMALL_CHARACTER;
    let left = Twip(DASH.pt().twip().0 - width.0 / 2 + FROM_MIDDLE.0);
    xml.open("w:tbl", &[], |xml| {
        xml.open("w:tblPr", &[], |xml| {
            let place: [Attribute; 6] = [
                ("w:leftFromText", &0),
                ("w:rightFromText", &0),
                ("w:vertAnchor", &"page"),
                ("w:horzAnchor", &"page"),
                ("w:tblpX", &left.0),
                ("w:tblpY", &page::LEFT.pt().twip().0),
            ];
            xml.leaf("w:tblpPr", &place)?;
            xml.leaf("w:tblW", &[("w:w", &width.0), ("w:type", &"dxa")])?;
            xml.leaf("w:tblLayout", &[("w:type", &"fixed")])?;
            padding(xml, Twip(0))
        })?;
        grid(xml, &[width])?;
        xml.open("w:tr", &[], |xml| {
            xml.open("w:trPr", &[], |xml| {
                xml.flag("w:cantSplit")?;
                xml.leaf("w:trHeight", &[("w:val", &page::TEXT_WIDTH.pt().twip().0), ("w:hRule", &"atLeast")])
            })?;
            xml.open("w:tc", &[], |xml| {
                xml.open("w:tcPr", &[], |xml| {
                    xml.leaf("w:tcW", &[("w:w", &width.0), ("w:type", &"dxa")])?;
                    xml.value("w:textDirection", "tbRl")
                })?;
                number(xml, pages)
            })
        })
    })
}
