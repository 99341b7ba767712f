//! The table of all subjects. A file of rules is named here once; the register of rules and every check follow from it.

use std::sync::LazyLock;

use super::subject::{Check, Subject};
use super::views::{History, WeekView};
use super::{acknowledged, history, office, text, week};
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::OfficeFrom;
use crate::record::office::Office;

/// Each subject, in the order in which its rules are printed.
static SUBJECTS: &[&Subject] = &[
    &history::overlaps::SUBJECT,
    &week::period::SUBJECT,
    &history::missing_weeks::SUBJECT,
    &week::date_of_paper::SUBJECT,
    &history::issue_numbers::SUBJECT,
    &week::issue_number::SUBJECT,
    &week::years::SUBJECT,
    &week::event_days::SUBJECT,
    &week::event_order::SUBJECT,
    &week::reply_days::SUBJECT,
    &week::deadlines::SUBJECT,
    &office::holidays::SUBJECT,
    &week::reply_parts::SUBJECT,
    &week::notices::SUBJECT,
    &history::notice_numbers::SUBJECT,
    &history::open_notices::SUBJECT,
    &history::referred_missing::SUBJECT,
    &week::complaint_of_notice::SUBJECT,
    &history::referred_open::SUBJECT,
    &week::requests::SUBJECT,
    &week::number_zero::SUBJECT,
    &history::document_numbers::SUBJECT,
    &week::references::SUBJECT,
    &office::repeated_names::SUBJECT,
    &week::handling_times::SUBJECT,
    &week::odd_times::SUBJECT,
    &week::complaint_parties::SUBJECT,
    &week::complaint_twice::SUBJECT,
    &history::complaint_twice::SUBJECT,
    &history::carried_over::SUBJECT,
    &week::carried_over::SUBJECT,
    &week::returns::SUBJECT,
    &week::inspections::SUBJECT,
    &history::inspections::SUBJECT,
    &week::fines::SUBJECT,
    &week::receptions::SUBJECT,
    &week::papers_received::SUBJECT,
    &week::papers_due::SUBJECT,
    &history::papers_sent::SUBJECT,
    &history::silent_units::SUBJECT,
    &week::title_marks::SUBJECT,
    &office::title_marks::SUBJECT,
    &week::section_titles::SUBJECT,
    &office::ambiguous_names::SUBJECT,
    &office::addressees::SUBJECT,
    &office::short_names::SUBJECT,
    &office::district::SUBJECT,
    &office::document_code::SUBJECT,
    &office::habits::SUBJECT,
    &office::paper_files::SUBJECT,
    &office::changes::SUBJECT,
    &office::filing::SUBJECT,
    &text::near_names::SUBJECT,
    &text::confused_words::SUBJECT,
    &text::doubled_words::SUBJECT,
    &text::punctuation::SUBJECT,
    &text::typed_signs::SUBJECT,
    &text::brackets::SUBJECT,
    &text::document_number_form::SUBJECT,
    &text::field_braces::SUBJECT,
    &text::typed_numbers::SUBJECT,
    &text::dates::existing::SUBJECT,
    &text::dates::weekday::SUBJECT,
    &text::dates::outside_week::SUBJECT,
    &text::dates::backward_period::SUBJECT,
    &text::dates::wrong_year::SUBJECT,
    &text::dates::short_year::SUBJECT,
    &text::dates::spoken_day::SUBJECT,
    &text::dates::up_to_day::SUBJECT,
    &text::clock_times::SUBJECT,
    &text::measures::SUBJECT,
    &text::figures::contradicted::SUBJECT,
    &text::figures::announced_papers::SUBJECT,
    &text::parts::SUBJECT,
    &text::points::SUBJECT,
    &text::paper_titles::SUBJECT,
    &office::paper_names::SUBJECT,
    &text::privacy::phones::SUBJECT,
    &text::privacy::cards::SUBJECT,
    &text::privacy::plates::SUBJECT,
    &text::privacy::accounts::SUBJECT,
    &text::privacy::addresses::SUBJECT,
    &text::person_names::SUBJECT,
    &week::complainants::SUBJECT,
];

/// All rules over records, each once, by subject.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let mut rules: Vec<&Rule> = Vec::new();
    let of_subjects = SUBJECTS.iter().flat_map(|subject| subject.rules);
    for rule in of_subjects.chain(acknowledged::RULES) {
        if !rules.contains(rule) {
            rules.push(rule);
        }
    }
    rules
});

/// Adds what the subjects of weeks find, but for that in texts.
pub fn check_week(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for subject in SUBJECTS {
        if let Check::Week(check) = subject.check {
            let before = findings.len();
            check(view, findings);
            debug_assert!(subject.has_rules_of(&findings[before..]), "{:#?}", subject.rules);
        }
    }
}

/// Adds what the subjects of weeks among one another find.
pub fn check_history(history: &History, findings: &mut Vec<Diagnostic>) {
    for subject in SUBJECTS {
        if let Check::History(check) = subject.check {
            let before = findings.len();
            check(history, findings);
            debug_assert!(subject.has_rules_of(&findings[before..]), "{:#?}", subject.rules);
        }
    }
}

/// Adds what the subjects of an office's own file find, but for that in its names as texts.
pub fn check_office(office: &Office, findings: &mut Vec<Diagnostic>) {
    for subject in SUBJECTS {
        if let Check::Office(check) = subject.check {
            let before = findings.len();
            check(office, findings);
            debug_assert!(subject.has_rules_of(&findings[before..]), "{:#?}", subject.rules);
        }
    }
}

/// Adds what the subjects of an office's changes find.
pub fn check_changes(generations: &[OfficeFrom], findings: &mut Vec<Diagnostic>) {
    for subject in SUBJECTS {
        if let Check::Changes(check) = subject.check {
            let before = findings.len();
            check(generations, findings);
            debug_assert!(subject.has_rules_of(&findings[before..]), "{:#?}", subject.rules);
        }
    }
}

/// Adds what the subjects of texts find in a paragraph.
pub fn check_passage(passage: &text::passage::Passage, findings: &mut Vec<Diagnostic>) {
    for subject in SUBJECTS {
        if let Check::Text(check) = subject.check {
            let before = findings.len();
            check(passage, findings);
            debug_assert!(subject.has_rules_of(&findings[before..]), "{:#?}", subject.rules);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn each_rule_is_registered_once() {
        let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
