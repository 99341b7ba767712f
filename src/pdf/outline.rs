//! The outline: titles, and below each its headings.

use pdf_writer::{Finish, Pdf, Ref, TextStr};

use super::page::PageTree;
use super::refs::Refs;
use super::structure::Heading;

/// An entry, with those below it.
struct Entry {
    heading: Heading,
    below: Vec<Entry>,
}

/// Writes the outline; `None` where there is nothing to stand in it.
pub fn write(pdf: &mut Pdf, refs: &mut Refs, headings: Vec<Heading>, pages: &PageTree) -> Option<Ref> {
    let entries = nested(headings);
    if entries.is_empty() {
        return None;
    }
    let outline = refs.next();
    let row = write_row(pdf, refs, &entries, outline, pages);
    let mut root = pdf.outline(outline);
    if let (Some(first), Some(last)) = (row.first(), row.last()) {
        root.first(*first).last(*last);
    }
    root.count(open_below(&entries));
    root.finish();
    Some(outline)
}

/// Writes entries that follow each other, each with those below it.
fn write_row(pdf: &mut Pdf, refs: &mut Refs, entries: &[Entry], above: Ref, pages: &PageTree) -> Vec<Ref> {
    let ids: Vec<Ref> = entries.iter().map(|_| refs.next()).collect();
    for (at, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let below = write_row(pdf, refs, &entry.below, *id, pages);
        let mut item = pdf.outline_item(*id);
        item.title(TextStr(&entry.heading.text)).parent(above);
        if let Some(before) = at.checked_sub(1).and_then(|before| ids.get(before)) {
            item.prev(*before);
        }
        if let Some(next) = ids.get(at + 1) {
            item.next(*next);
        }
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            item.first(*first).last(*last).count(open_below(&entry.below));
        }
        if let Some(page) = pages.pages.get(entry.heading.place.page) {
            item.dest().page(*page).xyz(0.0, entry.heading.place.top, Some(0.0));
        }
    }
    ids
}

/// How many entries are seen below: all of them stand open.
fn open_below(entries: &[Entry]) -> i32 {
    entries.iter().fold(0, |count, entry| count + 1 + open_below(&entry.below))
}

/// Each heading below the last before it that is less deep.
fn nested(headings: Vec<Heading>) -> Vec<Entry> {
    let mut roots = Vec::new();
    // The entries that may still get others below them, each deeper than the one before.
    let mut open: Vec<Entry> = Vec::new();
    for heading in headings {
        close(&mut open, heading.depth, &mut roots);
        open.push(Entry { heading, below: Vec::new() });
    }
    close(&mut open, 0, &mut roots);
    roots
}

/// Files away the entries that are not above `depth`.
fn close(open: &mut Vec<Entry>, depth: u16, roots: &mut Vec<Entry>) {
    while let Some(entry) = open.pop_if(|entry| entry.heading.depth >= depth) {
        match open.last_mut() {
            Some(above) => above.below.push(entry),
            None => roots.push(entry),
        }
    }
}
