//! 正文 (7.3.3): headings, paragraphs, tables.

use super::Setter;
use super::closing_up::{Closable, is_closable};
use crate::document::{Block, Level, Table, Text};
use crate::layout::breaking::measure::Cell;
use crate::layout::galley::{Element, Paragraph, Section};
use crate::layout::style::Style;

/// A last paragraph of up to so many lines moves to the next page whole with what follows it; of a longer one only the
/// end does. So does that of one that is all of the body, since page 1 must show text (7.3.3).
const LONGEST_KEPT: usize = 3;

impl Setter<'_> {
    pub(super) fn body(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.heading(heading(*level), text),
                Block::Paragraph(text) => {
                    let cells = self.measure(Style::Body.role(), Style::Body.size(), text);
                    self.paragraph(cells);
                }
                Block::Led { level, lead, text } => self.led(heading(*level), lead, text),
                Block::Table(table) if table.landscape => self.turned(table),
                Block::Table(table) => self.table_in_text(table),
                Block::Chart(chart) => self.chart(chart),
            }
        }
    }

    /// A paragraph of the text.
    fn paragraph(&mut self, cells: Vec<Cell>) {
        let paragraph = self.fill_cells(self.styled(Style::Body), &cells);
        let may_close = is_closable(&paragraph.lines);
        self.add(paragraph);
        if may_close {
            let element = self.elements.len() - 1;
            self.closable.push(Closable { element, cells, width: self.sheet.text_width() });
        }
    }

    fn table_in_text(&mut self, table: &Table) {
        // Two tables that touch would be one.
        if matches!(self.elements.last(), Some(Element::Table(_))) {
            self.blank();
        }
        self.table(table);
    }

    /// A heading never ends a page.
    fn heading(&mut self, style: Style, text: &Text) {
        self.add_filled(Paragraph { keep_next: true, keep_lines: true, ..self.styled(style) }, text);
    }

    /// A paragraph that begins with its heading, which is set in the face of headings.
    fn led(&mut self, style: Style, lead: &Text, text: &Text) {
        let mut cells = self.measure(style.role(), Style::Body.size(), lead);
        cells.extend(self.measure(Style::Body.role(), Style::Body.size(), text));
        self.paragraph(cells);
    }

    /// A wide table stands on turned pages of its own; in a 附件 that is turned itself it follows what stands above it.
    fn turned(&mut self, table: &Table) {
        let (upright, turned) = (self.sheet, self.grid.turned());
        if upright == turned {
            self.table_in_text(table);
            return;
        }
        self.section(Section { landscape: true, numbered: true }, turned);
        self.table(table);
        self.section(Section::default(), upright);
    }

    /// Keeps the last element with what is added next: the whole of a short paragraph, or its last lines.
    pub(super) fn keep_last(&mut self) {
        let is_all = self.elements.iter().filter(|element| element.is_body()).count() <= 1;
        if let Some(Element::Paragraph(last)) = self.elements.last_mut() {
            last.keep_next = true;
            last.keep_lines = last.lines.len() <= LONGEST_KEPT && !(is_all && last.lines.len() > 1);
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
