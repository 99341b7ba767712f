//! A reading of YAML that never fails: what is typed where, also while half of it is not typed yet.
//!
//! The parser of `record` refuses a text with a slip in it; whoever is typing has one on most keystrokes. This
//! reading goes by lines and indentation, forgives what it does not understand, and knows no types.

mod block;
mod flow;
mod leaf;
mod text;

pub(super) use block::read_leniently;
pub(super) use leaf::{Leaf, Role, Step, Style};
