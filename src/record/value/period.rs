//! 周期: from one day to another, both included, typed `{ 起: 2021-01-08, 止: 2021-01-14 }`.

use super::{Date, Wrong};
use crate::record::catalogue::{Content, Described, Scalar, Shape};
use crate::source::Spanned;
use crate::yaml::tree::Node;
use crate::yaml::{Decode, Problems};
use std::fmt;

/// The start is not after the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    start: Spanned<Date>,
    end: Spanned<Date>,
}

crate::record! {
    struct Typed {
        /// 第一天
        "起" => start as _: Spanned<Date>,
        /// 最后一天
        "止" => end as _: Spanned<Date>,
    }
}

impl Period {
    /// The keys as they are typed, each with what it means.
    pub const KEYS: &'static [(&'static str, &'static str)] = Typed::KEYS;

    pub fn new(start: Spanned<Date>, end: Spanned<Date>) -> Result<Self, Wrong> {
        if *start > *end {
            return Err(
                Wrong::new(format!("周期的起（{start}）在止（{end}）之后")).help("请核对起止两个日期，是不是写反了")
            );
        }
        Ok(Self { start, end })
    }

    #[must_use]
    pub fn start(&self) -> &Spanned<Date> {
        &self.start
    }

    #[must_use]
    pub fn end(&self) -> &Spanned<Date> {
        &self.end
    }

    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        *self.start <= date && date <= *self.end
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}至{}", self.start, self.end)
    }
}

impl Decode for Period {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Typed { start, end, span } = Typed::decode(node, problems)?;
        let (from, to) = (start.span.clone(), end.span.clone());
        Self::new(start, end).map_err(|wrong| problems.push(wrong.at(&span).and_at(from, "起").and_at(to, "止"))).ok()
    }
}

impl Scalar for Period {
    fn shape() -> Shape {
        Typed::shape()
    }

    fn content(value: &Spanned<Self>) -> Content<'_> {
        Content::Period(&value.start.value, &value.end.value, &value.span)
    }
}
