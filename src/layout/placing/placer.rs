//! What stands on all pages while it is collected, and what those that add to them share.

use super::super::fonts::Fonts;
use super::super::galley::{Drawn, Galley, Ink, Paragraph, Part};
use super::super::origins::OriginId;
use super::covering::Covering;

/// Collects what stands on all pages.
pub struct Placer<'a> {
    pub(super) galley: &'a Galley,
    pub(super) fonts: &'a Fonts,
    pages: Vec<Vec<Drawn>>,
    /// Of the table that is being placed.
    pub(super) covering: Covering,
    /// The origin of page numbers.
    pub(super) page_number: OriginId,
}

/// The part of a line that a paragraph may fill, from the sheet's left edge, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edges {
    pub left: f64,
    pub right: f64,
}

/// Where a paragraph's lines stand: on which page and between which edges, and what they are part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub page: usize,
    pub part: Part,
    pub edges: Edges,
}

impl<'a> Placer<'a> {
    pub fn new(galley: &'a Galley, page_number: OriginId, fonts: &'a Fonts) -> Self {
        Self { galley, fonts, pages: Vec::new(), covering: Covering::default(), page_number }
    }

    /// What stands on a page, which is empty then.
    pub fn take(&mut self, page: usize) -> Vec<Drawn> {
        self.pages.get_mut(page).map(std::mem::take).unwrap_or_default()
    }

    pub(super) fn put(&mut self, page: usize, part: Part, ink: Ink) {
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, Vec::new);
        }
        if let Some(drawn) = self.pages.get_mut(page) {
            drawn.push(Drawn { part, ink });
        }
    }
}

/// The room that the rule above a paragraph takes above its line of that index, in points.
pub(super) fn above_line(paragraph: &Paragraph, line: usize) -> f64 {
    paragraph.above.filter(|_| line == 0).map_or(0.0, |rule| rule.height().0)
}
