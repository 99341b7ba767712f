//! 发文: the weeklies, the replies, and every other paper that has a 文号.

use std::collections::HashSet;

use super::{Register, RegisteredWeek};
use crate::metrics::is_wanted;
use crate::record::built_in::weekly_kind;
use crate::record::notice::Notice;
use crate::record::paper::PaperKind;
use crate::record::series::Series;
use crate::record::value::Date;
use crate::source::Spanned;

/// A paper that the office has issued.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) struct Outgoing<'a> {
    pub(in crate::compose) registered: RegisteredWeek<'a>,
    pub(in crate::compose) date: &'a Spanned<Date>,
    pub(in crate::compose) number: Option<&'a Spanned<u32>>,
    pub(in crate::compose) paper: SentPaper<'a>,
}

/// Which paper it is.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) enum SentPaper<'a> {
    /// Of which the record has one: with what the office's file says of it, where it says something.
    Weekly(Option<&'a PaperKind>),
    Reply(&'a Notice),
    /// Of 各件文号, to a unit or about an item where it names one.
    Other {
        kind: &'a str,
        written: Option<&'a PaperKind>,
        about: Option<&'a Spanned<String>>,
    },
}

impl Outgoing<'_> {
    /// Its number, and the year to which that belongs.
    pub(super) fn number_in_year(&self) -> Option<(i16, u32)> {
        self.number.map(|number| (self.date.value.year(), number.value))
    }
}

impl<'a> Register<'a> {
    /// All of them, by day, and those of a day by number.
    pub(in crate::compose) fn outgoing(&self) -> Vec<Outgoing<'a>> {
        let mut all: Vec<Outgoing> = self.main().flat_map(replies).collect();
        // The reply to a notice may stand in the month's record too.
        let known: HashSet<(i16, u32)> = all.iter().filter_map(Outgoing::number_in_year).collect();
        for registered in self.weeks.iter().filter(|registered| !registered.is_main()) {
            let is_new = |reply: &Outgoing| reply.number_in_year().is_some_and(|number| !known.contains(&number));
            all.extend(replies(*registered).into_iter().filter(is_new));
        }
        for registered in &self.weeks {
            all.extend(weekly(*registered));
            all.extend(others(*registered));
        }
        all.sort_by_key(|paper| (paper.date.value, paper.number.map(|number| number.value)));
        all
    }
}

fn weekly(registered: RegisteredWeek<'_>) -> Option<Outgoing<'_>> {
    let RegisteredWeek { office, week } = registered;
    let kind = weekly_kind(office, Series::of_period(office, &week.period.value))?;
    let written = office.papers.iter().find(|paper| paper.kind.value.0 == kind);
    let is_made = written.is_none_or(|written| is_wanted(written, office, week));
    let number = week.document_number.as_ref();
    let paper = SentPaper::Weekly(written);
    (is_made || number.is_some()).then_some(Outgoing { registered, date: &week.dated, number, paper })
}

fn replies(registered: RegisteredWeek<'_>) -> Vec<Outgoing<'_>> {
    let mut all = Vec::new();
    for notice in registered.week.notices.iter().filter(|notice| !notice.is_open()) {
        if let Some(date) = &notice.reported {
            let (number, paper) = (notice.document_number.as_ref(), SentPaper::Reply(notice));
            all.push(Outgoing { registered, date, number, paper });
        }
    }
    all
}

fn others(registered: RegisteredWeek<'_>) -> Vec<Outgoing<'_>> {
    let RegisteredWeek { office, week } = registered;
    let mut all = Vec::new();
    for (kind, numbers) in week.paper_numbers.iter() {
        let kind = kind.value.as_str();
        let written = office.papers.iter().find(|paper| paper.kind.value.0 == kind);
        for (about, number) in numbers.all() {
            let paper = SentPaper::Other { kind, written, about };
            all.push(Outgoing { registered, date: &week.dated, number: Some(number), paper });
        }
    }
    all
}
