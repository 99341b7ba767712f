//! A complaint whose notice is closed is most likely closed too.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::referred_complaint::{Found, Referred, referred};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::Status;
use crate::record::notice::{Notice, Related};

static COMPLAINT_OPEN: Rule = Rule {
    code: "notice-complaint-open",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "通报单已经办结，它关联的那件投诉在平台上还在处理。",
    why: "同一件事办完了，平台上多半也该办结了。",
    example: "通报单已经上报，关联的投诉 状态: 处理中",
    fix: "办结了的，把投诉的状态改为「办结」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COMPLAINT_OPEN], check: Check::History(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for Referred { notice, wanted, found } in referred(history) {
        findings.extend(found.and_then(|found| still_open(notice, wanted.related, &found)));
    }
}

fn still_open(notice: &Notice, related: &Related, found: &Found) -> Option<Diagnostic> {
    let status = &found.complaint.status;
    let is_odd = !notice.is_open() && found.is_current && status.value == Status::Open;
    is_odd.then(|| {
        COMPLAINT_OPEN
            .finding("通报单已经办结，它关联的投诉在平台上还在处理")
            .at(related.respondent.span.clone(), "同一件事")
            .and_at(status.span.clone(), "还在处理")
            .help("办结了的，把投诉的「状态」改为「办结」")
    })
}
