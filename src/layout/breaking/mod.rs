//! Lines that break alike in Word, in LibreOffice and in the PDF.
//!
//! A word processor breaks a line where its own widths, gaps and rules say; they differ a little. A
//! [`Profile`](profile::Profile) states one of them. A line is *locked* where every profile breaks it at the same
//! character, whatever the others do; [`lock`] finds lines that are, at the grid's tracking wherever it can, else at
//! one near to it. Such a line becomes a run with its own spacing in Word's file.

pub mod character;
mod closing_up;
mod line;
pub mod measure;
mod national;
mod paragraph;
mod profile;
mod rules;
pub mod spread;
mod terms;
mod unicode;

pub use closing_up::{ClosedUp, close_up};
pub use line::FARTHEST;
pub use terms::{Break, Measure};

use measure::Cell;

/// Breaks a paragraph into lines.
#[must_use]
pub fn lock(cells: &[Cell], measure: Measure) -> Vec<Break> {
    paragraph::lock(cells, measure)
}
