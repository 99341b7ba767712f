//! Names and homes of persons that the record itself knows, told again in what is printed.

use super::passage::Passage;
use super::person_names::NAME;
use super::privacy::addresses::ADDRESS;
use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Severity};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NAME, &ADDRESS], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Some(week) = passage.week else { return };
    for (bytes, person) in week.persons.find(passage.line.all()) {
        let place = passage.line.place_of(bytes.clone());
        // The office's own leaders and firms that are called after somebody are named as such.
        if passage.is_named(&bytes) || place == person.place {
            continue;
        }
        if person.is_address {
            let finding = ADDRESS
                .finding(format!("「{}」里的住址，文字里又写了", person.key))
                .at(place, "会印出来")
                .and_at(person.place.clone(), format!("「{}」", person.key))
                .help("写到小区或街道为止");
            findings.push(Diagnostic { severity: Severity::Warning, ..finding });
            continue;
        }
        findings.push(
            NAME.finding(format!("「{}」里的人，文字里又写了全名", person.key))
                .at(place, "会印出来")
                .and_at(person.place.clone(), format!("「{}」", person.key))
                .help("只留姓，写成某某；通报单里的投诉人写 {投诉人}；是因公办事的人，写明理由认可"),
        );
    }
}
