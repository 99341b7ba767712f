//! 周期: from one day to another, both included, typed `{ 起: 2021-01-08, 止: 2021-01-14 }`.

use super::days::Days;
use super::{Date, Wrong};
use crate::record::catalogue::{Content, Described, Scalar, Shape};
use crate::source::Spanned;
use crate::yaml::tree::Node;
use crate::yaml::{Decode, Problems};
use std::borrow::Cow;
use std::fmt;

/// The start is not after the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    start: Spanned<Date>,
    end: Spanned<Date>,
    is_cumulative: bool,
}

crate::record! {
    struct Typed {
        /// 第一天
        "起" => start as _: Spanned<Date>,
        /// 最后一天
        "止" => end as _: Spanned<Date>,
        /// 是不是从“起”累计到“止”的一期：下一期从同一天起，到更晚的一天止
        "累计" => cumulative as _: Option<Spanned<bool>>,
    }
}

impl Period {
    /// The keys as they are typed, each with what it means.
    pub const KEYS: &'static [(&'static str, &'static str)] = Typed::KEYS;

    /// # Errors
    /// Where the first day lies behind the last.
    pub fn new(start: Spanned<Date>, end: Spanned<Date>, is_cumulative: bool) -> Result<Self, Wrong> {
        if *start > *end {
            return Err(
                Wrong::new(format!("周期的起（{start}）在止（{end}）之后")).help("请核对起止两个日期，是不是写反了")
            );
        }
        Ok(Self { start, end, is_cumulative })
    }

    #[must_use]
    pub fn start(&self) -> &Spanned<Date> {
        &self.start
    }

    #[must_use]
    pub fn end(&self) -> &Spanned<Date> {
        &self.end
    }

    /// Whether it runs from a fixed day on, and the next one does so from the same day to a later one.
    #[must_use]
    pub fn is_cumulative(&self) -> bool {
        self.is_cumulative
    }

    /// The day whose office, columns and templates hold for its record: the first, of a period since a day the last.
    #[must_use]
    pub fn office_day(&self) -> Date {
        if self.is_cumulative { self.end.value } else { self.start.value }
    }

    /// What a text calls it that tells of it: 本周, 本月. A period that is none of the usual ones is 本期, one since a day is
    /// called by its days.
    #[must_use]
    pub fn this(&self) -> Cow<'static, str> {
        if self.is_cumulative { Cow::Owned(self.days().since()) } else { Cow::Borrowed(self.days().this()) }
    }

    /// What a text calls it that tells of the period right behind: 上周, 上月; one since a day is called by its days.
    #[must_use]
    pub fn previous(&self) -> Cow<'static, str> {
        if self.is_cumulative { self.this() } else { Cow::Borrowed(self.days().previous()) }
    }

    /// What messages call such a period, behind 这, 前 or 上: 一周, 一个月.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        if self.is_cumulative { "一期" } else { self.days().unit() }
    }

    /// What a title calls it: 2026年5月, 2026年1—6月.
    #[must_use]
    pub fn called(&self) -> String {
        if self.is_cumulative { self.days().called_since() } else { self.days().called() }
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
        let Typed { start, end, cumulative, span } = Typed::decode(node, problems)?;
        let (from, to) = (start.span.clone(), end.span.clone());
        let is_cumulative = cumulative.is_some_and(|cumulative| cumulative.value);
        Self::new(start, end, is_cumulative)
            .map_err(|wrong| problems.push(wrong.at(&span).and_at(from, "起").and_at(to, "止")))
            .ok()
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

    fn period(start: &str, end: &str) -> Period {
        let source = Source::new("2021.yaml", "");
        let day = |text| Spanned::new(Date::from_iso(text).unwrap(), Span::new(&source, 0..0));
        Period::new(day(start), day(end), false).unwrap()
    }

    #[test]
    fn a_period_is_called_what_it_is() {
        for (start, end, called, seen_from_the_next) in [
            ("2021-01-08", "2021-01-14", "本周", "上周"),
            ("2021-01-04", "2021-01-08", "本周", "上周"),
            ("2021-02-01", "2021-02-28", "本月", "上月"),
            ("2020-02-01", "2020-02-29", "本月", "上月"),
            ("2020-10-01", "2020-12-31", "本季度", "上季度"),
            ("2020-11-01", "2021-01-31", "本期", "上期"),
            ("2021-01-01", "2021-06-30", "上半年", "上半年"),
            ("2021-07-01", "2021-12-31", "下半年", "上年下半年"),
            ("2021-01-01", "2021-12-31", "本年度", "上年度"),
            ("2021-01-01", "2021-09-30", "本期", "上期"),
            ("2021-01-08", "2021-01-08", "当日", "前一日"),
            ("2021-01-08", "2021-01-21", "本期", "上期"),
        ] {
            let period = period(start, end);
            assert_eq!([period.this(), period.previous()], [called, seen_from_the_next], "{start}");
        }
    }
}
