//! A paper composed, set and printed.

mod content;
pub mod hash;
mod paper;
mod tables;

pub use paper::{Paper, no_glyph};
pub use tables::due_with_tables;
