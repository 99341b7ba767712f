//! What a lenient reading finds: keys and scalars, and the way to each.

use std::ops::Range;

/// A week nests some 6 levels; what stands deeper than this is passed over.
pub(super) const DEEPEST: usize = 64;

/// A step from a collection into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::editor) enum Step {
    Key(String),
    /// Counted from 0.
    Item(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::editor) enum Role {
    Key,
    Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::editor) enum Style {
    Plain,
    Quoted,
    /// Behind `|` or `>`.
    Block,
}

/// A key or a scalar value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::editor) struct Leaf {
    /// The way to the value; of a key, the way to what stands under it.
    pub(in crate::editor) path: Vec<Step>,
    pub(in crate::editor) role: Role,
    pub(in crate::editor) style: Style,
    /// In bytes, quotes included.
    pub(in crate::editor) range: Range<usize>,
    /// Within `{ }` or `[ ]`.
    pub(in crate::editor) in_flow: bool,
}

impl Leaf {
    /// What it says, quotes left out and lines as they are.
    pub(in crate::editor) fn value<'a>(&self, text: &'a str) -> &'a str {
        let raw = text.get(self.range.clone()).unwrap_or_default();
        match self.style {
            Style::Quoted => raw.trim_matches(['"', '\'']),
            Style::Plain | Style::Block => raw.trim(),
        }
    }

    /// Whether the place lies in it; directly behind it counts too.
    pub(in crate::editor) fn touches(&self, offset: usize) -> bool {
        self.range.start <= offset && offset <= self.range.end
    }
}
