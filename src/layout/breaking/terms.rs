//! What breaking is given besides the text, and what it gives.

use super::super::unit::Twip;

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
