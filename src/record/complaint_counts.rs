//! What stands under a platform in 投诉: single complaints, how many there are, or how many of each sort.

use super::catalogue::{Content, Described, Shape, Walk};
use super::complaint::Complaint;
use crate::record;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, List, Problems};

/// The complaints of one platform.
#[derive(Debug, Clone)]
pub enum PlatformComplaints {
    /// One by one: `[]` says that there are none.
    Listed(Vec<Complaint>),
    /// How many came in, and nothing more.
    Number(Spanned<u32>),
    Counted(Box<ComplaintCounts>),
}

record! {
    /// How many complaints a platform has of each sort; what is not written is not known, and never zero.
    pub struct ComplaintCounts {
        /// 接到多少件；比受理的多时写
        "接到" => pub came_in: Option<Spanned<u32>>,
        /// 受理多少件；总件数、占比都以此为准
        "受理" => pub count: Spanned<u32>,
        /// 接到而不予受理的件数
        "不予受理" => pub refused: Option<Spanned<u32>>,
        /// 受理的里面已经办结的件数
        "办结" => pub closed: Option<Spanned<u32>>,
        /// 受理的里面还在办理的件数
        "在办" => pub open: Option<Spanned<u32>>,
        /// 要逐件讲的投诉，可以只是其中几件
        "各件" => pub complaints: List<Complaint>,
    }
}

impl PlatformComplaints {
    /// Those that are written one by one: all of them, or some of those that are counted.
    #[must_use]
    pub fn listed(&self) -> &[Complaint] {
        match self {
            Self::Listed(complaints) => complaints,
            Self::Number(_) => &[],
            Self::Counted(counts) => &counts.complaints,
        }
    }

    /// The counts of each sort, where those are written.
    #[must_use]
    pub fn counts(&self) -> Option<&ComplaintCounts> {
        match self {
            Self::Counted(counts) => Some(&**counts),
            Self::Listed(_) | Self::Number(_) => None,
        }
    }

    /// How many there are, as a number; `None` where each is listed.
    #[must_use]
    pub fn accepted(&self) -> Option<&Spanned<u32>> {
        match self {
            Self::Listed(_) => None,
            Self::Number(number) => Some(number),
            Self::Counted(counts) => Some(&counts.count),
        }
    }

    /// Whether every one of them is listed.
    #[must_use]
    pub fn are_all_listed(&self) -> bool {
        self.accepted().is_none_or(|accepted| usize::try_from(accepted.value) == Ok(self.listed().len()))
    }
}

impl Decode for PlatformComplaints {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Scalar { .. } if node.span.text().starts_with(|c: char| c.is_numeric()) => {
                Spanned::decode(node, problems).map(Self::Number)
            }
            // A complaint that lacks its hyphen is still one of a list.
            Kind::Map(entries) if !entries.iter().any(|(key, _)| is_of_complaint(&key.value)) => {
                Box::decode(node, problems).map(Self::Counted)
            }
            _ => Vec::decode(node, problems).map(Self::Listed),
        }
    }
}

/// Whether a key is a complaint's and no count's.
fn is_of_complaint(key: &str) -> bool {
    let is_among = |keys: &[(&str, &str)]| keys.iter().any(|(known, _)| *known == key);
    is_among(Complaint::KEYS) && !is_among(ComplaintCounts::KEYS)
}

impl Walk for PlatformComplaints {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Listed(complaints) => complaints.content(),
            Self::Number(number) => number.content(),
            Self::Counted(counts) => counts.content(),
        }
    }
}

impl Described for PlatformComplaints {
    fn shape() -> Shape {
        Spanned::<u32>::shape().or(Vec::<Complaint>::shape().or(ComplaintCounts::shape()))
    }
}
