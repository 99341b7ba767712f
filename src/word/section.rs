//! Sections: the page, its margins, its grid and its footers.

use super::WordError;
use super::context::Context;
use super::footer::{self, Content, Pages};
use super::frame::Placed;
use super::xml::{Attribute, Xml};
use crate::document::Margins;
use crate::layout::{Mm, Section, Twip, page};

/// The edges of the lines, which are not those of the ink that the standard measures, in twips.
struct Edges {
    top: i32,
    right: i32,
    bottom: i32,
    left: i32,
    /// From the sheet's edge.
    header: i32,
    footer: i32,
}

/// GB/T 33476.2 gives 34.58 and 32.58 mm (1960 and 1847 twips) above and below. Word and LibreOffice set the baseline at
/// 4/5 of an exact line: with those, first lines begin near 38 mm, just outside 37 ± 1, and last ones end near 263. Here
/// they stand well within. 22 lines of 592 twips leave 22 twips over: room for a paragraph of 1 pt. Measured.
const INK: Edges = Edges { top: 1930, right: 1474, bottom: 1862, left: 1588, header: 851, footer: 1430 };
/// 37, 26, 35 and 28 mm, as a clerk reads them in the page set-up.
const PAGE_SETUP: Edges = Edges { top: 2098, right: 1474, bottom: 1984, left: 1588, header: 851, footer: 1430 };
/// The sheet's left edge, 订口, is the page's top, its bottom the page's left edge; nothing stands in the footer's own
/// place.
const LANDSCAPE: Edges = Edges { top: 1588, right: 2098, bottom: 1474, left: 1984, header: 851, footer: 851 };

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
    let twips = |length: Mm| length.pt().twip().0;
    let (width, height) = (twips(page::WIDTH), twips(page::HEIGHT));
    if section.landscape {
        xml.leaf("w:pgSz", &[("w:w", &height), ("w:h", &width), ("w:orient", &"landscape")])?;
    } else {
        xml.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
    }
    let edges = if section.landscape { LANDSCAPE } else { upright(margins) };
    let attributes: [Attribute; 7] = [
        ("w:top", &edges.top),
        ("w:right", &edges.right),
        ("w:bottom", &edges.bottom),
        ("w:left", &edges.left),
        ("w:header", &edges.header),
        ("w:footer", &edges.footer),
        ("w:gutter", &0),
    ];
    xml.leaf("w:pgMar", &attributes)
}

fn upright(margins: Margins) -> Edges {
    match margins {
        Margins::Ink => INK,
        Margins::PageSetup => PAGE_SETUP,
    }
}

/// Of the text area of an upright page, from the sheet's edge.
pub(super) fn top(margins: Margins) -> Twip {
    Twip(upright(margins).top)
}
