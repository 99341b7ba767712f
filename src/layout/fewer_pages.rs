//! No page for a signature and a line or three of text, where letters or lines set a little closer save it (字距, 行距:
//! 7.3.5.5).

use super::filling::Flow;
use super::fonts::Fonts;
use super::galley::{CloseSetting, Element, Galley};
use super::missing::MissingGlyph;
use super::paging::{fill, place};
use super::setting::{ClosedParagraph, SetElements, elements};
use super::sheet::Grid;
use crate::document::Document;

/// Text of no more lines than this goes back a page with the signature below it. As many move to a signature's page with it,
/// where that would else stand alone.
const FEW_LINES: usize = 3;

/// Sets a document in finished lines and pages.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn set(document: &Document, fonts: &Fonts) -> Result<Galley, Vec<MissingGlyph>> {
    let usual = Grid::usual(document.printing.margins);
    let SetElements { mut galley, .. } = elements(document, fonts, usual)?;
    let mut flow = fill(&mut galley, document.printing.both_sides);
    if let Some(page) = page_to_save(&galley, &flow) {
        let wanted = Wanted { page, pages: flow.pages.len(), both_sides: document.printing.both_sides };
        for grid in [usual, Grid::close(document.printing.margins)] {
            let elements = elements(document, fonts, grid)?;
            if let Some((closer, pages)) = wanted.closed_up(&elements, grid) {
                (galley, flow) = (closer, pages);
                break;
            }
        }
    }
    place(&mut galley, &flow, fonts);
    Ok(galley)
}

/// The page that ends with the signature, where it has little text above it and is not the first.
fn page_to_save(galley: &Galley, flow: &Flow) -> Option<usize> {
    let signature = galley.elements.iter().position(Element::is_of_signature)?;
    let page = flow.last_page_of(signature).filter(|page| *page > 0)?;
    let above = flow.spots.iter().filter(|spot| spot.page == page && spot.element < signature).count();
    (above <= FEW_LINES).then_some(page)
}

/// What is to come of setting a paper closer.
struct Wanted {
    /// The signature stands before that page,
    page: usize,
    /// and there are fewer pages than so many.
    pages: usize,
    both_sides: bool,
}

impl Wanted {
    /// The paper with as few closed up paragraphs as do.
    fn closed_up(&self, set: &SetElements, grid: Grid) -> Option<(Galley, Flow)> {
        let signature = set.galley.elements.iter().position(Element::is_of_signature)?;
        // What is saved before a section's end saves nothing behind it.
        let sections = |element: &Element| matches!(element, Element::Section(_));
        let start = set.galley.elements[..signature].iter().rposition(sections).unwrap_or(0);
        let closed = set.closed_up(start..signature);
        let is_usual = grid == Grid::usual(grid.margins);
        for paragraphs in usize::from(is_usual)..=closed.len() {
            let mut galley = set.galley.clone();
            for ClosedParagraph { element, paragraph, .. } in &closed[..paragraphs] {
                galley.elements[*element] = Element::Paragraph(paragraph.clone());
            }
            let flow = fill(&mut galley, self.both_sides);
            if self.is_met(&galley, &flow) {
                galley.closed_up = Some(CloseSetting {
                    lines_a_page: grid.lines(),
                    pitch: (!is_usual).then_some(grid.pitch),
                    paragraphs,
                    pages: flow.pages.len(),
                    pages_else: self.pages,
                });
                return Some((galley, flow));
            }
        }
        None
    }

    fn is_met(&self, galley: &Galley, flow: &Flow) -> bool {
        let signature = galley.elements.iter().position(Element::is_of_signature);
        let page = signature.and_then(|signature| flow.last_page_of(signature));
        let stands_earlier = page.is_some_and(|page| page < self.page);
        stands_earlier && flow.pages.len() < self.pages && page_to_save(galley, flow).is_none()
    }
}
