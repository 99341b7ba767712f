//! 文号留用, 文号作废: document numbers that no paper of the office's records may have.

use super::catalogue::{Content, Described, Shape, Walk};
use super::value::Year;
use crate::record;
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, Problems};

record! {
    /// Numbers kept for papers that are not made from the office's records.
    pub struct ReservedNumbers {
        /// 哪一年的文号，例如 2026
        "年" => pub year as _: Spanned<Year>,
        /// 一个号，或几个号的列表
        "号" => pub numbers as _: NumberList,
        /// 留给哪一份公文
        "用途" => pub purpose as _: Spanned<String>,
    }
}

record! {
    /// Numbers that were given out and that no paper has.
    pub struct VoidNumbers {
        /// 哪一年的文号，例如 2026
        "年" => pub year as _: Spanned<Year>,
        /// 一个号，或几个号的列表
        "号" => pub numbers as _: NumberList,
        /// 为什么作废
        "理由" => pub reason as _: Spanned<String>,
    }
}

/// One number or several.
#[derive(Debug, Clone)]
pub struct NumberList(pub Vec<Spanned<u32>>);

impl Decode for NumberList {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::decode(node, problems).map(Self),
            _ => Spanned::decode(node, problems).map(|number| Self(vec![number])),
        }
    }
}

impl Walk for NumberList {
    fn content(&self) -> Content<'_> {
        self.0.content()
    }
}

impl Described for NumberList {
    fn shape() -> Shape {
        Spanned::<u32>::shape().or(Vec::<Spanned<u32>>::shape())
    }
}

/// Why no paper of the records has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetAside {
    Reserved,
    Void,
}

impl SetAside {
    /// The key of `office.yaml`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Reserved => "文号留用",
            Self::Void => "文号作废",
        }
    }
}
