//! The table of all rule sets. A file of rules is named here once; the register of rules and every check follow from it.

use std::sync::LazyLock;

use super::rule_set::{Check, RuleSet};
use super::views::{History, WeekView};
use super::{acknowledged, history, office, text, week};
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::OfficeFrom;
use crate::record::office::Office;

/// Each rule set, in the order in which its rules are printed.
static RULE_SETS: &[&RuleSet] = &[
    &history::overlaps::RULE_SET,
    &history::cumulative::RULE_SET,
    &week::period::RULE_SET,
    &week::papers_of_record::RULE_SET,
    &history::missing_weeks::RULE_SET,
    &week::date_of_paper::RULE_SET,
    &history::issue_numbers::RULE_SET,
    &history::total_issues::RULE_SET,
    &week::issue_number::RULE_SET,
    &week::years::RULE_SET,
    &week::event_days::RULE_SET,
    &week::event_order::RULE_SET,
    &week::reply_days::RULE_SET,
    &week::deadlines::RULE_SET,
    &office::holidays::RULE_SET,
    &week::reply_parts::RULE_SET,
    &week::notices::RULE_SET,
    &history::notice_numbers::RULE_SET,
    &history::open_notices::RULE_SET,
    &history::referred_missing::RULE_SET,
    &week::complaint_of_notice::RULE_SET,
    &history::referred_open::RULE_SET,
    &week::requests::RULE_SET,
    &week::number_zero::RULE_SET,
    &history::document_numbers::RULE_SET,
    &history::set_aside_numbers::RULE_SET,
    &office::set_aside_numbers::RULE_SET,
    &week::paper_items::RULE_SET,
    &week::paper_numbers::RULE_SET,
    &week::references::RULE_SET,
    &office::repeated_names::RULE_SET,
    &office::own_columns::RULE_SET,
    &office::own_figures::RULE_SET,
    &week::own_ledgers::RULE_SET,
    &week::own_parts::RULE_SET,
    &week::own_conditions::RULE_SET,
    &week::own_shares::RULE_SET,
    &week::own_names::RULE_SET,
    &week::own_codes::RULE_SET,
    &week::own_dates::RULE_SET,
    &week::own_earlier_days::RULE_SET,
    &week::handling_times::RULE_SET,
    &week::odd_times::RULE_SET,
    &week::complaint_parties::RULE_SET,
    &week::complaint_counts::RULE_SET,
    &week::complaint_twice::RULE_SET,
    &history::complaint_twice::RULE_SET,
    &history::carried_over::RULE_SET,
    &history::carried_over_counts::RULE_SET,
    &week::carried_over::RULE_SET,
    &week::returns::RULE_SET,
    &week::inspections::RULE_SET,
    &history::inspections::RULE_SET,
    &history::standing::RULE_SET,
    &history::cumulative_figures::RULE_SET,
    &week::case_counts::RULE_SET,
    &week::case_fines::RULE_SET,
    &week::fines::RULE_SET,
    &week::receptions::RULE_SET,
    &week::papers_received::RULE_SET,
    &week::papers_due::RULE_SET,
    &history::papers_sent::RULE_SET,
    &history::silent_units::RULE_SET,
    &week::title_marks::RULE_SET,
    &office::title_marks::RULE_SET,
    &week::section_titles::RULE_SET,
    &week::section_contents::RULE_SET,
    &week::table_sums::RULE_SET,
    &office::ambiguous_names::RULE_SET,
    &office::addressees::RULE_SET,
    &office::short_names::RULE_SET,
    &office::district::RULE_SET,
    &office::document_code::RULE_SET,
    &office::habits::RULE_SET,
    &office::paper_conditions::RULE_SET,
    &office::paper_items::RULE_SET,
    &office::paper_files::RULE_SET,
    &office::paper_formats::RULE_SET,
    &office::changes::RULE_SET,
    &office::filing::RULE_SET,
    &text::near_names::RULE_SET,
    &text::confused_words::RULE_SET,
    &text::doubled_words::RULE_SET,
    &text::punctuation::RULE_SET,
    &text::typed_signs::RULE_SET,
    &text::brackets::RULE_SET,
    &text::document_number_form::RULE_SET,
    &text::field_braces::RULE_SET,
    &week::typed_numbers::RULE_SET,
    &text::dates::existing::RULE_SET,
    &text::dates::weekday::RULE_SET,
    &text::dates::outside_week::RULE_SET,
    &text::dates::backward_period::RULE_SET,
    &text::dates::wrong_year::RULE_SET,
    &text::dates::short_year::RULE_SET,
    &text::dates::spoken_day::RULE_SET,
    &text::dates::up_to_day::RULE_SET,
    &text::clock_times::RULE_SET,
    &text::measures::RULE_SET,
    &text::figures::contradicted::RULE_SET,
    &text::figures::announced_papers::RULE_SET,
    &text::parts::RULE_SET,
    &text::points::RULE_SET,
    &text::paper_titles::RULE_SET,
    &office::paper_names::RULE_SET,
    &text::privacy::phones::RULE_SET,
    &text::privacy::cards::RULE_SET,
    &text::privacy::plates::RULE_SET,
    &text::privacy::accounts::RULE_SET,
    &text::privacy::addresses::RULE_SET,
    &text::person_names::RULE_SET,
    &text::recorded_persons::RULE_SET,
    &week::complainants::RULE_SET,
];

