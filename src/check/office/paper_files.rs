//! No two kinds of papers may write the same file.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::file_part::file_part;
use crate::record::office::Office;
use crate::record::paper::PaperKind;
use crate::record::per::PerWhat;

static SAME_FILE: Rule = Rule {
    code: "office-kind-clash",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文书」里两种文书的代号会写到同一个文件。",
    why: "后做的一份会盖掉先做的一份。",
    example: "代号 notice 之外又有代号 notice-2",
    fix: "每种文书一个代号，不要只差末尾的数字。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SAME_FILE], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for (at, paper) in office.papers.iter().enumerate() {
        let kind = &paper.kind;
        let mut earlier = office.papers.iter().take(at);
        let first = earlier.find(|earlier| {
            have_one_file(&earlier.kind.value.0, &kind.value.0)
                || is_to_a_subject(office, earlier, paper)
                || is_to_a_subject(office, paper, earlier)
        });
        if let Some(PaperKind { kind: first, .. }) = first {
            findings.push(
                SAME_FILE
                    .finding(format!("代号「{}」会与另一种文书写到同一个文件", kind.value.0))
                    .at(kind.span.clone(), "换一个代号")
                    .and_at(first.span.clone(), "与这一种相混")
                    .help("每种文书一个代号，不要只差末尾的数字"),
            );
        }
    }
}

/// Whether two kinds are of one name, or one is the other's followed by numbers, as papers on notices are named:
/// `notice-6`, and `notice-6-2` where another sender's has that number too.
fn have_one_file(one: &str, other: &str) -> bool {
    one == other || is_numbered(one, other) || is_numbered(other, one)
}

/// Whether papers of the kind `other` are called as one of `kind` to a unit, or about an item.
fn is_to_a_subject(office: &Office, kind: &PaperKind, other: &PaperKind) -> bool {
    let behind = other.kind.value.0.strip_prefix(&*kind.kind.value.0).and_then(|rest| rest.strip_prefix('-'));
    let Some(behind) = behind else { return false };
    if !kind.is_per(PerWhat::SilentUnit) {
        // What items of ledgers are called is known in no office.
        return kind.per_item().is_some();
    }
    office.members.iter().any(|member| behind.starts_with(&file_part(&member.value).to_lowercase()))
}

fn is_numbered(long: &str, short: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = long.strip_prefix(short).and_then(|rest| rest.strip_prefix('-'));
    numbers.is_some_and(|numbers| numbers.split('-').all(is_number))
}
