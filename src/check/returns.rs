//! Returns and refunds among themselves.

use crate::diagnostic::{Code, Diagnostic};
use crate::record::week::Week;

/// No part of the returns is more than all of them.
pub(super) fn counts(week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(returns) = &week.returns else { return };
    let parts = [("满意", &returns.satisfied), ("撤销", &returns.withdrawn), ("推诿诱导", &returns.evasions)];
    for (name, part) in parts.into_iter().filter(|(_, part)| part.value > returns.count.value) {
        findings.push(
            Diagnostic::error(Code::WrongValue, format!("「{name}」{part} 件，比退换货的件数还多"))
                .at(part.span.clone(), "不会超过件数")
                .and_at(returns.count.span.clone(), "一共这么多件")
                .help("核对这两个数"),
        );
    }
}
