//! Sections: the page, its margins, its grid and its footers.

use super::WordError;
use super::context::Context;
use super::footer::{self, Content, Pages};
use super::frame::Placed;
use super::xml::{Attribute, Xml};
use crate::document::Margins;
use crate::layout::{Section, Sheet, Twip};

/// From the sheet's edge to what stands there, in twips: with the footer at 1430 the page number's dash is at y = 269 mm
/// (7.5). Measured. On a turned page nothing stands in the footer's own place.
const HEADER: i32 = 851;
const FOOTER: i32 = 1430;
const FOOTER_TURNED: i32 = 851;

/// What the first page has at its foot; it then has no number (10.1).
pub(super) struct FirstPage<'a> {
    pub at_foot: Vec<Placed<'a>>,
}

/// Writes a section's properties, and its footers as parts of their own.
pub(super) fn write<'a>(
    xml: &mut Xml,
    section: Section,
    first: Option<FirstPage<'a>>,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    let shown = || match section {
        Section { numbered: false, .. } => Content::Fixed(Vec::new()),
        Section { landscape: true, .. } => Content::TurnedNumber,
        Section { .. } => Content::Number,
    };
    let mut footers = vec![(Pages::Odd, shown()), (Pages::Even, shown())];
    let special = first.is_some();
    footers.extend(first.map(|first| (Pages::First, Content::Fixed(first.at_foot))));
    xml.open("w:sectPr", &[], |xml| {
        for (pages, content) in footers {
            let part = footer::part(pages, content, context)?;
            xml.leaf("w:footerReference", &[("w:type", &pages.name()), ("r:id", &context.footer(part))])?;
        }
        page(xml, section, context.margins)?;
        xml.leaf("w:cols", &[("w:space", &425)])?;
        if special {
            xml.flag("w:titlePg")?;
        }
        // The pitch alone, no grid of lines: all heights are exact, on which Word lets no grid work; LibreOffice does,
        // and centres its grid on the page and moves titles and what follows them onto its lines. Measured.
        xml.leaf("w:docGrid", &[("w:linePitch", &context.pitch.0)])
    })
}

fn page(xml: &mut Xml, section: Section, margins: Margins) -> Result<(), WordError> {
    let sheet = if section.landscape { Sheet::turned(margins) } else { Sheet::upright(margins) };
    let size: [Attribute; 2] = [("w:w", &sheet.width.0), ("w:h", &sheet.height.0)];
    if section.landscape {
        xml.leaf("w:pgSz", &[size[0], size[1], ("w:orient", &"landscape")])?;
    } else {
        xml.leaf("w:pgSz", &size)?;
    }
    let footer = if section.landscape { FOOTER_TURNED } else { FOOTER };
    let attributes: [Attribute; 7] = [
        ("w:top", &sheet.top.0),
        ("w:right", &sheet.right.0),
        ("w:bottom", &sheet.bottom.0),
        ("w:left", &sheet.left.0),
        ("w:header", &HEADER),
        ("w:footer", &footer),
        ("w:gutter", &0),
    ];
    xml.leaf("w:pgMar", &attributes)
}

/// Of the text area of an upright page, from the sheet's edge.
pub(super) fn top(margins: Margins) -> Twip {
    Sheet::upright(margins).top
}
