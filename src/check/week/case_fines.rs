//! The fines of cases agree with what is told of fines among their results, for all of them and for each.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::case::Case;
use crate::record::case_counts::Cases;
use crate::record::value::Quantity;
use crate::source::{Span, Spanned};

static SUM: Rule = Rule {
    code: "case-fine-sum",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "案件的「罚款」与「结果」里的罚款、罚没款对不上：各件加起来比合计还多；或者各件写全了，加起来与合计不同。",
    why: "合计和各案的罚款印在同一段里，一加就看出不对。",
    example: "{ 件数: 2, 结果: { 罚款: 100元 }, 各件: [{ 案由: 占道经营, 罚款: 500 }] }",
    fix: "核对合计和各案；没收的，在那一件的「结果」里写 没收违法所得: 2000元。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SUM], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let Some(cases) = &view.week.cases else { return };
    for case in cases.listed() {
        for (name, result) in case.results.iter() {
            findings.extend(of_one_case(case, &name.value, result));
        }
    }
    for (name, whole) in cases.counts().into_iter().flat_map(|counts| counts.results.iter()) {
        findings.extend(of_all(cases, &name.value, whole));
    }
}

/// In 元, where it is an amount of money that is known to the last digit.
fn in_yuan(quantity: &Quantity) -> Option<Decimal> {
    quantity.in_ones().filter(|(_, unit)| *unit == "元").map(|(amount, _)| amount)
}

/// Whether a result tells of fines.
fn is_of_fines(name: &str) -> bool {
    name.contains('罚')
}

/// Whether a result tells of fines and of what was confiscated.
fn is_of_confiscated_too(name: &str) -> bool {
    name.contains('没')
}

fn of_one_case(case: &Case, name: &str, result: &Spanned<Quantity>) -> Option<Diagnostic> {
    let told = in_yuan(&result.value).filter(|_| is_of_fines(name))?;
    let fine = case.fine.as_ref()?;
    let amount = fine.value.amount();
    let is_right = if is_of_confiscated_too(name) { amount <= told } else { amount == told };
    (!is_right).then(|| {
        SUM.finding(format!("「罚款」是 {} 元，「结果」里的「{name}」却是 {}", amount.normalize(), result.value))
            .at(result.span.clone(), "结果")
            .and_at(fine.span.clone(), "罚款")
            .help("核对这两个数，改掉写错的一个；一样的，只写「罚款」")
    })
}

/// A sum of fines beside those of the listed cases.
fn of_all(cases: &Cases, name: &str, whole: &Spanned<Quantity>) -> Option<Diagnostic> {
    let all = in_yuan(&whole.value).filter(|_| is_of_fines(name))?;
    let mut sum = Decimal::ZERO;
    let mut places: Vec<Span> = Vec::new();
    for case in cases.listed() {
        sum = sum.checked_add(of_case(case, name, &mut places)?)?;
    }
    let is_less = cases.are_all_listed() && sum < all;
    if places.is_empty() || sum == all || (sum < all && !is_less) {
        return None;
    }
    let told = sum.normalize();
    let mut finding =
        SUM.finding(format!("「{name}」合计 {}，各件加起来却是 {told} 元", whole.value)).at(whole.span.clone(), "合计");
    for place in places {
        finding = finding.and_at(place, "其中");
    }
    if is_less && is_of_confiscated_too(name) {
        finding.severity = Severity::Warning;
        return Some(finding.help(format!(
            "差的 {} 元是没收的，在那一件的「结果」里写 没收违法所得: …元；合计错了就写「{name}: {told}元」",
            (all - sum).normalize()
        )));
    }
    Some(finding.help(format!("合计错了就写「{name}: {told}元」；「各件」里错了就改那一项的「罚款」")))
}

/// What one case has of a result of that name: as it says it, or its fine, with what was confiscated where the name tells of that
/// too. `None` where an amount is known only roughly. Adds where it is written.
fn of_case(case: &Case, name: &str, places: &mut Vec<Span>) -> Option<Decimal> {
    if let Some(told) = case.results.get(name) {
        places.push(told.span.clone());
        return in_yuan(&told.value);
    }
    let mut sum = Decimal::ZERO;
    if let Some(fine) = &case.fine {
        places.push(fine.span.clone());
        sum = fine.value.amount();
    }
    for (_, taken) in
        case.results.iter().filter(|(own, _)| is_of_confiscated_too(name) && own.value.starts_with("没收"))
    {
        if let Some(amount) = in_yuan(&taken.value) {
            places.push(taken.span.clone());
            sum = sum.checked_add(amount)?;
        }
    }
    Some(sum)
}
