//! Inspections of which some were done and others not, or none though cases were found.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::case_counts::Cases;
use crate::record::inspection::{InspectionCount, Role};
use crate::record::office::Office;
use crate::record::value::ApproximateCount;
use crate::source::Spanned;

static NONE: Rule = Rule {
    code: "inspection-none",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "执法检查有的项目是 0，有的不是；或者全是 0，这一周却查处了案件。",
    why: "没有人出动就没有检查，没有检查就没有案件；多半是有一项忘了填。",
    example: "{ 出动人次: 0, 检查家次: 50余 }",
    fix: "核对这几个数；属实的不用改。",
};

static STANDING: Rule = Rule {
    code: "inspection-standing",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "执法检查的一个项目，累计的数比本期的还少。",
    why: "本期的数在累计里面，两个数印在一起。",
    example: "{ 本期: 12, 累计: 3 }",
    fix: "核对是不是写反了，或者少打了一位。",
};

static PUT_RIGHT: Rule = Rule {
    code: "inspection-put-right",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "执法检查里，角色是整改的项目加起来，比角色是发现的还多（量词相同的比；本期的、累计的各比各的）。",
    why: "发现了的才能整改；多半有一个数写错了。",
    example: "隐患（发现）: 3，隐患整改（整改）: 5",
    fix: "核对这两个数；整改的有以前发现的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NONE, &STANDING, &PUT_RIGHT], check: Check::Week(check) };

/// Inspections of which some were done and others not, or none though cases were found.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let inspections = &week.inspections;
    if inspections.is_empty() {
        return;
    }
    put_right(view, InspectionCount::now, "", findings);
    put_right(view, InspectionCount::standing, "累计", findings);
    let mut zeros = Vec::new();
    for (name, count) in inspections.iter() {
        zeros.extend(count.now().filter(|now| now.number.is_zero()).map(|now| (name, now)));
        findings.extend(count.now().zip(count.standing()).and_then(|(now, standing)| standing_short(now, standing)));
    }
    let case = week.listed_cases().map(|case| case.span.first_line()).next();
    let counted = week.cases.as_ref().and_then(Cases::count).filter(|count| count.value > 0);
    let case = case.or_else(|| counted.map(|count| count.span.clone()));
    if let (true, Some(case)) = (zeros.len() == inspections.len(), case) {
        findings.push(
            NONE.finding("执法检查全是 0，却查处了案件")
                .at(inspections.span.as_ref().unwrap_or(&week.span).first_line(), "全是 0")
                .and_at(case, "有案件")
                .help("核对是不是忘了填；属实的不用改"),
        );
    }
    // Where the office counts officers and businesses, none of the one goes with none of the other.
    if let (2, 1) = (inspections.len(), zeros.len()) {
        for (name, count) in zeros.into_iter().filter(|(name, _)| is_effort(view.office, name)) {
            findings.push(
                NONE.finding(format!("「{name}」是 0，另一项不是"))
                    .at(count.span.clone(), "是不是忘了填？")
                    .help("核对这两个数；属实的不用改"),
            );
        }
    }
}

/// Whether a figure tells what the office did to look, and not what it found: nothing is often found.
fn is_effort(office: &Office, name: &str) -> bool {
    let role = office.inspections.iter().find(|item| item.name.value == name).and_then(|item| item.role.as_ref());
    role.is_none_or(|role| matches!(role.value, Role::Sent | Role::Inspected))
}

/// A number of an inspection figure.
type Count<'a> = &'a Spanned<ApproximateCount>;

/// No more is put right than was found, in each measure; `of` says which number of a figure is looked at, `what` is said of it.
fn put_right(view: &WeekView, of: fn(&InspectionCount) -> Option<Count>, what: &str, findings: &mut Vec<Diagnostic>) {
    let mut by_unit: BTreeMap<Option<&str>, [Vec<Count>; 2]> = BTreeMap::new();
    for item in &view.office.inspections {
        let at = match item.role.as_ref().map(|role| role.value) {
            Some(Role::Found) => 0,
            Some(Role::PutRight) => 1,
            _ => continue,
        };
        let Some(count) = view.week.inspections.get(&item.name.value).and_then(of) else { continue };
        let unit = item.unit.as_ref().map(|unit| unit.value.as_str());
        by_unit.entry(unit).or_default()[at].push(count);
    }
    for [found, put_right] in by_unit.values() {
        // What was found may be more where it is known only roughly.
        let (Some(first), Some(last)) = (found.first(), put_right.first()) else { continue };
        if found.iter().any(|count| count.and_more) || sum(put_right) <= sum(found) {
            continue;
        }
        findings.push(
            PUT_RIGHT
                .finding(format!("{what}整改 {} 比{what}发现 {} 还多", sum(put_right), sum(found)))
                .at(last.span.clone(), "整改")
                .and_at(first.span.clone(), "发现")
                .help("核对这两个数；整改的有以前发现的，写明理由认可"),
        );
    }
}

fn sum(counts: &[Count]) -> Decimal {
    counts.iter().fold(Decimal::ZERO, |sum, count| sum.saturating_add(count.number)).normalize()
}

/// What is counted in the week is among what it has come to.
fn standing_short(now: &Spanned<ApproximateCount>, standing: &Spanned<ApproximateCount>) -> Option<Diagnostic> {
    (standing.number < now.number).then(|| {
        STANDING
            .finding(format!("累计 {} 比本期 {} 还少", standing.value, now.value))
            .at(standing.span.clone(), "累计")
            .and_at(now.span.clone(), "本期")
            .help(format!("写反了就改成「本期: {}, 累计: {}」；请核对是不是少打了一位", standing.value, now.value))
    })
}
