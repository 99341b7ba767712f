//! Notices that one week leaves open stand in the next.

use std::collections::HashSet;

use crate::check::shared::days;
use crate::check::shared::notices::sender;
use crate::check::shared::wrong_years::wrong_year_of_event;
use crate::check::subject::{Check, Subject};
use crate::check::views::{History, WeekView};
use crate::check::week::event_days::OUTSIDE;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::record::office::Office;
use crate::record::week::Week;

static DROPPED: Rule = Rule {
    code: "notice-dropped",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "上一周还在处理的通报单，紧接着的这一周没有写到。",
    why: "没有答复的通报单会被忘掉，直到上级来催。",
    example: "上一周 8 号写着 状态: 处理中，这一周没有 8 号",
    fix: "抄到这一周：答复了的写上报、文号、下一步，没有答复的仍写「状态: 处理中」。",
};

pub static SUBJECT: Subject = Subject { rules: &[&DROPPED, &OUTSIDE], check: Check::History(check) };

/// Open notices that the next week does not have, and notices of an earlier week that the week before did not have.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut before: Option<(WeekView, HashSet<(&str, u32)>)> = None;
    for (_, dated) in history.distinct() {
        let WeekView { week, office, .. } = dated;
        let start = week.period.value.start();
        let name = |notice| (sender(office, notice), notice.number.value);
        let here: HashSet<_> = week.notices.iter().map(name).collect();
        let neighbour =
            before.as_ref().filter(|(before, _)| days::later(before.week.period.value.end().value, 1) == start.value);
        let opened = neighbour.into_iter().flat_map(|(before, _)| {
            before.week.notices.iter().map(|notice| (before.office, notice)).filter(|(_, it)| it.is_open())
        });
        for (_, notice) in opened.filter(|(then, notice)| !is_told(notice, then, office, &here)) {
            findings.push(
                DROPPED
                    .finding(format!("上一周还在处理的 {} 号通报单，这一周没有写到", notice.number))
                    .at(week.period.span.first_line(), "这一周没有它")
                    .and_at(notice.number.span.clone(), "上一周还在处理")
                    .help("抄到这一周的「通报单」里：答复了的写上报、文号、下一步，没有答复的仍写「状态: 处理中」"),
            );
        }
        let earlier = week.notices.iter().filter(|notice| notice.received.value < start.value);
        for notice in earlier.filter(|notice| wrong_year_of_event(week, notice.received.value).is_none()) {
            let was_told = |(before, there): &(WeekView, _)| is_told(notice, office, before.office, there);
            if !history.complete || neighbour.is_some_and(was_told) {
                continue;
            }
            findings.push(received_before(week, notice, neighbour.is_some()));
        }
        before = Some((dated, here));
    }
}

/// Whether a notice, sent to the office as it is in `own`, is among those of a week in which it is as in `other`: by
/// then the superior may go by another name.
fn is_told(notice: &Notice, own: &Office, other: &Office, there: &HashSet<(&str, u32)>) -> bool {
    let (from, number) = (sender(own, notice), notice.number.value);
    let superior = other.superior.name.value.as_str();
    there.contains(&(from, number)) || from == own.superior.name.value && there.contains(&(superior, number))
}

/// A notice that came in before its week, and was not open in the week before as far as its file is there.
fn received_before(week: &Week, notice: &Notice, file_is_there: bool) -> Diagnostic {
    let (received, start) = (&notice.received, week.period.value.start());
    let known = if file_is_there { "，上一周的记录里却没有它" } else { "" };
    let mut finding = OUTSIDE
        .finding(format!("收到日期 {received} 在这一周（从 {start} 起）之前{known}"))
        .at(received.span.clone(), "在这一周之前")
        .and_at(start.span.clone(), "这一周从这天起")
        .help("改正日期；确实上一周收到的，上一周的文件里也要写，并写「状态: 处理中」");
    if !file_is_there {
        finding.severity = Severity::Advice;
    }
    finding
}
