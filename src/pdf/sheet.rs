//! A page with what stands on it.

use std::collections::BTreeSet;

/// One page.
pub struct Sheet {
    /// In pt.
    pub width: f32,
    pub height: f32,
    pub content: Vec<u8>,
    /// Which of the paper's fonts and pictures it shows.
    pub fonts: BTreeSet<usize>,
    pub pictures: BTreeSet<usize>,
}
