//! 周期: from one day to another, both included, typed `{ 起: 2021-01-08, 止: 2021-01-14 }`.

use super::days::{Days, PeriodLength};
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

    /// What a text calls it that tells of it: 本周, 本月. A period that is none of the usual ones is 本期.
    #[must_use]
    pub fn this(&self) -> &'static str {
        let days = self.days();
        match days.length() {
            PeriodLength::Month => "本月",
            PeriodLength::Quarter => "本季度",
            PeriodLength::HalfYear if days.start.month() == 1 => "上半年",
            PeriodLength::HalfYear => "下半年",
            PeriodLength::Year => "本年度",
            PeriodLength::Day => "当日",
            PeriodLength::Days(..=7) => "本周",
            PeriodLength::Days(_) => "本期",
        }
    }

    /// Its days, without where they were typed.
    #[must_use]
    pub fn days(&self) -> Days {
        Days { start: self.start.value, end: self.end.value }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    fn this(start: &str, end: &str) -> &'static str {
        let source = Source::new("2021.yaml", "");
        let day = |text| Spanned::new(Date::from_iso(text).unwrap(), Span::new(&source, 0..0));
        Period::new(day(start), day(end)).unwrap().this()
    }

    #[test]
    fn a_period_is_called_what_it_is() {
        for (start, end, called) in [
            ("2021-01-08", "2021-01-14", "本周"),
            ("2021-01-04", "2021-01-08", "本周"),
            ("2021-02-01", "2021-02-28", "本月"),
            ("2020-02-01", "2020-02-29", "本月"),
            ("2020-10-01", "2020-12-31", "本季度"),
            ("2020-11-01", "2021-01-31", "本期"),
            ("2021-01-01", "2021-06-30", "上半年"),
            ("2021-07-01", "2021-12-31", "下半年"),
            ("2021-01-01", "2021-12-31", "本年度"),
            ("2021-01-01", "2021-09-30", "本期"),
            ("2021-01-08", "2021-01-08", "当日"),
            ("2021-01-08", "2021-01-21", "本期"),
        ] {
            assert_eq!(this(start, end), called, "{start}");
        }
    }
}
