//! Notices that one week leaves open stand in the next.

use std::collections::HashSet;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::notices::described;
use crate::check::shared::wrong_years::wrong_year_of_event;
use crate::check::views::{History, WeekView};
use crate::check::week::event_days::OUTSIDE;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::record::notice_identity::{Identity, identity};
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

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DROPPED, &OUTSIDE], check: Check::History(check) };

/// Open notices that the next week does not have, and notices of an earlier week that the week before did not have.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut before: Option<NoticesOfWeek> = None;
    for (_, view) in history.distinct() {
        let here = NoticesOfWeek::new(view);
        let neighbour = before.filter(|before| before.view.is_followed_by(view.week));
        if let Some(neighbour) = &neighbour {
            dropped(neighbour, &here, findings);
        }
        if history.complete {
            received_earlier(neighbour.as_ref(), view, findings);
        }
        before = Some(here);
    }
}

/// The notices of a week by what tells them apart.
struct NoticesOfWeek<'a> {
    view: WeekView<'a>,
    numbers: HashSet<Identity<'a>>,
}

impl<'a> NoticesOfWeek<'a> {
    fn new(view: WeekView<'a>) -> Self {
        let notices = view.week.notices.iter();
        Self { view, numbers: notices.map(|notice| identity(view.office, notice)).collect() }
    }

    /// Whether a notice, sent to the office as it is in `own`, is among these: in their week the superior may go by
    /// another name.
    fn have(&self, notice: &Notice, own: &Office) -> bool {
        let (from, kind, number) = identity(own, notice);
        let superior = self.view.office.superior.name.value.as_str();
        self.numbers.contains(&(from, kind, number))
            || from == own.superior.name.value && self.numbers.contains(&(superior, kind, number))
    }
}

/// Notices that were open in the week before and do not stand in this one.
fn dropped(before: &NoticesOfWeek, here: &NoticesOfWeek, findings: &mut Vec<Diagnostic>) {
    let [earlier, this] = [before, here].map(|it| it.view.week.period.value.unit());
    for notice in before.view.week.notices.iter().filter(|notice| notice.is_open()) {
        if !here.have(notice, before.view.office) {
            findings.push(
                DROPPED
                    .finding(format!("上{earlier}还在处理的 {}，这{this}没有写到", described(notice)))
                    .at(here.view.week.period.span.first_line(), format!("这{this}没有它"))
                    .and_at(notice.number.span.clone(), format!("上{earlier}还在处理"))
                    .help(format!(
                        "抄到这{this}的「通报单」里：答复了的写上报、文号、下一步，没有答复的仍写「状态: 处理中」"
                    )),
            );
        }
    }
}

/// Notices that came in before their week and that the week before, where its file is there, does not have.
fn received_earlier(before: Option<&NoticesOfWeek>, view: WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { week, office, .. } = view;
    for notice in &week.notices {
        let received = notice.received.value;
        let is_earlier = received < week.period.value.start().value && wrong_year_of_event(week, received).is_none();
        if is_earlier && !before.is_some_and(|before| before.have(notice, office)) {
            findings.push(received_before(week, notice, before.is_some()));
        }
    }
}

/// A notice that came in before its week, and was not open in the week before as far as its file is there.
fn received_before(week: &Week, notice: &Notice, file_is_there: bool) -> Diagnostic {
    let (received, start) = (&notice.received, week.period.value.start());
    let unit = week.period.value.unit();
    let known = if file_is_there { format!("，上{unit}的记录里却没有它") } else { String::new() };
    let mut finding = OUTSIDE
        .finding(format!("收到日期 {received} 在这{unit}（从 {start} 起）之前{known}"))
        .at(received.span.clone(), format!("在这{unit}之前"))
        .and_at(start.span.clone(), format!("这{unit}从这天起"))
        .help(format!("改正日期；确实上{unit}收到的，上{unit}的文件里也要写，并写「状态: 处理中」"));
    if !file_is_there {
        finding.severity = Severity::Advice;
    }
    finding
}
