//! 数: a figure of a ledger of an office's own.

use super::condition::Condition;
use super::name::OwnName;
use crate::record::catalogue::{Content, Described, Shape, Walk};
use crate::record::compared_with::ComparedWith;
use crate::record::value::Places;
use crate::source::Spanned;
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode, Filled, Problems, nothing_in_it};
use crate::{record, words};

words! {
    /// What is counted.
    pub enum Counted {
        /// 台账里的条数
        "条" => Items,
    }
}

words! {
    /// In what an amount of money is printed.
    pub enum MoneyUnit {
        /// 一元
        "元" => Yuan,
        /// 一万元
        "万元" => TenThousand,
    }
}

record! {
    /// How a figure is made; without 计, 求和, 平均 and 比 it is typed in each period's record.
    pub struct Reckoning {
        /// 名称，文书和模板里这样称它
        "名称" => pub name as _: Spanned<OwnName>,
        /// 数条数
        "计" => pub counted as _: Option<Spanned<Counted>>,
        /// 把哪一栏加起来
        "求和" => pub summed as _: Option<Spanned<OwnName>>,
        /// 求哪一栏的平均
        "平均" => pub averaged as _: Option<Spanned<OwnName>>,
        /// 两个数的名称：前一个占后一个的百分之几
        "比" => pub share as _: Filled<Spanned<OwnName>>,
        /// 只算哪些条：写了这一栏的；或者“栏: 词”，词可以是 有、无
        "当" => pub when as _: Option<Condition>,
        /// 按哪一栏分开算
        "按" => pub by as _: Option<Spanned<OwnName>>,
        /// 周报里和哪一期比：环比、同比
        "对比" => pub compared as _: Filled<Spanned<ComparedWith>>,
        /// 按栏分开的，写 是，周报里印各部分占合计的百分之几
        "占比" => pub shares as _: Option<Spanned<bool>>,
        /// 量词，例如 起、份；金额是 元 或 万元
        "单位" => pub unit as _: Option<Spanned<String>>,
        /// 平均和百分比保留几位小数；不写就按“取舍”
        "小数位" => pub places as _: Option<Spanned<Places>>,
        /// 写 是，小数位不够也补足，例如 66.0%；不写就按“取舍”
        "补零" => pub zeros as _: Option<Spanned<bool>>,
    }
}

/// A figure: how it is made, or its name alone where each period's record says it.
#[derive(Debug, Clone)]
pub struct OwnFigure(pub Reckoning);

impl OwnFigure {
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.0.name.value.text()
    }

    /// Whether it can only be typed.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        let Reckoning { counted, summed, averaged, share, .. } = &self.0;
        counted.is_none() && summed.is_none() && averaged.is_none() && share.is_empty()
    }

    /// Whether each of its parts is told with what it is of all of them, in percent.
    #[must_use]
    pub fn has_shares(&self) -> bool {
        self.0.by.is_some() && self.0.shares.as_ref().is_some_and(|shares| shares.value)
    }

    /// Whether a record may say it: a share follows of the others.
    #[must_use]
    pub fn may_be_typed(&self) -> bool {
        self.0.share.is_empty()
    }
}

/// The names of all columns that one of some figures is made of, those of both figures of a share among them.
#[must_use]
pub fn columns_of<'a>(figures: &'a [OwnFigure], figure: &'a OwnFigure) -> Vec<&'a str> {
    let Reckoning { summed, averaged, by, when, share, .. } = &figure.0;
    let mut columns: Vec<&str> = [summed, averaged, by].into_iter().flatten().map(|it| it.value.text()).collect();
    columns.extend(when.iter().flat_map(Condition::columns).map(|(column, ..)| column));
    let compared = share.iter().filter_map(|part| figures.iter().find(|known| known.name() == part.value.text()));
    // A share of shares is refused, and would not end if it were one of itself.
    for part in compared.filter(|part| part.0.share.is_empty()) {
        columns.extend(columns_of(figures, part));
    }
    columns
}

/// Adds figures of another time.
pub(super) fn add_figures(known: &mut Vec<OwnFigure>, others: &[OwnFigure]) {
    for other in others {
        if known.iter().all(|figure| figure.name() != other.name()) {
            known.push(other.clone());
        }
    }
}

impl Decode for OwnFigure {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if let tree::Kind::Map(entries) = &node.kind {
            // Without a condition, or without a column to part it by, it would be another figure.
            let empty = entries.iter().find(|(_, value)| matches!(value.kind, tree::Kind::Null));
            if let Some((key, _)) = empty {
                problems.push(nothing_in_it(&key.span));
                return None;
            }
            return Reckoning::decode(node, problems).map(Self);
        }
        let name: Spanned<OwnName> = Spanned::decode(node, problems)?;
        let span = name.span.clone();
        Some(Self(Reckoning {
            name,
            counted: None,
            summed: None,
            averaged: None,
            share: Filled::default(),
            when: None,
            by: None,
            compared: Filled::default(),
            shares: None,
            unit: None,
            places: None,
            zeros: None,
            span,
        }))
    }
}

impl Walk for OwnFigure {
    fn content(&self) -> Content<'_> {
        Content::Absent
    }
}

impl Described for OwnFigure {
    fn shape() -> Shape {
        Spanned::<OwnName>::shape().or(Reckoning::shape())
    }
}
