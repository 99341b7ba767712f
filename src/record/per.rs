//! 每: what one paper of a kind is made for.

use super::catalogue::{Content, Described, Shape, Walk};
use super::own::{Condition, Ledger, OwnName};
use crate::source::Spanned;
use crate::yaml::tree::{Kind, Node};
use crate::yaml::{Decode, Problems};
use crate::{record, words};

words! {
    /// What one paper of a kind is made for.
    pub enum PerWhat {
        /// 每份记录一份
        "周" => Week,
        /// 每份通报单一份
        "通报单" => Notice,
        /// 每个没有报送全体都要报的文书的成员单位一份
        "未报单位" => SilentUnit,
    }
}

record! {
    /// A paper to each item of a ledger.
    pub struct PerItem {
        /// 台账的名称
        "台账" => pub ledger as _: Spanned<OwnName>,
        /// 哪些条才做：写了一栏的，或者 { 栏: 词 }；不写就条条都做
        "当" => pub when as _: Option<Condition>,
        /// 文件名、各件文号里用哪一栏来称呼一条；不写就用编号的那一栏，没有编号的用次序
        "名" => pub named_by as _: Option<Spanned<OwnName>>,
    }
}

impl PerItem {
    /// The ledger, where it is one of these.
    #[must_use]
    pub fn among<'a>(&self, ledgers: &'a [Ledger]) -> Option<&'a Ledger> {
        ledgers.iter().find(|ledger| ledger.name() == self.ledger.value.text())
    }
}

/// What one paper of a kind is made for, as an office says it.
#[derive(Debug, Clone)]
pub enum Per {
    What(Spanned<PerWhat>),
    Item(PerItem),
}

impl Decode for Per {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Map(_) => PerItem::decode(node, problems).map(Self::Item),
            _ => Spanned::decode(node, problems).map(Self::What),
        }
    }
}

impl Walk for Per {
    fn content(&self) -> Content<'_> {
        match self {
            Self::What(what) => what.content(),
            Self::Item(item) => item.content(),
        }
    }
}

impl Described for Per {
    fn shape() -> Shape {
        Spanned::<PerWhat>::shape().or(PerItem::shape())
    }
}

/// What one paper of a kind is made for, whether the office says it or the program brings the kind along.
#[derive(Debug, Clone, Copy)]
pub enum EachOf<'a> {
    What(PerWhat),
    Item(&'a PerItem),
}
