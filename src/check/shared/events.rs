//! The events of a week, each with its day.

use super::complaints::all_complaints;
use crate::record::notice::Notice;
use crate::record::value::Date;
use crate::record::week::{Assessment, Week};
use crate::source::Spanned;

/// What it says that an event lies before its week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// A slip, most likely.
    Slip,
    /// It may well be so.
    Possible,
    /// Somebody else looks after it: the order of two days, or what earlier weeks' files say.
    Elsewhere,
}

/// Something that happened, as the week states it, with its day.
#[derive(Debug)]
pub struct Event<'a> {
    pub what: &'static str,
    pub date: &'a Spanned<Date>,
    pub before: Before,
    /// A reply may go out between the week's end and the weekly.
    pub may_follow: bool,
}

/// All of them, in the order of the file's keys.
pub fn events(week: &Week) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    for date in week.listed_cases().filter_map(|case| case.date.as_ref()) {
        events.push(Event::slip_if_before("查处日期", date));
    }
    for notice in &week.notices {
        events.extend(of_notice(notice));
    }
    for reception in &week.receptions {
        events.push(Event::slip_if_before("受理日期", &reception.date));
    }
    for assessment in &week.assessments {
        events.extend(of_assessment(assessment, week.period.value.start().value));
    }
    for (_, complaint) in all_complaints(week) {
        events.extend(complaint.date.as_ref().map(|date| Event::slip_if_before("投诉日期", date)));
    }
    events
}

impl<'a> Event<'a> {
    fn slip_if_before(what: &'static str, date: &'a Spanned<Date>) -> Self {
        Self { what, date, before: Before::Slip, may_follow: false }
    }
}

fn of_notice(notice: &Notice) -> impl Iterator<Item = Event<'_>> {
    let received = &notice.received;
    let reply = notice.reported.as_ref().map(|reported| {
        let before = if reported.value < received.value { Before::Elsewhere } else { Before::Slip };
        Event { what: "上报日期", date: reported, before, may_follow: true }
    });
    let arrival = Event { what: "收到日期", date: received, before: Before::Elsewhere, may_follow: false };
    std::iter::once(arrival).chain(reply)
}

/// An assessment that was answered in the week, which begins on `start`, may have come in earlier.
fn of_assessment(assessment: &Assessment, start: Date) -> [Event<'_>; 2] {
    let (received, answered) = (&assessment.received, &assessment.answered);
    let arrival = if answered.value >= start { Before::Possible } else { Before::Slip };
    let answer = if answered.value < received.value { Before::Elsewhere } else { Before::Slip };
    [
        Event { what: "收到日期", date: received, before: arrival, may_follow: false },
        Event { what: "反馈日期", date: answered, before: answer, may_follow: false },
    ]
}
