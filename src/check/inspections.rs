//! What inspections, cases and receptions count.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::history::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Inspection;
use crate::record::value::ApproximateCount;
use crate::record::week::Week;
use crate::source::Spanned;

pub(super) static NONE: Rule = Rule {
    code: "inspection-none",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "执法检查有的项目是 0，有的不是；或者全是 0，这一周却查处了案件。",
    why: "没有人出动就没有检查，没有检查就没有案件；多半是有一项忘了填。",
    example: "{ 出动人次: 0, 检查家次: 50余 }",
    fix: "核对这几个数；属实的不用改。",
};

pub(super) static OUTLIER: Rule = Rule {
    code: "inspection-outlier",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "执法检查的一个数，是前后几周的 10 倍以上。",
    why: "多半是多打了一位。",
    example: "别的周出动八九十人次，这一周 860",
    fix: "核对这个数；属实的不用改。",
};

pub(super) static FINE: Rule = Rule {
    code: "case-fine",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "案件的罚款是 0，或者超过 50 万元。",
    why: "没有罚款的不写「罚款」，写 0 会印成“罚款0元”；旅游执法的罚款很少超过 50 万元。",
    example: "罚款: 0",
    fix: "没有罚款就删掉「罚款」；有的，核对是不是多打了几位。",
};

pub(super) static NOBODY: Rule = Rule {
    code: "reception-nobody",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "现场受理的人数是 0。",
    why: "会印成“现场受理0名……”。",
    example: "人数: 0",
    fix: "补上来访人数；没有来访就删掉这一条。",
};

pub(super) static CROWD: Rule = Rule {
    code: "reception-crowd",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "一次现场受理的人数超过 300。",
    why: "一次来访没有这么多人，多半是多打了一位。",
    example: "人数: 600",
    fix: "核对人数；属实的不用改。",
};

/// In 元: fines in the field seldom go beyond.
const HIGHEST_FINE: Decimal = Decimal::from_parts(500_000, 0, 0, false, 0);
/// Several coaches full.
const CROWDED: u32 = 300;
/// So many weeks before and after are looked at, and at least so many must be there.
const WEEKS_BESIDE: usize = 4;
/// So many times the median of the weeks beside is out of proportion.
const TIMES: u32 = 10;
/// Less than this is never out of proportion.
const FEW: u32 = 50;

/// Inspections of which some were done and others not, or none though cases were found.
pub(super) fn none(week: &Week, findings: &mut Vec<Diagnostic>) {
    let inspections = &week.inspections;
    if inspections.is_empty() {
        return;
    }
    let is_none = |count: &ApproximateCount| count.number == 0;
    let zeros = inspections.iter().filter(|(_, count)| is_none(count)).count();
    let cases = &week.cases;
    if let (true, Some(case)) = (zeros == inspections.len(), cases.first()) {
        findings.push(
            NONE.finding("执法检查全是 0，却查处了案件")
                .at(inspections.span.as_ref().unwrap_or(&week.span).first_line(), "全是 0")
                .and_at(case.span.first_line(), "有案件")
                .help("核对是不是忘了填；属实的不用改"),
        );
    }
    // Where the office counts officers and businesses, none of the one goes with none of the other.
    if let (2, 1) = (inspections.len(), zeros) {
        for (name, count) in inspections.iter().filter(|(_, count)| is_none(count)) {
            findings.push(
                NONE.finding(format!("「{name}」是 0，另一项不是"))
                    .at(count.span.clone(), "是不是忘了填？")
                    .help("核对这两个数；属实的不用改"),
            );
        }
    }
}

/// A figure that is many times what the weeks beside have.
pub(super) fn outliers(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let figures = history.offices().into_iter().flat_map(|office| office.inspections.iter()).map(measured);
    for (name, unit) in figures.filter(|figure| seen.insert(*figure)) {
        // Only weeks in which the office gives the figure, in this measure.
        let counts: Vec<&Spanned<ApproximateCount>> = history
            .weeks
            .iter()
            .filter(|dated| dated.office.inspections.iter().any(|own| measured(own) == (name, unit)))
            .filter_map(|dated| dated.week.inspections.get(name))
            .collect();
        for (at, count) in counts.iter().enumerate().filter(|(_, count)| count.number >= FEW) {
            let (from, to) = (at.saturating_sub(WEEKS_BESIDE), (at + 1 + WEEKS_BESIDE).min(counts.len()));
            let mut beside: Vec<u32> =
                counts[from..at].iter().chain(&counts[at + 1..to]).map(|count| count.number).collect();
            beside.sort_unstable();
            let Some(median) = beside.get(beside.len() / 2).copied().filter(|_| beside.len() >= WEEKS_BESIDE) else {
                continue;
            };
            if median > 0 && count.number >= median.saturating_mul(TIMES) {
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

/// Fines of nothing, and fines that can hardly be.
pub(super) fn fines(week: &Week, findings: &mut Vec<Diagnostic>) {
    for fine in week.cases.iter().filter_map(|case| case.fine.as_ref()) {
        let amount = fine.value.amount();
        let (message, label, help) = if amount.is_zero() {
            ("罚款是 0 元", "印成罚款0元", "没有罚款就删掉「罚款」")
        } else if amount > HIGHEST_FINE {
            ("罚款超过 50 万元", "太多了", "核对是不是多打了几位；属实的不用改")
        } else {
            continue;
        };
        findings.push(FINE.finding(message).at(fine.span.clone(), label).help(help));
    }
}

/// Visitors received: somebody, and no crowd.
pub(super) fn receptions(week: &Week, findings: &mut Vec<Diagnostic>) {
    for persons in week.receptions.iter().map(|reception| &reception.persons) {
        if persons.value == 0 {
            findings.push(
                NOBODY
                    .finding("现场受理的人数是 0")
                    .at(persons.span.clone(), "没有人来访")
                    .help("补上来访人数；没有来访就删掉这一条"),
            );
        } else if persons.value > CROWDED {
            findings.push(
                CROWD
                    .finding(format!("一次现场受理 {persons} 人"))
                    .at(persons.span.clone(), "太多了")
                    .help("核对是不是多打了一位；属实的不用改"),
            );
        }
    }
}
