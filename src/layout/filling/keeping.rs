//! What has to stand on one page with what, and how high it is.

use super::super::galley::{Element, Paragraph, Table};
use super::super::unit::Twip;

/// The height of an element that keeps with the next, and of all that it keeps with.
pub fn kept(elements: &[Element], at: usize) -> Twip {
    match elements.get(at) {
        Some(Element::Paragraph(paragraph)) if paragraph.keep_next => {
            Twip(height(paragraph).0.saturating_add(first_of(elements, at + 1).0))
        }
        Some(Element::Blank(blank)) if blank.keep_next => Twip(blank.height.0 + first_of(elements, at + 1).0),
        _ => Twip(0),
    }
}

/// Whether what stands from `at` on is a table, or keeps with one.
pub fn kept_with_table(elements: &[Element], at: usize) -> bool {
    match elements.get(at) {
        Some(Element::Table(_)) => true,
        Some(Element::Paragraph(paragraph)) => paragraph.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Blank(blank)) => blank.keep_next && kept_with_table(elements, at + 1),
        Some(Element::Section(_)) | None => false,
    }
}

/// What of an element has to stand on the page of the one before it.
pub fn first_of(elements: &[Element], at: usize) -> Twip {
    match elements.get(at) {
        Some(Element::Blank(blank)) if !blank.keep_next => blank.height,
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_lines => paragraph.line_height(0),
        Some(Element::Paragraph(paragraph)) if !paragraph.keep_next => height(paragraph),
        Some(Element::Table(table)) => beginning(table),
        Some(Element::Section(_)) | None => Twip(0),
        Some(_) => kept(elements, at),
    }
}

/// The head of a table, and the first row behind it, with which it has to stand.
pub fn beginning(table: &Table) -> Twip {
    Twip(table.rows.iter().take(table.header_rows + 1).map(|row| row.least().0).sum())
}

pub fn height(paragraph: &Paragraph) -> Twip {
    lines_height(paragraph, 0)
}

/// The height of a paragraph's lines from `first` on.
pub fn lines_height(paragraph: &Paragraph, first: usize) -> Twip {
    Twip((first..paragraph.lines.len()).map(|line| paragraph.line_height(line).0).sum())
}
