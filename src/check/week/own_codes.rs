//! 编号 in columns of an office's own: none is a person's number, and none stands twice in one ledger.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::own_records::{OwnRecords, own_records};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::own::{ColumnType, OwnValue};
use crate::record::value::PersonsNumber;

static PERSONS: Rule = Rule {
    code: "own-code-person",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "编号的栏里写的是身份证号码或手机号码。",
    why: "编号用来称呼一条，会到模板、文件名、文号里去；人的号码不能露在那里。",
    example: "栏: [{ 名称: 案号, 类型: 编号 }]，案号: （十一位手机号码）",
    fix: "写别处给的编号；这一栏本来就记人的号码的，在 office.yaml 里把类型写成 证件号 或 电话。",
};

pub(super) static REPEATED: Rule = Rule {
    code: "own-code-repeated",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一本台账（或者投诉、查处案件、通报单）里，两条的编号相同。看的是第一个编号的栏。",
    why: "同一条写了两次，数会算多；或者有一个编号写错了。",
    example: "台账里两条都写 案号: 甲1号",
    fix: "删掉多写的一条，或者改正编号。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&PERSONS, &REPEATED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for records in own_records(view) {
        for (column, code) in records.of_type(ColumnType::Code) {
            let Some(number) = PersonsNumber::find(&code.text()) else { continue };
            let (name, what) = (&column.name.value, number.name());
            let right = match number {
                PersonsNumber::Identity => "证件号",
                PersonsNumber::Mobile => "电话",
            };
            findings.push(
                PERSONS
                    .finding(format!("「{name}」是编号，里面却是{what}"))
                    .at(code.span().clone(), "人的号码")
                    .help(format!("写别处给的编号；这一栏就是记{what}的，在 office.yaml 里写 类型: {right}")),
            );
        }
        repeated(&records, findings);
    }
}

/// The first column of codes names the records; in others they name what they belong to.
fn repeated(records: &OwnRecords, findings: &mut Vec<Diagnostic>) {
    let Some(first) = records.columns.iter().find(|column| column.what() == ColumnType::Code) else { return };
    let mut known: HashMap<String, &OwnValue> = HashMap::new();
    for code in records.cells.iter().filter_map(|cells| cells.get(first.name.value.text())) {
        let written = code.text().trim().to_owned();
        if written.is_empty() {
            continue;
        }
        match known.get(&written) {
            Some(before) => findings.push(
                REPEATED
                    .finding(format!("「{}」里有两条的「{}」都是「{written}」", records.of, first.name.value))
                    .at(code.span().clone(), "又是一条")
                    .and_at(before.span().clone(), "已有一条")
                    .help("同一条写了两次的，删掉一条；编号写错的，改正；确实是两条的，写明理由认可"),
            ),
            None => {
                known.insert(written, code);
            }
        }
    }
}
