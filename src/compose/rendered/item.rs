//! Values in the YAML that a template prints: marked strings.

use std::ops::Range;
use std::str::FromStr;

use crate::compose::mark;
use crate::record::catalogue::{self, Content, Described, Shape, TextKind, Walk};
use crate::record::value::Wrong;
use crate::yaml::Problems;
use crate::yaml::decode::{Decode, list, scalar};
use crate::yaml::tree::{Kind, Node};

/// One value; empty where the template's expressions printed nothing.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) marked: String,
    /// Where it stands in the rendered YAML.
    pub(super) range: Range<usize>,
}

impl Item {
    pub(super) fn is_given(&self) -> bool {
        !mark::is_blank(&self.marked)
    }

    /// What it means, for values that are not printed.
    pub(super) fn parse<T: FromStr<Err = Wrong>>(&self) -> Result<T, Wrong> {
        mark::plain(&self.marked).trim().parse()
    }
}

impl Decode for Item {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let marked = scalar(node, "一段文字", problems)?.to_owned();
        Some(Self { marked, range: node.span.range() })
    }
}

impl Walk for Item {
    /// What a template printed is walked through where it stands in the paper.
    fn content(&self) -> Content<'_> {
        Content::Absent
    }
}

impl Described for Item {
    fn shape() -> Shape {
        Shape::Value(catalogue::Kind::Text(TextKind::Plain))
    }
}

/// One value or a list of them, without those that are empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Decode for Items {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let nodes = match &node.kind {
            Kind::List(_) => list(node, problems)?,
            _ => std::slice::from_ref(node),
        };
        let filled = nodes.iter().filter(|node| !matches!(node.kind, Kind::Null));
        // All are looked at before the first that is wrong ends it, so that all are reported.
        let items: Vec<Option<Item>> = filled.map(|node| Item::decode(node, problems)).collect();
        let decoded = items.into_iter().collect::<Option<Vec<Item>>>()?;
        Some(Self(decoded.into_iter().filter(Item::is_given).collect()))
    }
}

impl Walk for Items {
    fn content(&self) -> Content<'_> {
        Content::Absent
    }
}

impl Described for Items {
    fn shape() -> Shape {
        Item::shape().or(Vec::<Item>::shape())
    }
}

/// `是` or `否`.
pub(super) struct YesNo(pub(super) bool);

impl FromStr for YesNo {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "是" | "true" => Ok(Self(true)),
            "否" | "false" => Ok(Self(false)),
            _ => Err(Wrong::new("这里只能写「是」或「否」").help("写 是 或 否")),
        }
    }
}
