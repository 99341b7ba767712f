//! A paper to each item of a ledger: that there is such a ledger, with items, and a column that may name files.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::own_columns::{UNKNOWN_COLUMN, check_condition, column, unknown};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::own::Ledger;
use crate::record::paper::PaperKind;
use crate::record::per::PerItem;

static NAMELESS: Rule = Rule {
    code: "paper-item-column",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账的一条一份的文书，「名」写的那一栏是人的姓名、电话、证件号或住址；或者那本台账没有「栏」。",
    why: "人的姓名会露在文件名里；没有栏的台账只记数，没有一条一条的。",
    example: "每: { 台账: 信访件, 名: 信访人 }",
    fix: "换一栏，例如编号；不写「名」，就用编号的那一栏，没有编号的用次序。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&UNKNOWN_COLUMN, &NAMELESS], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for (kind, per) in office.papers.iter().filter_map(|kind| Some((kind, kind.per_item()?))) {
        if let Some(ledger) = per.among(&office.ledgers) {
            check_ledger(office, kind, per, ledger, findings);
            continue;
        }
        let known: Vec<&str> = office.ledgers.iter().map(Ledger::name).collect();
        let name = &per.ledger;
        findings.push(unknown("台账", name.value.text(), &name.span, &known, "先在「台账」里写上"));
    }
}

fn check_ledger(office: &Office, kind: &PaperKind, per: &PerItem, ledger: &Ledger, findings: &mut Vec<Diagnostic>) {
    if ledger.columns.is_empty() {
        let message = format!("{} 一条一份，台账「{}」却没有「栏」，永远不会做", kind.kind.value, ledger.name());
        let help = "在台账里写上「栏」，例如 栏: [{ 名称: 案号, 类型: 编号 }, { 名称: 当事人, 类型: 企业 }]";
        findings.push(NAMELESS.finding(message).at(per.ledger.span.clone(), "只记数的台账").help(help));
        return;
    }
    if let Some(when) = &per.when {
        check_condition(office, ledger, when, findings);
    }
    let Some(name) = &per.named_by else { return };
    let Some(column) = column(ledger, name.value.text(), &name.span, findings) else { return };
    if !column.may_name_files() {
        let message = format!("「{}」写的是{}，不能用在文件名里", name.value, column.what());
        let help = "换一栏，例如编号；不写「名」，就用编号的那一栏，没有编号的用次序";
        findings.push(NAMELESS.finding(message).at(name.span.clone(), "人的资料").help(help));
    }
}
