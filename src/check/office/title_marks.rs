//! Registered names of papers, which come to stand in 《》.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::title_marks::{DOUBLE_MARKS, marked};
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::text::Text;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DOUBLE_MARKS], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let outward = office.outward.iter().map(|paper| paper.name.written());
    let inward = office.inward.iter().flat_map(|paper| &paper.names.0).map(Text::written);
    findings.extend(outward.chain(inward).chain([office.weekly_name.written()]).filter_map(marked));
}
