//! No page for a signature and a line or three of text, where letters or lines set a little closer save it (字距, 行距:
//! 7.3.5.5).

use super::filling::Flow;
use super::fonts::Fonts;
use super::galley::{CloseSetting, Element, Galley};
use super::missing::MissingGlyph;
use super::paging::{fill, place};
use super::setting::{ClosedParagraph, SetElements, elements};
use super::sheet::Grid;
use crate::document::{Document, Printing};

/// Text of no more lines than this goes back a page with the signature below it. As many move to a signature's page with it,
/// where that would else stand alone.
const FEW_LINES: usize = 3;

/// Sets a document in finished lines and pages.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn set(document: &Document, fonts: &Fonts) -> Result<Galley, Vec<MissingGlyph>> {
    let Printing { margins, both_sides, fixed_pitch } = document.printing;
    let usual = Grid::usual(margins);
    let mut first = elements(document, fonts, usual)?;
    let mut flow = fill(&mut first.galley, both_sides);
    let mut reached = None;
    if let Some(page) = page_to_save(&first.galley, &flow) {
        let wanted = Wanted { page, pages: flow.pages.len(), both_sides };
        let paragraphs = closed_up(&first);
        let grids = [usual, Grid::close(margins)];
        for grid in grids.into_iter().take(if fixed_pitch { 1 } else { 2 }) {
            let set = elements(document, fonts, grid)?;
            reached = wanted.reached(&set.galley, grid, &paragraphs);
            if reached.is_some() {
                break;
            }
        }
    }
    let mut galley = first.galley;
    if let Some(closer) = reached {
        (galley, flow) = closer;
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

/// The paragraphs before the signature that may take a line less. What is saved before the section in which it stands saves
/// nothing there.
fn closed_up(set: &SetElements) -> Vec<ClosedParagraph> {
    let elements = &set.galley.elements;
    let signature = elements.iter().position(Element::is_of_signature).unwrap_or(0);
    let section = elements[..signature].iter().rposition(|element| matches!(element, Element::Section(_)));
    set.closed_up(&(section.unwrap_or(0)..signature))
}

/// What setting a paper closer has to bring.
struct Wanted {
    /// The page before which the signature is to stand.
    page: usize,
    /// How many pages the paper has else; it is to have fewer.
    pages: usize,
    both_sides: bool,
}

impl Wanted {
    /// The paper on that grid, with as few of the closed up paragraphs as do.
    fn reached(&self, set: &Galley, grid: Grid, closed: &[ClosedParagraph]) -> Option<(Galley, Flow)> {
        let is_usual = grid == Grid::usual(grid.margins);
        let mut chosen: Vec<&ClosedParagraph> = Vec::new();
        let mut reached = if is_usual { None } else { self.filled(set, &chosen) };
        for paragraph in closed {
            if reached.is_some() {
                break;
            }
            chosen.push(paragraph);
            reached = self.filled(set, &chosen);
        }
        let (mut galley, mut flow) = reached?;
        // Lines saved where the next page begins as before save nothing.
        for at in (0..chosen.len()).rev() {
            let without = [&chosen[..at], &chosen[at + 1..]].concat();
            if let Some(filled) = self.filled(set, &without) {
                (galley, flow) = filled;
                chosen = without;
            }
        }
        galley.closed_up = Some(CloseSetting {
            lines_a_page: grid.lines(),
            pitch: (!is_usual).then_some(grid.pitch),
            paragraphs: chosen.len(),
            pages: flow.pages.len(),
            pages_else: self.pages,
        });
        Some((galley, flow))
    }

    /// The paper with these paragraphs closed up, if that is enough.
    fn filled(&self, set: &Galley, closed: &[&ClosedParagraph]) -> Option<(Galley, Flow)> {
        let mut galley = set.clone();
        for ClosedParagraph { element, lines, .. } in closed {
            if let Some(Element::Paragraph(paragraph)) = galley.elements.get_mut(*element) {
                paragraph.lines.clone_from(lines);
            }
        }
        let flow = fill(&mut galley, self.both_sides);
        self.is_met(&galley, &flow).then_some((galley, flow))
    }

    fn is_met(&self, galley: &Galley, flow: &Flow) -> bool {
        let signature = galley.elements.iter().position(Element::is_of_signature);
        let page = signature.and_then(|signature| flow.last_page_of(signature));
        let stands_earlier = page.is_some_and(|page| page < self.page);
        stands_earlier && flow.pages.len() < self.pages && page_to_save(galley, flow).is_none()
    }
}
