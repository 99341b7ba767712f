//! A galley as PDF.

use std::fmt;
use std::path::PathBuf;

use crate::layout::Galley;
use crate::layout::fonts::Fonts;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// This font file cannot be read, or is no font.
    Font { path: PathBuf, index: u32 },
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font { path, index } => write!(f, "字体文件无法使用：{}（第{}个字形）", path.display(), index + 1),
        }
    }
}

impl std::error::Error for PdfError {}

/// The paper as a PDF file.
pub fn write(_galley: &Galley, _fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    Ok(Vec::new())
}
