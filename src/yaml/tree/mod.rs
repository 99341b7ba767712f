//! Text → tree: YAML as it was typed, every node with its place, scalars as text.
//!
//! Scalars stay the text that stands in the file (`42565.00` is never a float, `2021-01-08` never a timestamp); what
//! it means is for the type that decodes it. Why the events of granit-parser and no deserialiser:
//! `docs/decisions/0001-yaml-reader.md`.

mod build;
mod clue;
mod error;
mod fold;
mod node;
mod outline;
mod persons;
mod tabs;

pub use node::{Kind, Node};
pub use persons::{gather_persons, note_all};

use super::keys::IsKey;
use super::problems::Problems;
use crate::source::Source;
use std::sync::Arc;

/// The one document in `source`. `None` if it cannot be read to its end; problems that leave the tree whole (a
/// duplicate key) are reported and it is given all the same.
pub fn parse(source: &Arc<Source>, is_key: IsKey, problems: &mut Problems) -> Option<Node> {
    build::document(source, is_key, problems)
}

#[cfg(test)]
mod tests;
