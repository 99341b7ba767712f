//! Runs all rule sets over a week, over the weeks of an office, and over the office itself.

use super::checker::Checker;
use super::register::{check_changes, check_history, check_office, check_passage, check_week};
use super::text::line;
use super::text::passage::{Passage, TextsOfWeek, own_names};
use super::text::walk::{Kind, office_names, texts};
use super::views::{History, WeekView};
use crate::diagnostic::Diagnostic;
use crate::record::OfficeFrom;
use crate::record::office::Office;
use crate::record::week::Week;

impl Checker {
    /// All findings about one week by itself.
    #[must_use]
    pub fn week(&self, office: &Office, week: &Week) -> Vec<Diagnostic> {
        let view = WeekView { week, office, checker: self };
        let mut findings = Vec::new();
        check_week(&view, &mut findings);
        check_texts(&view, &mut findings);
        findings
    }
}

/// All findings about an office's own file.
#[must_use]
pub fn office(office: &Office) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    check_office(office, &mut findings);
    let mut in_names = Vec::new();
    for text in office_names(office) {
        for line in line::lines(text.value) {
            check_passage(&Passage::in_office(text, line), &mut in_names);
        }
    }
    without_fixes(&mut in_names);
    findings.extend(in_names);
    findings
}

/// All findings about the changes of an office, whose `generations` begin with what holds before all of them.
#[must_use]
pub fn changes(generations: &[OfficeFrom]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    check_changes(generations, &mut findings);
    findings
}

/// All findings about the weeks of an office among one another, each at the later of the weeks that it is about.
#[must_use]
pub fn among(weeks: &History) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    check_history(weeks, &mut findings);
    findings
}

/// More findings than anybody reads: a week whose texts have so many is no week, and is looked through no further.
const MOST: usize = 5_000;

/// Adds all findings about the free texts of a week.
fn check_texts(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let most = findings.len() + MOST;
    let week = TextsOfWeek::new(*view);
    for text in texts(view.week) {
        let own_names = own_names(&text);
        let start = findings.len();
        for line in line::lines(text.value) {
            if findings.len() > most {
                return;
            }
            check_passage(&Passage::in_week(text, line, &week, &own_names), findings);
        }
        if text.kind == Kind::Name && view.checker.names.has(&text.value.value) {
            without_fixes(findings.get_mut(start..).unwrap_or_default());
        }
    }
}

/// A registered name stands in several files: set right in one of them, it would be another name.
fn without_fixes(findings: &mut [Diagnostic]) {
    for finding in findings {
        finding.fix = None;
    }
}
