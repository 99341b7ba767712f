//! 文号: the numbers of a year in their order, with those that are reserved or void.

use std::collections::BTreeSet;

use super::{Outgoing, Register};
use crate::record::office_numbers::{SetAsideNumber, set_aside_numbers};

/// A document number, and what has it.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) enum RegisteredNumber<'a> {
    Paper(Outgoing<'a>),
    SetAside(SetAsideNumber<'a>),
}

impl RegisteredNumber<'_> {
    /// The year to which it belongs, and the number.
    fn key(&self) -> Option<(i16, u32)> {
        match self {
            Self::Paper(paper) => paper.number_in_year(),
            Self::SetAside(aside) => Some((aside.year, aside.number.value)),
        }
    }
}

impl<'a> Register<'a> {
    /// All of them. Those that are set aside are listed of the years in which the register has records or papers.
    pub(in crate::compose) fn numbers(&self) -> Vec<RegisteredNumber<'a>> {
        let numbered = self.outgoing().into_iter().filter(|paper| paper.number.is_some());
        let mut all: Vec<RegisteredNumber> = numbered.map(RegisteredNumber::Paper).collect();
        let mut years: BTreeSet<i16> = all.iter().filter_map(RegisteredNumber::key).map(|(year, _)| year).collect();
        years.extend(self.weeks.iter().map(|it| it.week.period.value.end().value.year()));
        let aside = self.weeks.last().map_or_else(Vec::new, |last| set_aside_numbers(last.office));
        all.extend(aside.into_iter().filter(|it| years.contains(&it.year)).map(RegisteredNumber::SetAside));
        all.sort_by_key(RegisteredNumber::key);
        all
    }
}
