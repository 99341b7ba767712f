//! The kinds of papers that an office makes, among themselves.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::filing::Retention;
use crate::record::nearest::nearest;
use crate::record::office::Office;

pub(super) static SAME_FILE: Rule = Rule {
    code: "office-kind-clash",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文书」里两种文书的代号会写到同一个文件。",
    why: "后做的一份会盖掉先做的一份。",
    example: "代号 notice 之外又有代号 notice-2",
    fix: "每种文书一个代号，不要只差末尾的数字。",
};

pub(super) static FILED: Rule = Rule {
    code: "office-filing-kind",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「归档」的保管期限里，有这个机构不做的文书。",
    why: "多半是代号打错了：真正要归档的那一种就没有保管期限，编不出档号。",
    example: "保管期限: { weekley: 10年 }",
    fix: "改成「文书」里的代号；没有写「文书」的，是 weekly（周报）和 notice（通报单回复）。",
};

/// The kinds of an office whose file names none.
const DEFAULT: [&str; 2] = ["weekly", "notice"];

/// 保管期限 are given for kinds that the office makes.
pub(super) fn filed(office: &Office) -> Vec<Diagnostic> {
    let Some(Retention::ByKind(periods)) = office.filing.as_ref().map(|filing| &filing.retention) else {
        return Vec::new();
    };
    let own = office.papers.written().map(|papers| papers.iter().map(|paper| paper.kind.value.0.as_str()).collect());
    let kinds: Vec<&str> = own.unwrap_or_else(|| DEFAULT.to_vec());
    let told = periods.iter().filter(|(kind, _)| !kinds.contains(&kind.value.as_str())).map(|(kind, _)| {
        let finding = FILED.finding(format!("没有文书「{kind}」")).at(kind.span.clone(), "不做这一种");
        match nearest(&kind.value, kinds.iter().copied()) {
            Some(guess) => finding.help(format!("是不是想写「{guess}」？有这些文书：{}", kinds.join("、"))),
            None => finding.help(format!("有这些文书：{}", kinds.join("、"))),
        }
    });
    told.collect()
}

/// No two kinds may write the same file: names differ, and none is another's followed by a number.
pub(super) fn files(office: &Office) -> Vec<Diagnostic> {
    let kinds: Vec<_> = office.papers.iter().map(|paper| &paper.kind).collect();
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
