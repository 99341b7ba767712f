//! Figures of an office's own ledgers that are typed word by word: they agree with the items, or with the whole.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::own_ledgers::{CONTRADICTED, typed_total};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::Diagnostic;
use crate::metrics::{LedgerTally, OwnResult, ledgers};
use crate::record::office::Office;
use crate::record::own::{Column, Ledger, LedgerOfPeriod, OwnFigure, TypedParts};
use crate::record::value::PlainNumber;
use crate::source::Spanned;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for tally in ledgers(office, week) {
        let Some(recorded) = week.ledgers.get(tally.ledger.name()) else { continue };
        for (name, typed) in &recorded.typed_parts {
            let Some(figure) = tally.ledger.figure(name) else { continue };
            if recorded.items.is_some() {
                against_items(office, &tally, figure, typed, findings);
            } else {
                against_whole(tally.ledger, recorded, figure, typed, findings);
            }
        }
    }
}

/// What is typed of each word, and what the items say.
fn against_items(
    office: &Office,
    tally: &LedgerTally,
    figure: &OwnFigure,
    typed: &TypedParts,
    findings: &mut Vec<Diagnostic>,
) {
    let name = figure.name();
    let made = tally.figures.iter().find(|own| own.figure.name() == name).map(|own| &own.result);
    let column = figure.0.by.as_ref().and_then(|by| tally.ledger.column(by.value.text()));
    let (Some(OwnResult::Each(parts)), Some(column)) = (made, column) else { return };
    let mut left: BTreeMap<&str, Decimal> = BTreeMap::new();
    left.extend(parts.iter().map(|part| (part.word.as_str(), part.value.value.number())));
    for (word, number) in &typed.0 {
        let made = left.remove(registered(office, column, &word.value)).unwrap_or_default();
        if made != number.value.number() {
            let message = format!("「{name}」的「{word}」写的是 {}，各条算出来是 {}", number.value, made.normalize());
            let help = format!("核对各条；各条不缺的，去掉「{name}」");
            findings.push(CONTRADICTED.finding(message).at(number.span.clone(), "与各条不符").help(help));
        }
    }
    let Some((first, _)) = typed.0.first() else { return };
    for (word, made) in left.into_iter().filter(|(_, made)| !made.is_zero()) {
        let message = format!("「{name}」没有写「{word}」，各条算出来是 {}", made.normalize());
        let help = format!("核对各条；各条不缺的，去掉「{name}」");
        findings.push(CONTRADICTED.finding(message).at(first.span.clone(), "少写了").help(help));
    }
}

/// The name by which a word of a column is counted.
pub(super) fn registered<'a>(office: &'a Office, column: &Column, word: &'a str) -> &'a str {
    let register = column.what().register();
    register.and_then(|register| office.names_alike(register, word).first().copied()).unwrap_or(word)
}

/// What is typed of all words together, and how much there is in all.
fn against_whole(
    ledger: &Ledger,
    recorded: &LedgerOfPeriod,
    figure: &OwnFigure,
    typed: &TypedParts,
    findings: &mut Vec<Diagnostic>,
) {
    let (Some(whole), Some((first, _))) = (whole(ledger, recorded, figure), typed.0.first()) else { return };
    let sum = typed.0.iter().fold(Decimal::ZERO, |sum, (_, number)| sum.saturating_add(number.value.number()));
    let all = whole.value.number();
    let is_right = if figure.0.when.is_none() { sum == all } else { sum <= all };
    if !is_right {
        findings.push(
            CONTRADICTED
                .finding(format!("「{}」加起来是 {}，一共却是 {}", figure.name(), sum.normalize(), whole.value))
                .at(first.span.clone(), "这几个数")
                .and_at(whole.span.clone(), "一共")
                .help("核对这几个数；有说不出是哪一类的，写在 未注明 里"),
        );
    }
}

/// The number that the parts of a figure are parts of, where it is typed: how many items there are, or what the same column comes
/// to in all.
fn whole<'a>(ledger: &Ledger, recorded: &'a LedgerOfPeriod, figure: &OwnFigure) -> Option<&'a Spanned<PlainNumber>> {
    if figure.0.counted.is_some() { typed_total(ledger, recorded) } else { typed_whole(ledger, recorded, figure) }
}

/// What the column that a figure adds up comes to in all, in the same unit, where it is typed.
pub(super) fn typed_whole<'a>(
    ledger: &Ledger,
    recorded: &'a LedgerOfPeriod,
    figure: &OwnFigure,
) -> Option<&'a Spanned<PlainNumber>> {
    let column = figure.0.summed.as_ref()?.value;
    let is_whole = |other: &&OwnFigure| {
        let is_sum = other.0.summed.as_ref().is_some_and(|summed| summed.value == column);
        let unit = |figure: &OwnFigure| figure.0.unit.as_ref().map(|unit| unit.value.clone());
        is_sum && other.0.by.is_none() && other.0.when.is_none() && unit(other) == unit(figure)
    };
    let other = ledger.figures.iter().find(is_whole)?;
    recorded.typed(other.name())
}
