//! The encoding of a CSV file that is not made.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::format::Format;
use crate::record::office::Office;

static ENCODING_UNUSED: Rule = Rule {
    code: "paper-encoding-unused",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「文书」里一种文书写了「编码」，「格式」里没有 csv。",
    why: "编码只管 CSV 文件；不做 csv，写了也没有用。",
    example: "{ 代号: register, 模板: register, 格式: [xlsx], 编码: GB18030 }",
    fix: "「格式」里加上 csv，或者删掉「编码」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ENCODING_UNUSED], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for paper in &office.papers {
        let has_csv = paper.formats.iter().any(|format| format.value == Format::Csv);
        if let Some(encoding) = paper.encoding.as_ref().filter(|_| !has_csv) {
            let message = format!("{} 不做 csv，写了「编码」也没有用", paper.kind.value);
            let help = "「格式」里加上 csv，例如 格式: [xlsx, csv]；不要 CSV 文件的，删掉「编码」";
            findings.push(ENCODING_UNUSED.finding(message).at(encoding.span.clone(), "只管 CSV 文件").help(help));
        }
    }
}
