//! Names of firms, units and platforms in columns of an office's own.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::listed_names::{UNREGISTERED, unknown};
use crate::check::shared::parties::{FIRM, SHORT_NAME, UNIT, firm, unit};
use crate::check::views::WeekView;
use crate::diagnostic::Diagnostic;
use crate::record::catalogue::{TextKind, texts};
use crate::record::register::Register;

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&UNREGISTERED, &FIRM, &SHORT_NAME, &UNIT], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, checker } = *view;
    let platforms = checker.platforms_until_now(office);
    let of_cases = week.listed_cases().map(|case| &case.own);
    let of_notices = week.notices.iter().map(|notice| &notice.own);
    let of_complaints = week.complaints.iter().flat_map(|(_, of)| of.listed()).map(|complaint| &complaint.own);
    let of_carried_over = week.carried_over.iter().map(|entry| &entry.own);
    let own = of_complaints.chain(of_carried_over).chain(of_cases).chain(of_notices).flat_map(|cells| texts("", cells));
    for found in own.chain(texts("台账", &week.ledgers)) {
        match found.kind {
            TextKind::Name(Some(Register::Firms)) => firm(&checker.firms_and_units, found.key, found.text, findings),
            TextKind::Name(Some(Register::Units)) => unit(&checker.firms_and_units, found.key, found.text, findings),
            TextKind::Name(Some(Register::Platforms))
                if office.names_alike(Register::Platforms, &found.text.value).is_empty() =>
            {
                findings.extend(unknown(Register::Platforms, &platforms, found.text));
            }
            _ => {}
        }
    }
}
