//! Figures of an office's own ledgers that are typed without items, and tell of the same items by the words of one column: those
//! under a condition agree with those that are parted by the column, and come to no more than the whole.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::own_ledgers::{CONTRADICTED, typed_total};
use super::own_parts::{registered, typed_whole};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::Diagnostic;
use crate::record::office::Office;
use crate::record::own::{ANYTHING, Comparison, Condition, Ledger, LedgerOfPeriod, NOTHING, OwnFigure, TypedParts};
use crate::record::value::PlainNumber;
use crate::source::Spanned;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTED], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for ledger in &office.ledgers {
        let Some(recorded) = week.ledgers.get(ledger.name()).filter(|recorded| recorded.items.is_none()) else {
            continue;
        };
        let of_words = figures_of_words(office, ledger, recorded);
        for one in &of_words {
            against_parts(office, ledger, recorded, one, findings);
        }
        together(ledger, recorded, &of_words, findings);
    }
}

/// A typed figure of those items that have one of some words in a column.
struct OfWords<'a> {
    figure: &'a OwnFigure,
    column: &'a str,
    /// As the office registers them.
    words: BTreeSet<&'a str>,
    typed: &'a Spanned<PlainNumber>,
}

fn figures_of_words<'a>(office: &'a Office, ledger: &'a Ledger, recorded: &'a LedgerOfPeriod) -> Vec<OfWords<'a>> {
    let mut found = Vec::new();
    for figure in ledger.figures.iter().filter(|figure| figure.0.by.is_none() && figure.0.averaged.is_none()) {
        let Some(Condition::Are(columns)) = &figure.0.when else { continue };
        let ([(name, words)], Some(typed)) = (&columns[..], recorded.typed(figure.name())) else { continue };
        let Some(column) = ledger.column(&name.value).filter(|column| !Comparison::is_for(column.what())) else {
            continue;
        };
        if words.iter().any(|word| [ANYTHING, NOTHING].contains(&word.value.as_str())) {
            continue;
        }
        let words = words.iter().map(|word| registered(office, column, &word.value)).collect();
        found.push(OfWords { figure, column: column.name.value.text(), words, typed });
    }
    found
}

/// Whether two figures are made of the same items in the same way, but for conditions and parts.
fn are_of_one_measure(one: &OwnFigure, other: &OwnFigure) -> bool {
    let measure = |figure: &OwnFigure| {
        let summed = figure.0.summed.as_ref().map(|summed| summed.value);
        (figure.0.counted.is_some(), summed, figure.0.unit.as_ref().map(|unit| unit.value.clone()))
    };
    measure(one) == measure(other)
}

/// What is typed of the same words one by one comes to the figure.
fn against_parts(
    office: &Office,
    ledger: &Ledger,
    recorded: &LedgerOfPeriod,
    one: &OfWords,
    findings: &mut Vec<Diagnostic>,
) {
    for (name, TypedParts(parts)) in &recorded.typed_parts {
        let Some(parted) = ledger.figure(name) else { continue };
        let by = parted.0.by.as_ref().and_then(|by| ledger.column(by.value.text()));
        let Some(column) = by.filter(|column| column.name.value.text() == one.column) else { continue };
        if parted.0.when.is_some() || !are_of_one_measure(parted, one.figure) {
            continue;
        }
        let mut sum = Decimal::ZERO;
        let mut places = Vec::new();
        for (word, number) in
            parts.iter().filter(|(word, _)| one.words.contains(registered(office, column, &word.value)))
        {
            sum = sum.saturating_add(number.value.number());
            places.push((word, number));
        }
        if sum == one.typed.value.number() {
            continue;
        }
        let (own, typed) = (one.figure.name(), one.typed);
        let words: Vec<&str> = one.words.iter().copied().collect();
        let message = format!("「{own}」写的是 {typed}，「{name}」里「{}」却是 {}", words.join("、"), sum.normalize());
        let mut finding = CONTRADICTED.finding(message).at(typed.span.clone(), format!("{own} {typed}"));
        for (word, number) in places {
            finding = finding.and_at(number.span.clone(), format!("{word} {number}"));
        }
        findings.push(finding.help(format!("核对这几个数；错在前一个，就写「{own}: {}」", sum.normalize())));
    }
}

/// Figures of different words of one column have no item in common: together they are no more than the whole.
fn together(ledger: &Ledger, recorded: &LedgerOfPeriod, of_words: &[OfWords], findings: &mut Vec<Diagnostic>) {
    for (at, first) in of_words.iter().enumerate() {
        let is_alike =
            |other: &&OfWords| other.column == first.column && are_of_one_measure(other.figure, first.figure);
        if of_words[..at].iter().any(|other| is_alike(&other)) {
            continue;
        }
        let whole = match first.figure.0.counted {
            Some(_) => typed_total(ledger, recorded),
            None => typed_whole(ledger, recorded, first.figure),
        };
        let Some(whole) = whole else { continue };
        let mut told = BTreeSet::new();
        let mut parts = Vec::new();
        for other in of_words[at..].iter().filter(is_alike) {
            if told.is_disjoint(&other.words) {
                told.extend(other.words.iter().copied());
                parts.push(other);
            }
        }
        let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.typed.value.number()));
        // A single one that is more than the whole is told already.
        if parts.len() < 2 || sum <= whole.value.number() || is_one_too_many(&parts, whole) {
            continue;
        }
        let said: Vec<String> = parts.iter().map(|part| format!("「{}」{}", part.figure.name(), part.typed)).collect();
        let message = format!("{}，加起来是 {}，一共却只有 {whole}", said.join("、"), sum.normalize());
        let mut finding = CONTRADICTED.finding(message).at(first.typed.span.clone(), first.figure.name());
        for part in &parts[1..] {
            finding = finding.and_at(part.typed.span.clone(), part.figure.name());
        }
        findings.push(
            finding.and_at(whole.span.clone(), "一共").help("核对这几个数；它们数的是不同的条，加起来不会比一共还多"),
        );
    }
}

fn is_one_too_many(parts: &[&OfWords], whole: &Spanned<PlainNumber>) -> bool {
    parts.iter().any(|part| part.typed.value.number() > whole.value.number())
}
