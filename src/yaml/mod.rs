//! Bytes → text → tree → whatever a caller's types read from it, every value with its place.
//!
//! Reading reports everything that is wrong with a file at once, in Chinese, at its place. This room knows how files are
//! written and nothing of what they are about.

pub mod adding;
pub mod bytes;
pub mod decode;
pub mod fields;
pub mod further;
mod invisible;
pub mod keys;
mod list;
pub mod nearest;
pub mod problems;
pub mod quoting;
pub mod rules;
mod table;
pub mod tree;
mod utf_32;
pub mod words;
pub mod wrong;

pub use decode::Decode;
pub use list::{Filled, List, nothing_in_it};
pub use problems::Problems;
pub use table::Table;
pub use wrong::Wrong;
