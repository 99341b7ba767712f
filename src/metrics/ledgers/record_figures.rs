//! An office's own figures of the complaints and cases that all offices record.

use super::ledger_tally::all_figures;
use super::reckoning::Reckoner;
use super::registered_names::RegisteredNames;
use super::result::OwnTally;
use crate::record::office::Office;
use crate::record::week::Week;

/// Those of complaints; where not all are written one by one, nothing is known of them.
pub fn complaint_figures<'a>(office: &'a Office, week: &Week, names: RegisteredNames) -> Vec<OwnTally<'a>> {
    if office.complaint_figures.is_empty() {
        return Vec::new();
    }
    let ledger = office.complaints_as_ledger();
    let reckoner = Reckoner { ledger: &ledger, names, rounding: &office.rounding, counted: week.counted_days() };
    all_figures(&reckoner, &office.complaint_figures, &week.complaints_as_ledger())
}

/// Those of cases.
pub fn case_figures<'a>(office: &'a Office, week: &Week, names: RegisteredNames) -> Vec<OwnTally<'a>> {
    if office.case_figures.is_empty() {
        return Vec::new();
    }
    let Some(recorded) = week.cases_as_ledger() else { return Vec::new() };
    let ledger = office.cases_as_ledger();
    let reckoner = Reckoner { ledger: &ledger, names, rounding: &office.rounding, counted: week.counted_days() };
    all_figures(&reckoner, &office.case_figures, &recorded)
}
