//! Notices among themselves.

use crate::diagnostic::{Code, Diagnostic};
use crate::record::week::Week;

/// Numbers of notices are unique within a week: two replies of one number would replace each other.
pub(super) fn numbers(week: &Week, findings: &mut Vec<Diagnostic>) {
    let notices = week.notices.as_deref().unwrap_or_default();
    for (at, notice) in notices.iter().enumerate() {
        let number = &notice.number;
        if let Some(first) = notices[..at].iter().find(|earlier| earlier.number.value == number.value) {
            findings.push(
                Diagnostic::error(Code::WrongValue, format!("通报单编号 {number} 写了两次"))
                    .at(number.span.clone(), "又是这个编号")
                    .and_at(first.number.span.clone(), "已有一份")
                    .help("核对通报单原件上的编号"),
            );
        }
    }
}
