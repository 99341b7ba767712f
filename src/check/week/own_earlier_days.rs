//! Items of an office's own ledgers that were registered before the period: they are counted as if they were of it.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::own::{Column, ColumnType, EARLIER, Ledger, OwnValue, THIS_PERIOD};
use crate::source::Spanned;

static EARLIER_DAY: Rule = Rule {
    code: "own-date-earlier",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "台账里有的条，登记的日期（第一栏日期，不算写了不早于、可在以后的）在这一期以前。声明了 可在以前: 是，或者有一个数在“当”里问它是不是 本期、此前 的，除外。",
    why: "数条数会把以前的也算作本期的。",
    example: "周期从 2026-05-01 起，立案: 2026-02-03",
    fix: "写错的改正；只数本期的，数里写 当: { 立案: 本期 }；以前登记、这一期接着办的，在这一栏写 可在以前: 是。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&EARLIER_DAY], check: Check::Week(check) };

/// So many further places are marked at most.
const MOST_PLACES: usize = 9;

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let start = week.period.value.start();
    for ledger in &office.ledgers {
        let Some(column) = registering(ledger) else { continue };
        let name = column.name.value.text();
        let mut earlier = Vec::new();
        let recorded = week.ledgers.get(ledger.name()).and_then(|recorded| recorded.items.as_deref());
        for item in recorded.unwrap_or_default() {
            match item.cells.get(name) {
                Some(OwnValue::Date(date)) if date.value < start.value => earlier.push(date),
                _ => {}
            }
        }
        let Some((first, others)) = earlier.split_first() else { continue };
        let message = if others.is_empty() {
            format!("「{name}」{first} 在这一期（从 {start} 起）以前")
        } else {
            format!("「{}」有 {} 条的「{name}」在这一期（从 {start} 起）以前", ledger.name(), earlier.len())
        };
        let mut finding = EARLIER_DAY
            .finding(message)
            .at(first.span.clone(), "以前的，也算在条数里")
            .and_at(start.span.clone(), "这一期从这天起");
        for Spanned { span, .. } in others.iter().take(MOST_PLACES) {
            finding = finding.and_at(span.clone(), "也在以前");
        }
        findings.push(finding.help(format!(
            "写错的改正；只数本期的，在 office.yaml 的数里写 当: {{ {name}: 本期 }}；以前登记、这一期接着办的，在「{name}」栏写 可在以前: 是"
        )));
    }
}

/// The column of the day on which items are registered, unless the office says that it may be an earlier one, or asks which.
fn registering(ledger: &Ledger) -> Option<&Column> {
    let is_first =
        |column: &&Column| column.what() == ColumnType::Date && column.not_before.is_none() && !column.may_be_later();
    let column = ledger.columns.iter().find(is_first)?;
    let name = column.name.value.text();
    let conditions = ledger.figures.iter().filter_map(|figure| figure.0.when.as_ref());
    let mut asked = conditions.flat_map(|when| when.columns()).filter(|(column, ..)| *column == name);
    let is_asked =
        asked.any(|(_, _, words)| words.iter().any(|word| [THIS_PERIOD, EARLIER].contains(&word.value.as_str())));
    (!column.may_be_earlier() && !is_asked).then_some(column)
}
