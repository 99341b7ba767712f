//! Numbers in cells of tables that are wider than their cell.

use std::sync::Arc;

use super::element::Element;
use super::paragraph::Paragraph;
use super::{Galley, Table};
use crate::document::Origin;

/// A table that has no room for its numbers: the first that stands on several lines of its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartedNumber {
    pub text: String,
    /// Where it comes from.
    pub origin: Arc<Origin>,
    /// How many numbers of the table are parted.
    pub count: usize,
    /// How many columns its table has, and whether that stands on a turned page.
    pub columns: usize,
    pub is_turned: bool,
}

impl Galley {
    /// The tables whose columns have no room for their numbers.
    #[must_use]
    pub fn parted_numbers(&self) -> Vec<PartedNumber> {
        let mut found = Vec::new();
        let mut is_turned = false;
        for element in &self.elements {
            match element {
                Element::Section(section) => is_turned = section.landscape,
                Element::Table(table) if table.ruled => found.extend(self.parted_in(table, is_turned)),
                Element::Table(_) | Element::Chart(_) | Element::Paragraph(_) | Element::Blank(_) => {}
            }
        }
        found
    }

    fn parted_in(&self, table: &Table, is_turned: bool) -> Option<PartedNumber> {
        let mut first: Option<PartedNumber> = None;
        for paragraph in table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs) {
            let Some((line, text)) =
                (1..paragraph.lines.len()).find_map(|line| Some((line, parted_before(paragraph, line)?)))
            else {
                continue;
            };
            if let Some(first) = &mut first {
                first.count += 1;
                continue;
            }
            let piece = paragraph.lines[line].pieces.first()?;
            let origin = Arc::clone(self.origins.get(piece.origin)?);
            first = Some(PartedNumber { text, origin, count: 1, columns: table.columns.len(), is_turned });
        }
        first
    }
}

/// The number with which a paragraph's line ends and its next one, of that index, begins.
fn parted_before(paragraph: &Paragraph, line: usize) -> Option<String> {
    let (before, behind) = (paragraph.lines[line - 1].text(), paragraph.lines[line].text());
    let head = &before[before.trim_end_matches(is_of_number).len()..];
    let tail = &behind[..behind.len() - behind.trim_start_matches(is_of_number).len()];
    let is_parted = head.ends_with(|c: char| c.is_ascii_digit()) && tail.starts_with(is_of_number)
        || head.ends_with(['.', ',']) && tail.starts_with(|c: char| c.is_ascii_digit());
    (is_parted && head.contains(|c: char| c.is_ascii_digit())).then(|| format!("{head}{tail}"))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || ".,%％‰".contains(c)
}
