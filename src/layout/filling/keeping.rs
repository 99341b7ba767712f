//! What has to stand on one page with what, and how high it is.

use super::super::galley::{Element, Paragraph, Table};
use super::super::page;
use super::super::unit::Twip;

/// So much of a page is left for what is kept with a table's beginning: four lines of caption or heading.
const KEPT_ABOVE: Twip = Twip(4 * page::TITLE_PITCH.0);

/// The height of an element that keeps with the next, and of all that it keeps with, on pages with so much `room`.
pub fn kept(elements: &[Element], at: usize, room: Twip) -> Twip {
    match elements.get(at) {
        Some(Element::Paragraph(paragraph)) if paragraph.keep_next => {
            Twip(height(paragraph).0.saturating_add(first_of(elements, at + 1, room).0))
        }
        // A chart stands with its caption, which is below it.
        Some(Element::Chart(chart)) => Twip(chart.height.0 + first_of(elements, at + 1, room).0),
        Some(Element::Blank(blank)) if blank.keep_next => Twip(blank.height.0 + first_of(elements, at + 1, room).0),
        _ => Twip(0),
    }
}

/// Whether what stands from `at` on is a table, or keeps with one.
pub fn kept_with_table(elements: &[Element], at: usize) -> bool {
    match elements.get(at) {
        Some(Element::Table(_)) => true,
        Some(Element::Paragraph(paragraph)) => paragraph.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Blank(blank)) => blank.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Chart(_) | Element::Section(_)) | None => false,
    }
}

/// What of an element has to stand on the page of the one before it.
pub fn first_of(elements: &[Element], at: usize, room: Twip) -> Twip {
    match elements.get(at) {
        Some(Element::Blank(blank)) if !blank.keep_next => blank.height,
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_lines => paragraph.line_height(0),
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_next => height(paragraph),
        Some(Element::Table(table)) => beginning(table, room),
        Some(Element::Section(_)) | None => Twip(0),
        Some(_) => kept(elements, at, room),
    }
}

/// The head of a table and the first two rows behind it, with which it has to stand: where only one row has room, the table
/// begins the next page, and none is split into one row and one. Rows as high as a page part all the same.
pub fn beginning(table: &Table, room: Twip) -> Twip {
    let rows_height = |rows: usize| table.rows.iter().take(table.header_rows + rows).map(|row| row.least().0).sum();
    let two = Twip(rows_height(2));
    if two.0 + KEPT_ABOVE.0 <= room.0 { two } else { Twip(rows_height(1)) }
}

pub fn height(paragraph: &Paragraph) -> Twip {
    lines_height(paragraph, 0)
}

/// The height of a paragraph's lines from `first` on.
pub fn lines_height(paragraph: &Paragraph, first: usize) -> Twip {
    Twip((first..paragraph.lines.len()).map(|line| paragraph.line_height(line).0).sum())
}
