//! The weeks of an office, in the order of their first days.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;

use super::Checker;

/// A week with its office as it was then.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'a> {
    pub week: &'a Week,
    pub office: &'a Office,
    pub checker: &'a Checker,
}

/// An office's weeks as far as they could be read.
#[derive(Debug)]
pub struct History<'a> {
    /// By first day; of equal ones, in the order of the files.
    pub(super) weeks: Vec<Dated<'a>>,
    /// Whether all of the office's files could be read: where not, nothing can be said to be missing.
    pub(super) complete: bool,
}

impl<'a> History<'a> {
    #[must_use]
    pub fn new(mut weeks: Vec<Dated<'a>>, complete: bool) -> Self {
        weeks.sort_by_key(|dated| dated.week.period.value.start().value);
        Self { weeks, complete }
    }

    pub(super) fn weeks(&self) -> impl Iterator<Item = &'a Week> {
        self.weeks.iter().map(|dated| dated.week)
    }

    /// The office in each of its generations, in the order of time.
    pub(super) fn offices(&self) -> Vec<&'a Office> {
        let mut offices: Vec<&Office> = self.weeks.iter().map(|dated| dated.office).collect();
        offices.dedup_by(|one, other| std::ptr::eq(*one, *other));
        offices
    }

    /// The week in which `date` lies.
    pub(super) fn at(&self, date: Date) -> Option<Dated<'a>> {
        let next = self.weeks.partition_point(|dated| dated.week.period.value.start().value <= date);
        let dated = self.weeks.get(next.checked_sub(1)?)?;
        dated.week.period.value.contains(date).then_some(*dated)
    }

    /// The weeks with their places, but for second files of one week, which are told as such.
    pub(super) fn distinct(&self) -> impl Iterator<Item = (usize, Dated<'a>)> {
        let start = |dated: &Dated| dated.week.period.value.start().value;
        let weeks = self.weeks.iter().copied().enumerate();
        weeks.filter(move |(at, dated)| {
            let before = at.checked_sub(1).and_then(|at| self.weeks.get(at));
            before.is_none_or(|before| start(before) != start(dated))
        })
    }

    /// Each week with the one before it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a Week, &'a Week)> {
        self.pairs_dated().map(|(before, dated)| (before.week, dated.week))
    }

    pub(super) fn pairs_dated(&self) -> impl Iterator<Item = (Dated<'a>, Dated<'a>)> {
        self.weeks.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
    }
}

pub(super) static TWICE: Rule = Rule {
    code: "week-twice",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "两个文件的周期从同一天开始。",
    why: "文书按起始日存放，后做的会盖掉先做的。",
    example: "复制上一周的文件，忘了改「周期」",
    fix: "改正写错的一份的「周期」，或者移走多余的文件。",
};

pub(super) static OVERLAP: Rule = Rule {
    code: "week-overlap",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "两个文件的周期有重叠。",
    why: "同一天的事会报两次，数就多了。",
    example: "上一周止于 2021-01-14，这一周又从 2021-01-14 起",
    fix: "改正写错的「周期」。",
};

/// No two weeks of an office share a day.
pub(super) fn overlaps(history: &History, findings: &mut Vec<Diagnostic>) {
    for (before, week) in history.pairs() {
        let (first, ended, start) = (before.period.value.start(), before.period.value.end(), week.period.value.start());
        if first.value == start.value {
            findings.push(
                TWICE
                    .finding(format!("有两个文件的周期都从 {start} 开始，文书会互相覆盖"))
                    .at(start.span.clone(), "这里又是一份")
                    .and_at(first.span.clone(), "已有一份")
                    .help("改正写错的一份的「周期」，或者移走多余的文件"),
            );
        } else if ended.value >= start.value {
            findings.push(
                OVERLAP
                    .finding(format!("周期从 {start} 开始，前一份却到 {ended} 才止，重叠了"))
                    .at(start.span.clone(), "从这天起")
                    .and_at(ended.span.clone(), "前一份到这天止")
                    .help("改正写错的「周期」"),
            );
        }
    }
}
