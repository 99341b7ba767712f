//! The kinds of papers that an office makes, among themselves.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

pub(super) static SAME_FILE: Rule = Rule {
    name: "office-kind-clash",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文书」里两种文书的代号会写到同一个文件。",
    why: "后做的一份会盖掉先做的一份。",
    example: "代号 notice 之外又有代号 notice-2",
    mend: "每种文书一个代号，不要只差末尾的数字。",
};

/// No two kinds may write the same file: names differ, and none is another's followed by a number.
pub(super) fn files(office: &Office) -> Vec<Diagnostic> {
    let kinds: Vec<_> = office.papers.iter().flatten().map(|paper| &paper.kind).collect();
    let mut findings = Vec::new();
    for (at, kind) in kinds.iter().enumerate() {
        let clashes = |other: &str| {
            let numbered = |long: &str, short: &str| {
                let number = long.strip_prefix(short).and_then(|rest| rest.strip_prefix('-'));
                number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
            };
            other == kind.value.0 || numbered(other, &kind.value.0) || numbered(&kind.value.0, other)
        };
        if let Some(first) = kinds[..at].iter().find(|earlier| clashes(&earlier.value.0)) {
            findings.push(
                SAME_FILE
                    .finding(format!("代号「{}」会与另一种文书写到同一个文件", kind.value.0))
                    .at(kind.span.clone(), "换一个代号")
                    .and_at(first.span.clone(), "与这一种相混")
                    .help("每种文书一个代号，不要只差末尾的数字"),
            );
        }
    }
    findings
}
