//! An office and weeks of its in which nothing is wrong, to be damaged.

use std::sync::Arc;

use zhoubao::check::{self, Checker, History, WeekView, one_each, weigh};
use zhoubao::diagnostic::{Diagnostic, Severity, add_new};
use zhoubao::record::office::Office;
use zhoubao::record::value::Date;
use zhoubao::record::week::Week;
use zhoubao::record::{generations, read_week};
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

pub const OFFICE: &str = include_str!("office.yaml");
pub const WEEK: &str = include_str!("2023-03-06.yaml");
pub const NEXT_WEEK: &str = include_str!("2023-03-13.yaml");

/// A finding as a test looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub code: &'static str,
    pub severity: Severity,
    pub file: String,
    pub line: usize,
    /// What is marked.
    pub text: String,
    /// What else is marked.
    pub others: Vec<String>,
    pub message: String,
    pub help: String,
    /// The edits' texts, one behind the other.
    pub fix: Option<String>,
    pub acknowledged: bool,
}

impl Found {
    /// Asserts that `meant` is told and that no program writes it: what was typed has other letters or digits.
    #[track_caller]
    pub fn only_tells(&self, meant: &str) {
        assert_eq!(self.fix, None, "{self:#?}");
        assert!(self.help.contains(meant), "{self:#?}");
    }
}

impl From<Diagnostic> for Found {
    fn from(finding: Diagnostic) -> Self {
        let primary = finding.primary.as_ref().unwrap();
        Self {
            code: finding.rule.code,
            severity: finding.severity,
            file: primary.span.source().name().to_owned(),
            line: primary.span.start().line,
            text: primary.span.text().to_owned(),
            others: finding.others.iter().map(|label| label.span.text().to_owned()).collect(),
            help: finding.help.unwrap_or_default(),
            fix: finding.fix.map(|fix| fix.edits.iter().map(|edit| edit.text.as_str()).collect()),
            acknowledged: finding.acknowledged.is_some(),
            message: finding.message,
        }
    }
}

/// `text` with `from`, which must be there, changed to `to` at its first place.
pub fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "没有「{from}」");
    text.replacen(from, to, 1)
}

/// A week of an office; its columns are those of the office after all changes.
fn record(name: &str, text: &str, office: &Office) -> Week {
    let mut problems = Problems::new();
    let record = read_week(&Source::new(name, text), |_| Arc::new(office.own_columns()), &mut problems);
    record.unwrap_or_else(|| panic!("{name}: {:#?}", problems.into_vec()))
}

/// What is found about an office and its weeks, `1.yaml`, `2.yaml` and so on, by all rules.
pub fn found(office: &str, weeks: &[&str]) -> Vec<Found> {
    let mut problems = Problems::new();
    let generations = generations(&Source::new("office.yaml", office), &mut problems);
    let generations = generations.unwrap_or_else(|| panic!("office.yaml: {:#?}", problems.into_vec()));
    let offices: Vec<&Office> = generations.iter().map(|generation| &generation.office).collect();
    let checkers: Vec<Checker> = (0..offices.len()).map(|at| Checker::after(&offices[..at], offices[at])).collect();
    let weeks: Vec<Week> = weeks
        .iter()
        .enumerate()
        .map(|(at, week)| record(&format!("{}.yaml", at + 1), week, offices[offices.len() - 1]))
        .collect();
    let dated: Vec<WeekView> = weeks
        .iter()
        .map(|week| {
            let start = week.period.value.start().value;
            let has_begun = |from: Option<Date>| from.is_none_or(|from| from <= start);
            let at = generations.iter().rposition(|generation| has_begun(generation.from)).unwrap();
            WeekView { week, office: offices[at], checker: &checkers[at] }
        })
        .collect();
    let mut findings = check::changes(&generations);
    for office in &offices {
        add_new(&mut findings, check::office(office));
    }
    findings.extend(dated.iter().flat_map(|it| it.checker.week(it.office, it.week)));
    findings.extend(check::among(&History::new(dated, true)));
    for week in &weeks {
        weigh(offices[0].checks.as_ref(), &week.acknowledged, week.span.source(), &mut findings);
    }
    one_each(&mut findings);
    findings.sort_by_key(Diagnostic::sort_key);
    findings.into_iter().map(Found::from).collect()
}

/// What is found in a week in which `from` is changed to `to`.
pub fn slip(from: &str, to: &str) -> Vec<Found> {
    found(OFFICE, &[&changed(WEEK, from, to)])
}

/// What is found in two weeks, of which the second has `from` changed to `to`.
pub fn next_slip(from: &str, to: &str) -> Vec<Found> {
    found(OFFICE, &[WEEK, &changed(NEXT_WEEK, from, to)])
}

/// The codes, in the order of the places.
pub fn codes(found: &[Found]) -> Vec<&'static str> {
    found.iter().map(|finding| finding.code).collect()
}
