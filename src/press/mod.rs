//! A paper composed, set and printed.

mod content;
pub mod hash;
mod paper;

pub use paper::{Set, no_glyph, print, set};
