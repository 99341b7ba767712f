//! 比 above a hundred percent: what is told to be a part is more than the whole.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::metrics::{Amount, Figure, Metrics, OwnResult, OwnTally};
use crate::record::own::Ledger;
use crate::source::Span;

static ABOVE: Rule = Rule {
    code: "ledger-share",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "台账（或者投诉数、案件数）里的比超过 100%，两个数的单位相同。",
    why: "比是前一个占后一个的百分之几；是其中一部分的，不会比全部还多。",
    example: "回访: 650，满意: 700，满意率: 比: [满意, 回访]",
    fix: "核对两个数，看是不是写反了、多打了一位；本来就可以超过的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ABOVE], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let of_ledgers = office.ledgers.iter().flat_map(|ledger| &ledger.figures);
    let mut figures = of_ledgers.chain(&office.complaint_figures).chain(&office.case_figures);
    if figures.all(|figure| figure.0.share.is_empty()) {
        return;
    }
    let metrics = Metrics::for_week(office, week);
    for tally in &metrics.ledgers {
        check_figures(tally.ledger, &tally.figures, findings);
    }
    check_figures(&office.complaints_as_ledger(), &metrics.complaint_figures, findings);
    check_figures(&office.cases_as_ledger(), &metrics.case_figures, findings);
}

fn check_figures(ledger: &Ledger, figures: &[OwnTally], findings: &mut Vec<Diagnostic>) {
    for own in figures {
        let [part, whole] = &own.figure.0.share[..] else { continue };
        let OwnResult::One(Some(share)) = &own.result else { continue };
        let (Some(part), Some(whole)) = (one(figures, part.value.text()), one(figures, whole.value.text())) else {
            continue;
        };
        let is_above = matches!(share.value, Amount::Percent(percent) if percent > Decimal::ONE_HUNDRED);
        if is_above && unit(ledger, &part) == unit(ledger, &whole) {
            findings.push(above(own, share, &part, &whole));
        }
    }
}

/// The figure of that name, where it is one number.
fn one<'t, 'a>(figures: &'t [OwnTally<'a>], name: &str) -> Option<Part<'t, 'a>> {
    let own = figures.iter().find(|own| own.figure.name() == name)?;
    match &own.result {
        OwnResult::One(value) => value.as_ref().map(|value| Part { own, value }),
        OwnResult::Each(_) => None,
    }
}

/// One of the two figures of a share.
struct Part<'t, 'a> {
    own: &'t OwnTally<'a>,
    value: &'t Figure<Amount>,
}

impl Part<'_, '_> {
    fn said(&self) -> String {
        format!("「{}」{}", self.own.figure.name(), self.value.value)
    }

    fn place(&self) -> Option<Span> {
        self.value.from.first().map(Span::first_line)
    }
}

/// In what a figure is told.
fn unit<'l>(ledger: &'l Ledger, part: &Part<'l, '_>) -> Option<&'l str> {
    let figure = part.own.figure;
    ledger.unit_of(figure).as_ref().map(|unit| unit.value.as_str()).or_else(|| ledger.inherent_unit(figure))
}

fn above(own: &OwnTally, share: &Figure<Amount>, part: &Part, whole: &Part) -> Diagnostic {
    let message = format!("「{}」是 {}：{}，{}", own.figure.name(), share.value, part.said(), whole.said());
    let mut finding = ABOVE.finding(message);
    match (part.place(), whole.place()) {
        (Some(one), Some(other)) if one == other => finding = finding.at(one, "从这一条起，由各条算出"),
        (one, other) => {
            if let Some(one) = one {
                finding = finding.at(one, "前一个");
            }
            if let Some(other) = other {
                finding = finding.and_at(other, "后一个");
            }
        }
    }
    finding.help("核对两个数，是不是写反了、多打了一位；本来就可以超过 100% 的，写明理由认可")
}