/// All rules over records, each once, set by set.
pub static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let mut rules: Vec<&Rule> = Vec::new();
    let of_sets = RULE_SETS.iter().flat_map(|rule_set| rule_set.rules);
    for rule in of_sets.chain(acknowledged::RULES) {
        // Two rules of one code are a slip, which a test finds: neither hides the other.
        if !rules.iter().any(|known| std::ptr::eq(*known, *rule)) {
            rules.push(rule);
        }
    }
    rules
});

/// Adds what the rule sets for weeks find, but for that in texts.
pub fn check_week(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    run_each(findings, |check, findings| {
        if let Check::Week(check) = check {
            check(view, findings);
        }
    });
}

/// Adds what the rule sets for weeks among one another find, series by series.
pub fn check_history(all: &History, findings: &mut Vec<Diagnostic>) {
    let (one_by_one, cumulative) = all.by_series();
    run_each(findings, |check, findings| match check {
        Check::History(check) => one_by_one.iter().for_each(|history| check(history, findings)),
        Check::Cumulative(check) => check(&cumulative, findings),
        Check::Records(check) => check(all, findings),
        _ => {}
    });
}

/// Adds what the rule sets for an office's own file find, but for that in its names as texts.
pub fn check_office(office: &Office, findings: &mut Vec<Diagnostic>) {
    run_each(findings, |check, findings| {
        if let Check::Office(check) = check {
            check(office, findings);
        }
    });
}

/// Adds what the rule sets for an office's changes find.
pub fn check_changes(generations: &[OfficeFrom], findings: &mut Vec<Diagnostic>) {
    run_each(findings, |check, findings| {
        if let Check::Changes(check) = check {
            check(generations, findings);
        }
    });
}

/// Adds what the rule sets for texts find in a paragraph.
pub fn check_passage(passage: &text::passage::Passage, findings: &mut Vec<Diagnostic>) {
    run_each(findings, |check, findings| {
        if let Check::Text(check) = check {
            check(passage, findings);
        }
    });
}

/// Calls `run` with the check of each rule set; it runs those for which it has what they look at.
fn run_each(findings: &mut Vec<Diagnostic>, run: impl Fn(&Check, &mut Vec<Diagnostic>)) {
    for rule_set in RULE_SETS {
        let before = findings.len();
        run(&rule_set.check, findings);
        debug_assert!(rule_set.has_rules_of(&findings[before..]), "{:#?}", rule_set.rules);
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
