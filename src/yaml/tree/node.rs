//! A tree's nodes.

use crate::source::{Span, Spanned};

/// A value in the file and its place.
#[derive(Debug, Clone)]
pub struct Node {
    pub kind: Kind,
    /// Exactly the token of a scalar, quotes included; the content lines of a block scalar; from the first key or
    /// hyphen of a block collection to the end of its last value.
    pub span: Span,
}

impl Node {
    /// What stands under a key, where it is a map that has it.
    #[must_use]
    pub fn under(&self, key: &str) -> Option<&Self> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|(known, _)| known.value == key).map(|(_, value)| value)
    }
}

#[derive(Debug, Clone)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// A text, after folding and escapes.
    Scalar {
        text: String,
        /// Written without quotes and not as a block.
        plain: bool,
    },
    List(Vec<Node>),
    /// In the order of the file; of a key that stands twice, the first.
    Map(Vec<(Spanned<String>, Node)>),
}
