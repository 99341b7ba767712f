//! Lines that break alike in Word, in LibreOffice and in the PDF.
//!
//! A word processor breaks a line where its own widths, gaps and rules say; they differ a little. A
//! [`Profile`](profile::Profile) states one of them. A line is *locked* where every profile breaks it at the same
//! character, whatever the others do; [`lock`] finds lines that are, at the grid's tracking wherever it can, else at
//! one near to it. Such a line becomes a run with its own spacing in Word's file.

pub mod character;
mod line;
pub mod measure;
mod paragraph;
mod profile;
mod rules;
pub mod spread;
mod unicode;

pub use line::FARTHEST;

use super::unit::Twip;
use measure::Cell;

/// Where a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Index of the first character of the next line.
    pub end: usize,
    pub tracking: Twip,
    /// No tracking makes the profiles agree. The line fits by all of them: a break at its end (`<w:br/>`, behind which
    /// both Word and LibreOffice justify) holds it.
    pub fragile: bool,
}

/// The room that a paragraph's lines have, and its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Type size.
    pub em: Twip,
    /// Of every line but the first.
    pub width: Twip,
    /// By how much the first line begins farther right than the others; negative where the others are set in.
    pub first: Twip,
    /// Of every line that needs none of its own.
    pub tracking: Twip,
}

/// Breaks a paragraph into lines.
#[must_use]
pub fn lock(cells: &[Cell], measure: Measure) -> Vec<Break> {
    paragraph::lock(cells, measure)
}
