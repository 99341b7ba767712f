//! 截止1月8日 is said where 截至 is meant: up to a day, not closed on it.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::check::text::confused_words::CONFUSED;
use crate::check::text::passage::Passage;
use crate::diagnostic::Diagnostic;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONFUSED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for date in &passage.dates().dates {
        let at = date.cells.start;
        let opens_clause = at >= 2 && (at == 2 || matches!(line.c(at - 3), '，' | '。' | '；' | '：' | '（'));
        if opens_clause && line.ends(at, "截止") && !line.starts(date.cells.end, "前") {
            let place = line.place(at - 2..at);
            findings.push(
                CONFUSED
                    .finding("「截止」后面接日期，应写「截至」")
                    .at(place.clone(), "")
                    .propose_word("改为", place, "截至"),
            );
        }
    }
}
