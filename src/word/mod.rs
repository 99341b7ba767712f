//! A paper as a Word file (Office Open XML, ECMA-376 transitional).

mod error;

pub use error::WordError;

use crate::layout::Galley;
use crate::layout::fonts::Fonts;

/// The bytes of a .docx file: the same for the same galley, on every machine and day.
pub fn write(_galley: &Galley, _fonts: &Fonts) -> Result<Vec<u8>, WordError> {
    Ok(Vec::new())
}
