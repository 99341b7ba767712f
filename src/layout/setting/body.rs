//! 正文 (7.3.3): headings, paragraphs, tables.

use super::Setter;
use crate::document::{Block, Level, Table, Text};
use crate::layout::galley::{Element, Paragraph, Section, Style};
use crate::layout::page;
use crate::layout::sheet::Sheet;

/// A paragraph that moves to the next page with what follows leaves no more than this many lines empty.
pub(super) const LONGEST_KEPT: usize = 6;

impl Setter<'_> {
    pub(super) fn body(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.heading(heading(*level), text),
                Block::Paragraph(text) => self.text(Style::Body, page::INDENT, text),
                Block::Table(table) if table.landscape => self.turned(table),
                Block::Table(table) => {
                    // Two tables that touch would be one.
                    if matches!(self.elements.last(), Some(Element::Table(_))) {
                        self.blank();
                    }
                    self.table(table);
                }
            }
        }
    }

    /// A heading never ends a page.
    fn heading(&mut self, style: Style, text: &Text) {
        let first = page::INDENT;
        let paragraph = Paragraph { first, keep_next: true, keep_lines: true, ..self.of(style) };
        let paragraph = self.fill(paragraph, text);
        self.add(paragraph);
    }

    /// A wide table stands on turned pages of its own.
    fn turned(&mut self, table: &Table) {
        let (upright, margins) = (self.sheet, self.margins);
        self.section(Section { landscape: true, numbered: true }, Sheet::turned(margins));
        self.table(table);
        self.section(Section::default(), upright);
    }

    /// Keeps the last element with what is added next: the whole of a short paragraph, or its last lines.
    pub(super) fn keep_last(&mut self) {
        if let Some(Element::Paragraph(last)) = self.elements.last_mut() {
            last.keep_next = true;
            last.keep_lines = last.lines.len() <= LONGEST_KEPT;
        }
    }
}

fn heading(level: Level) -> Style {
    match level {
        Level::One => Style::Heading1,
        Level::Two => Style::Heading2,
        Level::Three => Style::Heading3,
        Level::Four => Style::Heading4,
    }
}
