//! Numbers that no paper has.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{Span, Spanned};

static ZERO: Rule = Rule {
    code: "number-zero",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文号」或通报单的「编号」是 0。",
    why: "编号从 1 算起，没有 0 号。",
    example: "文号: 0",
    fix: "填上真正的号。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ZERO], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for notice in &view.week.notices {
        findings.extend(zero("编号", notice.number.value.digits(), &notice.number.span));
        findings.extend(notice.document_number.as_ref().and_then(document_number));
    }
    for (_, numbers) in view.week.paper_numbers.iter() {
        findings.extend(numbers.all().into_iter().filter_map(|(_, number)| document_number(number)));
    }
    findings.extend(view.week.document_number.as_ref().and_then(document_number));
}

fn document_number(number: &Spanned<u32>) -> Option<Diagnostic> {
    zero("文号", Some(number.value), &number.span)
}

fn zero(key: &str, number: Option<u32>, place: &Span) -> Option<Diagnostic> {
    let finding = ZERO.finding(format!("「{key}」从 1 算起，没有 0 号"));
    (number == Some(0)).then(|| finding.at(place.clone(), "没有这个号").help("填上真正的号"))
}
