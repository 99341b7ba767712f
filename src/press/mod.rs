//! A paper composed, set and printed.

mod content;
pub mod hash;
mod paper;

pub use paper::{Paper, no_glyph};
