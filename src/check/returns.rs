//! Returns and refunds among themselves.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::week::Week;

pub(super) static PART_BEYOND_ALL: Rule = Rule {
    name: "returns-part",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "满意、撤销或推诿诱导的件数，比退换货的总件数还多。",
    why: "部分不会多于全部，有一个数是错的。",
    example: "{ 件数: 15, 满意: 16 }",
    mend: "核对这两个数。",
};

/// No part of the returns is more than all of them.
pub(super) fn counts(week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(returns) = &week.returns else { return };
    let parts = [("满意", &returns.satisfied), ("撤销", &returns.withdrawn), ("推诿诱导", &returns.evasions)];
    for (name, part) in parts.into_iter().filter(|(_, part)| part.value > returns.count.value) {
        findings.push(
            PART_BEYOND_ALL
                .finding(format!("「{name}」{part} 件，比退换货的件数还多"))
                .at(part.span.clone(), "不会超过件数")
                .and_at(returns.count.span.clone(), "一共这么多件")
                .help("核对这两个数"),
        );
    }
}
