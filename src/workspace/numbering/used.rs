//! Which document numbers an office has used.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::issued_number::issued_numbers;
use crate::record::office_numbers::{SetAsideNumber, set_aside_numbers};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::workspace::OfficeWorkspace;

/// The numbers that an office has used, by 发文代字 and by year: each year begins with 1.
pub(super) struct Used {
    greatest: BTreeMap<(Option<String>, i16), Greatest>,
    /// Numbers that no paper gets.
    set_aside: BTreeSet<(i16, u32)>,
}

/// The greatest number of a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Greatest {
    pub(super) number: u32,
    /// The day of the paper that has it.
    pub(super) date: Date,
}

impl Used {
    pub(super) fn by<'w>(office: &OfficeWorkspace, weeks: impl Iterator<Item = &'w Week>) -> Self {
        let mut used = Self { greatest: BTreeMap::new(), set_aside: BTreeSet::new() };
        for SetAsideNumber { year, number, .. } in set_aside_numbers(&office.generation_at_or_last(None).office) {
            used.set_aside.insert((year, number.value));
        }
        for week in weeks {
            let code = code_of(office, week);
            for issued in issued_numbers(week) {
                used.note(code.clone(), issued.number.value, issued.date.value);
            }
        }
        used
    }

    fn note(&mut self, code: Option<String>, number: u32, date: Date) {
        let greatest = self.greatest.entry((code, date.year())).or_insert(Greatest { number, date });
        if number > greatest.number {
            *greatest = Greatest { number, date };
        }
    }

    pub(super) fn greatest(&self, code: Option<&str>, year: i16) -> Option<Greatest> {
        self.greatest.get(&(code.map(str::to_owned), year)).copied()
    }

    /// The number behind the greatest that is used, but for those that are set aside; `None` where there is none.
    pub(super) fn next(&self, code: Option<&str>, year: i16) -> Option<u32> {
        let mut next = self.greatest(code, year).map_or(0, |greatest| greatest.number).checked_add(1)?;
        while self.set_aside.contains(&(year, next)) {
            next = next.checked_add(1)?;
        }
        Some(next)
    }

    /// A paper of that day gets the number.
    pub(super) fn give(&mut self, code: Option<&str>, number: u32, date: Date) {
        self.note(code.map(str::to_owned), number, date);
    }

    /// The next numbers are kept for other papers.
    pub(super) fn set_aside_next(&mut self, code: Option<&str>, year: i16, count: u16) -> Option<Vec<u32>> {
        let mut numbers = Vec::new();
        for _ in 0..count {
            let next = self.next(code, year)?;
            self.set_aside.insert((year, next));
            numbers.push(next);
        }
        Some(numbers)
    }
}

/// The letters of the office's numbers when the week was made.
pub(super) fn code_of(office: &OfficeWorkspace, week: &Week) -> Option<String> {
    office.generation_for(week).office.document_code.as_ref().map(|code| code.value.clone())
}
