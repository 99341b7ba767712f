//! A paper as a Word file (Office Open XML, ECMA-376 transitional).
//!
//! Lines are not broken here: the galley's lines are such that every word processor that was measured breaks a
//! paragraph there of itself, at the tracking that each line carries; and every line's height is exact, so that it
//! comes to the galley's pages too. Nothing cuts off what somebody types into the file. Elements are written in the schema's order from the start.

mod body;
mod chart;
mod context;
mod error;
mod field;
mod font_table;
mod footer;
mod frame;
mod media;
mod package;
mod paragraph;
mod picture;
mod properties;
mod run;
mod section;
mod styles;
mod table;
mod table_parts;
mod xml;

pub use error::WordError;

use crate::layout::Galley;
use crate::layout::fonts::Fonts;
use context::Context;

/// The bytes of a .docx file: the same for the same galley, on every machine and day.
///
/// # Errors
/// [`WordError::Character`] where the text, title or author has a character that XML 1.0 forbids (2.2 of its
/// recommendation): it can stand in no Word file, and nothing is ever dropped. The other is a fault of this program.
pub fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    let mut context = Context::new(galley, fonts);
    let document = body::part(galley, &mut context)?;
    let parts = package::Parts {
        document,
        styles: styles::part(galley.pitch, &galley.word_fonts)?,
        font_table: font_table::part(galley, fonts)?,
        core: properties::core(galley)?,
        footers: context.footers,
        pictures: context.pictures,
    };
    parts.pack()
}
