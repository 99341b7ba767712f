//! Days that are written as they are spoken: 9号.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static SPOKEN: Rule = Rule {
    code: "text-date-spoken",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "日期写成口语的「号」，例如 3月9号。",
    why: "公文里的日期写「日」；一处「号」一处「日」更显得没有核过。",
    example: "3月9号",
    fix: "改成「日」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SPOKEN], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for date in &passage.dates().dates {
        let last = date.cells.end.saturating_sub(1);
        if line.c(last) == '号' && !date.is_in_title(line) {
            let place = line.place(last..last + 1);
            findings.push(SPOKEN.finding("日期写成了「号」").at(place.clone(), "").propose_word("改成", place, "日"));
        }
    }
}
