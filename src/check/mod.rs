//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.

mod handling;
mod kinds;
mod notices;
mod references;
mod returns;

use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::week::Week;

/// All findings about one week of an office.
#[must_use]
pub fn week(office: &Office, week: &Week) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    references::platforms(office, week, &mut findings);
    references::inspections(office, week, &mut findings);
    references::related_platforms(office, week, &mut findings);
    references::sent(office, week, &mut findings);
    references::received(office, week, &mut findings);
    returns::counts(week, &mut findings);
    notices::numbers(week, &mut findings);
    notices::senders(office, week, &mut findings);
    handling::times(office, week, &mut findings);
    findings
}

/// All findings about an office's own file.
#[must_use]
pub fn office(office: &Office) -> Vec<Diagnostic> {
    let mut findings = references::registers(office);
    findings.extend(kinds::files(office));
    findings
}
