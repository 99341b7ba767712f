//! Sections: the page, its margins, its grid and its footers.

use super::context::Context;
use super::error::WordError;
use super::footer::{self, Content, Pages};
use super::frame::Placed;
use super::xml::{Attribute, Xml};
use crate::document::Margins;
use crate::layout::{Section, Sheet};

/// From the sheet's edge to a header, as Word proposes it.
const HEADER: i32 = 851;
/// From the sheet's edge to the foot of the page number's line, a line of 14 pt: its dash stands at y = 269 mm (7.5).
/// Measured. On a turned page the number stands at the side, and this is only to be less than the margin.
const FOOTER: i32 = 1430;
const TURNED_FOOTER: i32 = 851;

/// Writes a section's properties, and its footers as parts of their own. `first` is what its first page has at its
/// foot in place of a number (10.1).
pub(super) fn write<'a>(
    xml: &mut Xml,
    section: Section,
    first: Option<Vec<Placed<'a>>>,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    let mut footers = vec![(Pages::Odd, usual_footer(section)), (Pages::Even, usual_footer(section))];
    let special = first.is_some();
    footers.extend(first.map(|placed| (Pages::First, Content::Fixed(placed))));
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

/// What stands at the foot of a section's pages.
fn usual_footer<'a>(section: Section) -> Content<'a> {
    match section {
        Section { numbered: false, .. } => Content::Fixed(Vec::new()),
        Section { landscape: true, .. } => Content::TurnedNumber,
        Section { .. } => Content::Number,
    }
}

fn page(xml: &mut Xml, section: Section, margins: Margins) -> Result<(), WordError> {
    let (sheet, footer) =
        if section.landscape { (Sheet::turned(margins), TURNED_FOOTER) } else { (Sheet::upright(margins), FOOTER) };
    let mut size: Vec<Attribute> = vec![("w:w", &sheet.width.0), ("w:h", &sheet.height.0)];
    if section.landscape {
        size.push(("w:orient", &"landscape"));
    }
    xml.leaf("w:pgSz", &size)?;
    let edges: [Attribute; 7] = [
        ("w:top", &sheet.top.0),
        ("w:right", &sheet.right.0),
        ("w:bottom", &sheet.bottom.0),
        ("w:left", &sheet.left.0),
        ("w:header", &HEADER),
        ("w:footer", &footer),
        ("w:gutter", &0),
    ];
    xml.leaf("w:pgMar", &edges)
}
