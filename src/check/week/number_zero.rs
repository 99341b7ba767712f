//! Numbers that no paper has.

use crate::check::subject::{Check, Subject};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static ZERO: Rule = Rule {
    code: "number-zero",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文号」或通报单的「编号」是 0。",
    why: "编号从 1 算起，没有 0 号。",
    example: "文号: 0",
    fix: "填上真正的号。",
};

pub static SUBJECT: Subject = Subject { rules: &[&ZERO], check: Check::Week(check) };

/// Numbers that no paper has.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let notices = || week.notices.iter();
    let own = notices().map(|notice| ("编号", &notice.number));
    let replies = notices().filter_map(|notice| Some(("文号", notice.document_number.as_ref()?)));
    let weekly = week.document_number.iter().map(|number| ("文号", number));
    for (key, number) in own.chain(replies).chain(weekly).filter(|(_, number)| number.value == 0) {
        let finding = ZERO.finding(format!("「{key}」从 1 算起，没有 0 号"));
        findings.push(finding.at(number.span.clone(), "没有这个号").help("填上真正的号"));
    }
}
