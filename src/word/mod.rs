//! A paper as a Word file (Office Open XML, ECMA-376 transitional).
//!
//! docx-rs writes the parts that hold the paper's content: the body, the styles and the footers. What it lacks or
//! puts in the wrong order is mended in one pass over each part (`finish`); the parts that are the same in every
//! file are written here (`package`). Lines are not broken here: the galley's lines are such that every word
//! processor that was measured breaks a paragraph there of itself, at the tracking that each line carries.

mod body;
mod error;
mod finish;
mod font_table;
mod footer;
mod package;
mod properties;
mod schema;
mod styles;

pub use error::WordError;

use crate::layout::Galley;
use crate::layout::fonts::Fonts;

/// The bytes of a .docx file: the same for the same galley, on every machine and day.
///
/// # Errors
/// [`WordError::Character`] where the text, title or author has a character that XML 1.0 forbids (2.2 of its
/// recommendation): it can stand in no Word file, and nothing is ever dropped. The others are faults of this
/// program.
pub fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    package::pack(&[
        (package::DOCUMENT, body::document(galley, fonts)?),
        (package::CORE, properties::core(galley)?),
        (package::FONT_TABLE, font_table::write(galley, fonts)?),
    ])
}
