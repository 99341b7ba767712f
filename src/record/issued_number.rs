//! The document numbers that a week's record states.

use super::notice::Notice;
use super::value::Date;
use super::week::Week;
use crate::source::Spanned;

/// A document number of a paper of the week.
#[derive(Debug, Clone, Copy)]
pub struct IssuedNumber<'a> {
    pub number: &'a Spanned<u32>,
    /// The day by which it belongs to a year: 上报 of a reply, 成文 of any other paper.
    pub date: &'a Spanned<Date>,
    /// The notice that the paper answers, where it answers one.
    pub notice: Option<&'a Notice>,
}

/// The numbers of a week's replies, of its weekly, and of its other papers.
#[must_use]
pub fn issued_numbers(week: &Week) -> Vec<IssuedNumber<'_>> {
    let mut all = Vec::new();
    for notice in week.notices.iter().filter(|notice| !notice.is_open()) {
        if let (Some(number), Some(date)) = (&notice.document_number, &notice.reported) {
            all.push(IssuedNumber { number, date, notice: Some(notice) });
        }
    }
    let of_kinds = week.paper_numbers.iter().flat_map(|(_, numbers)| numbers.all()).map(|(_, number)| number);
    for number in week.document_number.iter().chain(of_kinds) {
        all.push(IssuedNumber { number, date: &week.dated, notice: None });
    }
    all
}
