//! A figure of a ledger by the words of a column.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::amount::Amount;
use super::reckoning::Reckoner;
use super::result::{Part, as_typed};
use crate::metrics::figure::Figure;
use crate::metrics::name::FigureName;
use crate::record::own::{Column, Item, LedgerOfPeriod, OwnFigure, OwnName, TypedParts, UNSAID};
use crate::source::{Span, Spanned};

/// The figure of the items with each word in a column, and last of those that have none there.
pub(super) fn parts(
    reckoner: &Reckoner,
    figure: &OwnFigure,
    by: &Spanned<OwnName>,
    items: &[&Item],
    recorded: &LedgerOfPeriod,
) -> Vec<Part> {
    let name = by.value.text();
    let Some(column) = reckoner.ledger.column(name) else { return Vec::new() };
    let called = called(reckoner, column, items);
    let mut alike: HashMap<Option<&str>, Vec<&Item>> = HashMap::new();
    for item in items {
        let word = item.cells.get(name).and_then(|value| called.get(&value.text())).map(String::as_str);
        alike.entry(word).or_default().push(item);
    }
    let mut parts = Vec::new();
    for (word, place) in words(column, items, &called) {
        let of_word = alike.remove(&Some(word)).unwrap_or_default();
        let said = format!("其中「{name}」为「{word}」的");
        parts.extend(reckoner.reckoned(figure, &of_word).map(|value| part(recorded, word, place, value, &said)));
    }
    if let Some(unsaid) = alike.remove(&None) {
        let said = format!("其中没有写「{name}」的");
        let value = reckoner.reckoned(figure, &unsaid);
        parts.extend(value.map(|value| part(recorded, UNSAID, by.span.clone(), value, &said)));
    }
    parts
}

/// The parts of a figure that the record says word by word.
pub(super) fn typed_parts(
    reckoner: &Reckoner,
    figure: &OwnFigure,
    by: &Spanned<OwnName>,
    typed: &TypedParts,
    recorded: &LedgerOfPeriod,
) -> Vec<Part> {
    let Some(column) = reckoner.ledger.column(by.value.text()) else { return Vec::new() };
    let declared = |word: &str| column.words.iter().position(|known| known.value == word);
    let mut parts = Vec::new();
    for (word, number) in &typed.0 {
        let called = reckoner.names.called(column, &word.value);
        let value = as_typed(reckoner.ledger, figure, number);
        parts.push(Part {
            value: value.about(&format!("{}，{called}", recorded.name.value)),
            word: called,
            place: word.span.clone(),
            share: None,
        });
    }
    // Those that the column declares stand in its order, others as they are typed, and 未注明 at the end.
    parts.sort_by_key(|part| (part.word == UNSAID, declared(&part.word)));
    parts
}

/// All that is written in a column, each with the word under which it is counted.
fn called(reckoner: &Reckoner, column: &Column, items: &[&Item]) -> HashMap<String, String> {
    let mut called = HashMap::new();
    for value in items.iter().filter_map(|item| item.cells.get(column.name.value.text())) {
        called.entry(value.text()).or_insert_with(|| reckoner.names.called(column, &value.text()));
    }
    called
}

/// The words of a column: those that it may have, in their order, else those that are written, in the order in which they
/// come first.
fn words<'a>(column: &'a Column, items: &[&Item], called: &'a HashMap<String, String>) -> Vec<(&'a str, Span)> {
    if !column.words.is_empty() {
        return column.words.iter().map(|word| (word.value.as_str(), word.span.clone())).collect();
    }
    let mut words = Vec::new();
    let mut seen = HashSet::new();
    for value in items.iter().filter_map(|item| item.cells.get(column.name.value.text())) {
        let Some(word) = called.get(&value.text()) else { continue };
        if seen.insert(word) {
            words.push((word.as_str(), value.span().clone()));
        }
    }
    words
}

/// Reckons what each part is of all of them together.
pub(super) fn add_shares(reckoner: &Reckoner, figure: &OwnFigure, parts: &mut [Part]) {
    let whole = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.value.value.number()));
    let from: Vec<Span> = parts.iter().flat_map(|part| part.value.from.iter().cloned()).collect();
    for part in parts {
        let number = part.value.value.number();
        let share = reckoner.percent(figure, number, whole);
        part.share = share.map(|(percent, rule)| {
            let how = format!("「{}」{number} ÷ 合计 {whole}，{rule}", part.word);
            Figure::new(FigureName::ShareOfAll, how, percent, from.clone()).about(&part.value.label())
        });
    }
}

/// `said`: which items these are, for people.
fn part(recorded: &LedgerOfPeriod, word: &str, place: Span, value: Figure<Amount>, said: &str) -> Part {
    let rule = format!("{}，{said}", value.rule);
    let of = format!("{}，{word}", recorded.name.value);
    Part {
        word: word.to_owned(),
        place,
        value: Figure { rule, ..value }.about(&of).or_at([recorded.name.span.clone()]),
        share: None,
    }
}
