//! What flows, in order: paragraphs, tables, and the room between them.

use super::super::style::Style;
use super::super::unit::Twip;
use super::chart::Chart;
use super::paragraph::Paragraph;
use super::table::Table;

#[derive(Debug, Clone, PartialEq)]
pub enum Element {
    /// Empty room of an exact height: 空一行, or what lies between elements at fixed heights.
    Blank(Blank),
    Paragraph(Paragraph),
    Table(Table),
    Chart(Chart),
    /// What follows begins a new page in a new section.
    Section(Section),
}

impl Element {
    /// Whether it is a paragraph of the text (正文), no heading.
    #[must_use]
    pub fn is_body(&self) -> bool {
        matches!(self, Self::Paragraph(paragraph) if paragraph.style == Style::Body)
    }

    /// Whether it is a 署名, a stamp or a 成文日期 (7.3.5).
    #[must_use]
    pub fn is_of_signature(&self) -> bool {
        matches!(self, Self::Paragraph(paragraph) if paragraph.style.is_of_signature())
    }

    /// Whether it is a line of the 版记 (7.4).
    #[must_use]
    pub fn is_of_imprint(&self) -> bool {
        matches!(self, Self::Paragraph(paragraph) if paragraph.style.is_of_imprint())
    }
}

/// Room without text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blank {
    pub height: Twip,
    /// Stands on one page with what follows.
    pub keep_next: bool,
}

/// A section's pages. The paper's first section is [`Section::default`] unless its first element says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// A4 turned by 90°: the head of the text stands at the left edge of the sheet, the page number stays where it is
    /// on the sheet (7.5, 9).
    pub landscape: bool,
    /// Its pages carry page numbers; blank pages before the 版记 and that of the 版记 behind them carry none (7.5).
    pub numbered: bool,
}

impl Default for Section {
    fn default() -> Self {
        Self { landscape: false, numbered: true }
    }
}
