//! Figures of records since a day: none is less than in the record before, which ended on an earlier day.

use rust_decimal::Decimal;

use super::standing::FALLEN;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::{History, WeekView};
use crate::diagnostic::Diagnostic;
use crate::metrics::{LedgerTally, Metrics, OwnResult};
use crate::record::own::OwnFigure;
use crate::source::Span;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FALLEN], check: Check::Cumulative(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for since_one_day in history.weeks.chunk_by(|one, next| one.start() == next.start()) {
        for pair in since_one_day.windows(2) {
            let [before, next] = pair else { continue };
            let (last, now) = (totals(before), totals(next));
            for total in &now {
                let same = last.iter().find(|other| other.name == total.name);
                if let Some(same) = same.filter(|same| total.number < same.number) {
                    findings.push(fallen(same, total));
                }
            }
        }
    }
}

/// A figure of which there can only be more as time goes by.
struct Total {
    name: String,
    number: Decimal,
    place: Span,
}

impl Total {
    fn new(name: impl Into<String>, number: impl Into<Decimal>, from: &[Span], or_at: &Span) -> Self {
        let place = from.first().map_or_else(|| or_at.first_line(), Span::first_line);
        Self { name: name.into(), number: number.into(), place }
    }
}

/// What a record says of complaints, inspections, cases and ledgers. What is open, means and shares may fall.
fn totals(view: &WeekView) -> Vec<Total> {
    let WeekView { office, week, .. } = *view;
    let Metrics { complaints, cases, ledgers, .. } = Metrics::for_week(office, week);
    let period = &week.period.span;
    let mut totals = Vec::new();
    for platform in &complaints.platforms {
        let name = &platform.platform.name.value;
        if week.complaints.get(name).is_none() {
            continue;
        }
        let of = |what: &str| format!("{name}{what}");
        totals.push(Total::new(of("受理"), platform.count.value, &platform.count.from, period));
        // Where the record does not say what came in, it is what was accepted.
        let came_in = platform.came_in.iter().filter(|it| it.value != platform.count.value);
        totals.extend(came_in.map(|it| Total::new(of("接到"), it.value, &it.from, period)));
        totals.extend(platform.closed.iter().map(|it| Total::new(of("办结"), it.value, &it.from, period)));
    }
    for (name, count) in week.inspections.iter() {
        if let Some(now) = count.now().filter(|now| !now.and_more) {
            totals.push(Total::new(name.value.as_str(), now.number, std::slice::from_ref(&now.span), period));
        }
    }
    totals.extend(cases.iter().map(|cases| Total::new("查处案件", cases.count.value, &cases.count.from, period)));
    for tally in &ledgers {
        of_ledger(tally, period, &mut totals);
    }
    totals
}

fn of_ledger(tally: &LedgerTally, period: &Span, totals: &mut Vec<Total>) {
    let ledger = tally.ledger.name();
    totals.extend(tally.count.iter().map(|it| Total::new(ledger, it.value.number(), &it.from, period)));
    for own in tally.figures.iter().filter(|own| only_grows(own.figure)) {
        if let OwnResult::One(Some(value)) = &own.result {
            let name = format!("{ledger}的{}", own.figure.name());
            totals.push(Total::new(name, value.value.number(), &value.from, period));
        }
    }
}

/// How names begin of what is not done yet, or is left, and may become less.
const OPEN: [char; 6] = ['在', '未', '待', '尚', '剩', '余'];

/// Whether a figure counts or adds up, and does not tell of what is open, as one under a condition may.
fn only_grows(figure: &OwnFigure) -> bool {
    let is_rate = figure.is_typed() && figure.name().ends_with('率');
    let is_reckoned = figure.0.averaged.is_some() || !figure.0.share.is_empty() || figure.0.when.is_some();
    !is_reckoned && !is_rate && !figure.name().starts_with(OPEN)
}

fn fallen(last: &Total, now: &Total) -> Diagnostic {
    let (name, number, before) = (&now.name, now.number.normalize(), last.number.normalize());
    FALLEN
        .finding(format!("「{name}」累计 {number}，上一期已经累计 {before}"))
        .at(now.place.clone(), "比上一期少")
        .and_at(last.place.clone(), "上一期")
        .help("核对两期的数，是不是少打了一位，或者写成了本期的数；核减过的，写明理由认可")
}
