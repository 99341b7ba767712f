//! From elements to pages: fills pages with lines, adds what the 版记 needs, and has everything placed.

use std::sync::Arc;

use super::filling::Flow;
use super::fonts::Fonts;
use super::galley::{Blank, Element, Galley, Page, Section};
use super::placing::Placer;
use super::sheet::Grid;
use super::unit::{Mm, Twip};
use crate::document::{Engine, Form, Origin};

/// 版记 stands at least so far below the text.
const ABOVE_IMPRINT: Mm = Mm(3.0);

/// Makes a galley's pages of what they were filled with.
pub fn place(galley: &mut Galley, flow: &Flow, fonts: &Fonts) {
    let page_number = galley.origins.add(&Arc::new(Origin::Engine(Engine::PageNumber)));
    let mut placer = Placer::new(galley, page_number, fonts);
    for (at, spot) in flow.spots.iter().enumerate() {
        let next = flow.spots.get(at + 1);
        let is_last = next.is_none_or(|next| (next.element, next.page) != (spot.element, spot.page));
        placer.spot(spot, is_last, flow);
    }
    placer.fixed(flow.pages.len().saturating_sub(1));
    let mut pages = Vec::new();
    for (at, leaf) in flow.pages.iter().enumerate() {
        let mut drawn = placer.take(at);
        drawn.sort_by_key(|thing| thing.part.order());
        if leaf.section.numbered && !(at == 0 && galley.form == Form::Letter) {
            drawn.push(placer.number(at + 1, leaf.section.landscape));
        }
        pages.push(Page { landscape: leaf.section.landscape, drawn });
    }
    galley.pages = pages;
}

/// Fills pages with the elements, adding what sections the 版记 needs, and settles what of these depends on how the pages came
/// out.
pub fn fill(galley: &mut Galley, both_sides: bool) -> Flow {
    let grid = Grid { margins: galley.margins, pitch: galley.pitch };
    let mut imprint = galley.elements.iter().position(Element::is_of_imprint).unwrap_or(galley.elements.len());
    let mut flow = Flow::new(grid);
    flow.put(&galley.elements[..imprint], 0);
    if let Some(at) = table_before_signature(&flow, &galley.elements) {
        imprint += give_rows_to_signature(&mut galley.elements, at);
        flow = Flow::new(grid);
        flow.put(&galley.elements[..imprint], 0);
    }
    settle(&mut galley.elements, &flow);
    if imprint < galley.elements.len() {
        let added = room_for_imprint(&flow, &galley.elements[imprint..], both_sides);
        galley.elements.splice(imprint..imprint, added);
        flow.put(&galley.elements, imprint);
    }
    flow
}

/// The table that ends the text, where the signature stands on the page behind it.
fn table_before_signature(flow: &Flow, elements: &[Element]) -> Option<usize> {
    let signature = elements.iter().position(Element::is_of_signature)?;
    let at = elements[..signature].iter().rposition(|element| !matches!(element, Element::Blank(_)))?;
    let is_parted_from_signature = flow.last_page_of(at) != flow.last_page_of(signature);
    (matches!(elements[at], Element::Table(_)) && is_parted_from_signature).then_some(at)
}

/// Has a signature not stand alone behind a table (7.3.5.4): the table in two, so that its last row, under a head of its own,
/// stands with it; one of two rows moves to its page as a whole, if other text stays. Returns by how many there are more
/// elements.
fn give_rows_to_signature(elements: &mut Vec<Element>, at: usize) -> usize {
    let Element::Table(table) = &elements[at] else { return 0 };
    let first = first_kept_with(elements, at);
    let is_short = table.rows.len() <= table.header_rows + 2 && !table.rows.iter().any(|row| row.breaks);
    if is_short && elements[..first].iter().any(Element::is_body) {
        match &mut elements[first] {
            Element::Paragraph(paragraph) => paragraph.new_page = true,
            Element::Table(table) => table.new_page = true,
            Element::Chart(_) | Element::Blank(_) | Element::Section(_) => {}
        }
        return 0;
    }
    let Some((before, last)) = table.parted() else { return 0 };
    elements.splice(at..=at, [Element::Table(before), Element::Table(last)]);
    1
}

/// The first of the paragraphs that are kept with an element: its heading, its caption; else itself.
fn first_kept_with(elements: &[Element], at: usize) -> usize {
    let kept = elements[..at].iter().rev();
    let kept = kept.take_while(|element| matches!(element, Element::Paragraph(paragraph) if paragraph.keep_next));
    at - kept.count()
}

/// Changes elements as the pages made it necessary.
fn settle(elements: &mut [Element], flow: &Flow) {
    for at in &flow.begun {
        match &mut elements[*at] {
            Element::Paragraph(paragraph) => paragraph.new_page = true,
            Element::Table(table) => table.new_page = true,
            Element::Chart(_) | Element::Blank(_) | Element::Section(_) => {}
        }
    }
    for at in &flow.dropped {
        if let Element::Blank(blank) = &mut elements[*at] {
            blank.height = Twip(0);
        }
    }
    // A long paragraph needs to be kept only where its signature would else stand alone.
    for (at, element) in elements.iter_mut().enumerate() {
        if let Element::Paragraph(paragraph) = element
            && !paragraph.keep_lines
        {
            paragraph.keep_next &= flow.carried.contains(&at);
        }
    }
}

/// The sections that put the 版记 on a page with room for it: the last page of text, or the next, or, where both sides
/// are printed, the next even one (7.4). A page that it does not share with text follows a blank one without number, and
/// has none itself (7.5).
fn room_for_imprint(flow: &Flow, imprint: &[Element], both_sides: bool) -> Vec<Element> {
    let top = imprint.iter().filter_map(fixed_top).fold(f64::INFINITY, f64::min);
    let leaf = flow.leaf();
    let fits = !leaf.section.landscape && leaf.sheet.place(flow.down).0 + ABOVE_IMPRINT.pt().0 <= top;
    let is_on_even_page = flow.pages.len().is_multiple_of(2);
    if fits && (!both_sides || is_on_even_page) {
        return Vec::new();
    }
    if !both_sides || !is_on_even_page {
        return vec![Element::Section(Section::default())];
    }
    let unnumbered = Element::Section(Section { landscape: false, numbered: false });
    let blank = Element::Blank(Blank { height: leaf.sheet.pitch, keep_next: false });
    vec![unnumbered.clone(), blank, unnumbered]
}

/// Where a paragraph at a fixed place begins on the sheet, the rule above it included, in points.
fn fixed_top(element: &Element) -> Option<f64> {
    let Element::Paragraph(paragraph) = element else { return None };
    Some(paragraph.fixed?.top.0 - paragraph.above.map_or(0.0, |rule| rule.height().0))
}
