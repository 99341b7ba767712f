//! What is recorded one by one, as a number, or as counts with or without those that shall be told.

use std::fmt::Debug;

use super::catalogue::{Content, Described, Shape, Walk};
use crate::source::Spanned;
use crate::yaml::rules::WRONG_TYPE;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::wrong::shown;
use crate::yaml::{Decode, Problems};

/// Counts that may stand in the place of single records.
pub trait Counts: Described {
    /// A single record.
    type Item: Described + Clone + Debug;

    /// The keys that a single record has, and those of the counts.
    const KEYS: [&'static [(&'static str, &'static str)]; 2];

    /// How a number of them is written, and one with more counts.
    const EXAMPLE: &'static str;

    /// How many there are.
    fn count(&self) -> &Spanned<u32>;

    /// Those that are written one by one: all of them, or some.
    fn listed(&self) -> &[Self::Item];

    /// How many a single record stands for.
    fn number(item: &Self::Item) -> u32;
}

/// Records or their counts.
#[derive(Debug, Clone)]
pub enum Recorded<C: Counts> {
    /// One by one: `[]` says that there are none.
    Listed(Vec<C::Item>),
    /// How many there were, and nothing more.
    Number(Spanned<u32>),
    Counted(Box<C>),
}

impl<C: Counts> Recorded<C> {
    /// Those that are written one by one: all of them, or some of those that are counted.
    #[must_use]
    pub fn listed(&self) -> &[C::Item] {
        match self {
            Self::Listed(items) => items,
            Self::Number(_) => &[],
            Self::Counted(counts) => counts.listed(),
        }
    }

    /// The counts, where those are written.
    #[must_use]
    pub fn counts(&self) -> Option<&C> {
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
            Self::Counted(counts) => Some(counts.count()),
        }
    }

    /// How many the listed ones are, each of which may be several.
    #[must_use]
    pub fn number_listed(&self) -> u32 {
        self.listed().iter().map(C::number).fold(0, u32::saturating_add)
    }

    /// Whether every one of them is listed.
    #[must_use]
    pub fn are_all_listed(&self) -> bool {
        self.count().is_none_or(|count| count.value == self.number_listed())
    }
}

impl<C: Counts> Decode for Recorded<C> {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Scalar { .. } if node.span.text().starts_with(|c: char| c.is_numeric()) => {
                Spanned::decode(node, problems).map(Self::Number)
            }
            // A single record that lacks its hyphen is still one of a list.
            Kind::Map(entries) if !entries.iter().any(|(key, _)| is_of_item::<C>(&key.value)) => {
                Box::decode(node, problems).map(Self::Counted)
            }
            Kind::Scalar { text, .. } => {
                let message = format!("「{}」不是件数，也不是各件", shown(text));
                let help = format!("写件数，例如 {}；或者逐件写，每件一行，以「- 」开头；没有就写 0", C::EXAMPLE);
                problems.push(WRONG_TYPE.finding(message).at(node.span.clone(), "认不出").help(help));
                None
            }
            _ => Vec::decode(node, problems).map(Self::Listed),
        }
    }
}

/// Whether a key is a single record's and no count's.
fn is_of_item<C: Counts>(key: &str) -> bool {
    let [of_item, of_counts] = C::KEYS.map(|keys| keys.iter().any(|(known, _)| *known == key));
    of_item && !of_counts
}

impl<C: Counts> Walk for Recorded<C> {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Listed(items) => items.content(),
            Self::Number(number) => number.content(),
            Self::Counted(counts) => counts.content(),
        }
    }
}

impl<C: Counts> Described for Recorded<C> {
    fn shape() -> Shape {
        Spanned::<u32>::shape().or(Vec::<C::Item>::shape().or(C::shape()))
    }
}
