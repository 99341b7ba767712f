//! The outline: titles, and below each its headings.

use krilla::destination::XyzDestination;
use krilla::outline::{Outline, OutlineNode};

use super::structure::{Heading, Structure};

pub fn outline(structure: &Structure) -> Outline {
    let mut outline = Outline::new();
    // The entries that may still get others below them, each deeper than the one before.
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    for heading in structure.headings() {
        close(&mut open, heading.depth, &mut outline);
        open.push((heading.depth, entry(heading)));
    }
    close(&mut open, 0, &mut outline);
    outline
}

fn entry(heading: Heading) -> OutlineNode {
    let place = XyzDestination::new(heading.place.page, heading.place.top);
    OutlineNode::new(heading.text, place).with_open(true)
}

/// Files away the entries that are not above `depth`.
fn close(open: &mut Vec<(u16, OutlineNode)>, depth: u16, outline: &mut Outline) {
    while let Some((_, node)) = open.pop_if(|(own, _)| *own >= depth) {
        match open.last_mut() {
            Some((_, above)) => above.push_child(node),
            None => outline.push_child(node),
        }
    }
}
