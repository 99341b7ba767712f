//! Figures of inspections that are many times what the weeks beside have.

use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::inspection::Inspection;
use crate::record::value::ApproximateCount;
use crate::source::Spanned;

static OUTLIER: Rule = Rule {
    code: "inspection-outlier",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "执法检查的一个数，是前后几周的 10 倍以上。",
    why: "多半是多打了一位。",
    example: "别的周出动八九十人次，这一周 860",
    fix: "核对这个数；属实的不用改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&OUTLIER], check: Check::History(check) };

/// So many weeks before and after are looked at, and at least so many must be there.
const WEEKS_BESIDE: usize = 4;

/// So many times the median of the weeks beside is out of proportion.
const TIMES: Decimal = Decimal::TEN;

/// Less than this is never out of proportion.
const FEW: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// A figure that is many times what the weeks beside have.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let figures = history.offices().into_iter().flat_map(|office| office.inspections.iter()).map(measured);
    for (name, unit) in figures.filter(|figure| seen.insert(*figure)) {
        // Only weeks in which the office gives the figure, in this measure.
        let counts: Vec<&Spanned<ApproximateCount>> = history
            .weeks
            .iter()
            .filter(|dated| dated.office.inspections.iter().any(|own| measured(own) == (name, unit)))
            .filter_map(|dated| dated.week.inspections.get(name)?.now())
            .collect();
        for (at, count) in counts.iter().enumerate().filter(|(_, count)| count.number >= FEW) {
            let (from, to) = (at.saturating_sub(WEEKS_BESIDE), (at + 1 + WEEKS_BESIDE).min(counts.len()));
            let mut beside: Vec<Decimal> =
                counts[from..at].iter().chain(&counts[at + 1..to]).map(|count| count.number).collect();
            beside.sort_unstable();
            let Some(median) = beside.get(beside.len() / 2).copied().filter(|_| beside.len() >= WEEKS_BESIDE) else {
                continue;
            };
            if !median.is_zero() && count.number >= median.saturating_mul(TIMES) {
                findings.push(
                    OUTLIER
                        .finding(format!("「{name}」{} 比前后几周多得多", count.value))
                        .at(count.span.clone(), format!("前后几周多在 {median} 上下"))
                        .help("核对是不是多打了一位；属实的不用改"),
                );
            }
        }
    }
}

/// A figure's name and its measure, as far as it has one of its own.
fn measured(inspection: &Inspection) -> (&str, Option<&str>) {
    (&inspection.name.value, inspection.unit.as_ref().map(|unit| unit.value.as_str()))
}
