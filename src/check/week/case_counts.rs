//! Counts and results of all cases agree with those of the cases that are listed.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::case_counts::{CaseCounts, Cases};
use crate::record::value::Quantity;
use crate::source::Spanned;

static COUNTS: Rule = Rule {
    code: "case-counts",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "查处案件的件数、结果，与“各件”里写的对不上，或者单位不同。",
    why: "合计和各案印在同一段里，一加就看出不对。",
    example: "{ 件数: 3, 结果: { 罚没款: 1万元 }, 各件: [{ 案由: 占道经营, 结果: { 罚没款: 3万元 } }] }",
    fix: "核对合计和各案，改掉写错的一个。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COUNTS], check: Check::Week(check) };

/// No more cases are listed than there are, and their results come to no more than all.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let Some(cases) = &view.week.cases else { return };
    let Some(counts) = cases.counts() else { return };
    let listed = cases.number_listed();
    if listed > counts.count.value {
        findings.push(
            COUNTS
                .finding(format!("一共 {} 起，「各件」里写的却有 {listed} 起", counts.count.value))
                .at(counts.count.span.clone(), "一共")
                .help(format!("件数错了就写「件数: {listed}」；「各件」多写的，删掉或改「件数」")),
        );
    }
    for (name, whole) in counts.results.iter() {
        findings.extend(result(cases, counts, name, whole));
    }
}

/// A result of all cases beside those of the listed ones.
fn result(cases: &Cases, counts: &CaseCounts, name: &str, whole: &Spanned<Quantity>) -> Option<Diagnostic> {
    let parts: Vec<&Spanned<Quantity>> = counts.items.iter().filter_map(|case| case.results.get(name)).collect();
    let (all, unit) = whole.value.in_ones()?;
    let mut sum = Decimal::ZERO;
    for part in &parts {
        let (ones, own) = part.value.in_ones()?;
        if own != unit {
            let (one, other) = (&whole.value.unit, &part.value.unit);
            return Some(
                COUNTS
                    .finding(format!("「{name}」的单位，合计是{one}，各件里是{other}"))
                    .at(part.span.clone(), "单位不同")
                    .and_at(whole.span.clone(), "合计")
                    .help(format!("改成同一个单位，例如「{name}: {}{one}」", part.value.number)),
            );
        }
        sum = sum.checked_add(ones)?;
    }
    // Where each case tells it, and each is listed, they are all of it.
    let are_all = cases.are_all_listed() && !parts.is_empty() && parts.len() == counts.items.len();
    if sum <= all && !(are_all && sum < all) {
        return None;
    }
    let told = Quantity::sum(parts.iter().map(|part| &part.value))?;
    let mut finding = COUNTS
        .finding(format!("「{name}」合计 {}，「各件」里加起来却是 {told}", whole.value))
        .at(whole.span.clone(), "合计");
    for part in &parts {
        finding = finding.and_at(part.span.clone(), "其中");
    }
    Some(finding.help(format!("合计错了就写「{name}: {told}」；「各件」里错了就改那一项")))
}
