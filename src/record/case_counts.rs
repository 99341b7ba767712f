//! What stands under 查处案件: the cases one by one, how many there are, or that and what came of all of them.

use super::case::Case;
use super::catalogue::{Content, Described, Shape, Walk};
use super::value::Quantity;
use crate::record;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, List, Problems, Table};

/// The cases of a week.
#[derive(Debug, Clone)]
pub enum Cases {
    Listed(Vec<Case>),
    /// How many there were, and nothing more.
    Number(Spanned<u32>),
    Counted(Box<CaseCounts>),
}

record! {
    /// How many cases there were, and what came of them.
    pub struct CaseCounts {
        /// 一共多少起
        "件数" => pub count: Spanned<u32>,
        /// 一共有什么结果，例如 罚没款: 3.2万元
        "结果" => pub results: Table<Spanned<Quantity>>,
        /// 要讲的案件，可以只是其中几起
        "各件" => pub items: List<Case>,
    }
}

impl Cases {
    /// Those that are written one by one: all of them, or some of those that are counted.
    #[must_use]
    pub fn listed(&self) -> &[Case] {
        match self {
            Self::Listed(cases) => cases,
            Self::Number(_) => &[],
            Self::Counted(counts) => &counts.items,
        }
    }

    /// The count with its results, where those are written.
    #[must_use]
    pub fn counts(&self) -> Option<&CaseCounts> {
        match self {
            Self::Counted(counts) => Some(&**counts),
            Self::Listed(_) | Self::Number(_) => None,
        }
    }

    /// How many there are, as a number; `None` where each is listed.
    #[must_use]
    pub fn count(&self) -> Option<&Spanned<u32>> {
        match self {
            Self::Listed(_) => None,
            Self::Number(number) => Some(number),
            Self::Counted(counts) => Some(&counts.count),
        }
    }

    /// How many the listed ones are, each of which may be several.
    #[must_use]
    pub fn number_listed(&self) -> u32 {
        self.listed().iter().map(Case::number).fold(0, u32::saturating_add)
    }

    /// Whether every one of them is listed.
    #[must_use]
    pub fn are_all_listed(&self) -> bool {
        self.count().is_none_or(|count| count.value == self.number_listed())
    }
}

impl Decode for Cases {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Scalar { .. } if node.span.text().starts_with(|c: char| c.is_numeric()) => {
                Spanned::decode(node, problems).map(Self::Number)
            }
            // A case that lacks its hyphen is still one of a list.
            Kind::Map(entries) if !entries.iter().any(|(key, _)| is_of_case(&key.value)) => {
                Box::decode(node, problems).map(Self::Counted)
            }
            _ => Vec::decode(node, problems).map(Self::Listed),
        }
    }
}

/// Whether a key is a case's and no count's.
fn is_of_case(key: &str) -> bool {
    let is_among = |keys: &[(&str, &str)]| keys.iter().any(|(known, _)| *known == key);
    is_among(Case::KEYS) && !is_among(CaseCounts::KEYS)
}

impl Walk for Cases {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Listed(cases) => cases.content(),
            Self::Number(number) => number.content(),
            Self::Counted(counts) => counts.content(),
        }
    }
}

impl Described for Cases {
    fn shape() -> Shape {
        Spanned::<u32>::shape().or(Vec::<Case>::shape().or(CaseCounts::shape()))
    }
}
