//! 各件文号: the document numbers of a week's papers, kind by kind, where each has its own.

use super::catalogue::{Content, Described, Shape, Walk};
use super::text::Members;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, Problems, Table};

/// By kind the numbers of its papers.
pub type PaperNumbers = Table<NumbersOfKind>;

/// The numbers of a kind's papers.
#[derive(Debug, Clone)]
pub enum NumbersOfKind {
    /// Of the one paper that a week has of it.
    One(Spanned<u32>),
    /// Of each of them, by what it is about: a unit's name.
    Each(Table<Spanned<u32>, Members>),
}

impl NumbersOfKind {
    /// Each number with what its paper is about; `None` for the week.
    #[must_use]
    pub fn all(&self) -> Vec<(Option<&Spanned<String>>, &Spanned<u32>)> {
        match self {
            Self::One(number) => vec![(None, number)],
            Self::Each(numbers) => numbers.iter().map(|(subject, number)| (Some(subject), number)).collect(),
        }
    }
}

impl Decode for NumbersOfKind {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => Table::decode(node, problems).map(Self::Each),
            _ => Spanned::decode(node, problems).map(Self::One),
        }
    }
}

impl Walk for NumbersOfKind {
    fn content(&self) -> Content<'_> {
        match self {
            Self::One(number) => number.content(),
            Self::Each(numbers) => numbers.content(),
        }
    }
}

impl Described for NumbersOfKind {
    fn shape() -> Shape {
        Spanned::<u32>::shape().or(Table::<Spanned<u32>, Members>::shape())
    }
}
