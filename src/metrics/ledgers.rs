//! The figures of an office's own ledgers: how many items, sums, means, shares, by a column, under a condition.

use std::collections::{HashMap, HashSet};
use std::fmt;

use rust_decimal::Decimal;

use super::figure::Figure;
use super::name::FigureName;
use super::rounding::{Rule, honest_quotient, share_rule};
use crate::record::office::{Office, Rounding};
use crate::record::own::{
    ANYTHING, Cells, Condition, Item, Ledger, LedgerOfPeriod, MoneyUnit, NOTHING, OwnFigure, OwnName, OwnValue,
    Reckoning,
};
use crate::record::value::{Minutes, PlainNumber};
use crate::record::week::Week;
use crate::source::{Span, Spanned};

/// A ledger in one period.
#[derive(Debug, Clone)]
pub struct LedgerTally<'a> {
    pub ledger: &'a Ledger,
    pub items: &'a [Item],
    /// How many items there are; `None` where only other figures are recorded.
    pub count: Option<Figure<Amount>>,
    /// In the order in which the office declares them.
    pub figures: Vec<OwnTally<'a>>,
}

/// A figure of a ledger.
#[derive(Debug, Clone)]
pub struct OwnTally<'a> {
    pub figure: &'a OwnFigure,
    pub result: OwnResult,
}

/// What a figure comes to.
#[derive(Debug, Clone)]
pub enum OwnResult {
    /// `None` where nothing is recorded that it could be made of, and where it would divide by nothing.
    One(Option<Figure<Amount>>),
    /// Of each word in a column.
    Each(Vec<Part>),
}

/// A figure of the items that have one word in a column.
#[derive(Debug, Clone)]
pub struct Part {
    pub word: String,
    /// Where the word is declared, or first written.
    pub place: Span,
    pub value: Figure<Amount>,
}

/// So many, so much or so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    Number(Decimal),
    Time(Minutes),
    /// In hundredths.
    Percent(Decimal),
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Time(minutes) => minutes.fmt(f),
            Self::Percent(percent) => write!(f, "{percent}%"),
        }
    }
}

impl Amount {
    /// Without idle zeros, so that equal amounts are equal.
    #[must_use]
    pub fn normalized(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number.normalize()),
            Self::Percent(percent) => Self::Percent(percent.normalize()),
            Self::Time(_) => self,
        }
    }

    #[must_use]
    pub fn is_zero(self) -> bool {
        self.number().is_zero()
    }

    /// The number to divide by, or to be divided.
    fn number(self) -> Decimal {
        match self {
            Self::Number(number) | Self::Percent(number) => number,
            Self::Time(minutes) => Decimal::from(minutes.get()),
        }
    }
}

/// Those that the week's record tells of, in the order in which the office declares them.
#[must_use]
pub fn ledgers<'a>(office: &'a Office, week: &'a Week) -> Vec<LedgerTally<'a>> {
    let mut tallies = Vec::new();
    for ledger in &office.ledgers {
        if let Some(recorded) = week.ledgers.get(ledger.name()) {
            tallies.push(LedgerTally::new(ledger, recorded, &office.rounding));
        }
    }
    tallies
}

impl<'a> LedgerTally<'a> {
    fn new(ledger: &'a Ledger, recorded: &'a LedgerOfPeriod, rounding: &Rounding) -> Self {
        let items = recorded.items.as_deref();
        let count = match items {
            Some(items) => Some(count(ledger, items, recorded)),
            None => recorded.typed_count().map(|typed| as_typed(ledger, typed)),
        };
        let mut figures: Vec<OwnTally> = Vec::new();
        for figure in &ledger.figures {
            let result = if figure.0.share.is_empty() {
                made(ledger, figure, recorded, rounding)
            } else {
                OwnResult::One(share(ledger, figure, &figures, rounding))
            };
            figures.push(OwnTally { figure, result });
        }
        Self { ledger, items: items.unwrap_or_default(), count, figures }
    }

    /// The figure of that name, where it is one number.
    #[must_use]
    pub fn one(&self, name: &str) -> Option<&Figure<Amount>> {
        one(&self.figures, name)
    }
}

fn one<'t>(figures: &'t [OwnTally], name: &str) -> Option<&'t Figure<Amount>> {
    let found = figures.iter().find(|tally| tally.figure.name() == name)?;
    match &found.result {
        OwnResult::One(value) => value.as_ref(),
        OwnResult::Each(_) => None,
    }
}

/// How many items there are; the ledger's name says it where there is none.
fn count(ledger: &Ledger, items: &[Item], recorded: &LedgerOfPeriod) -> Figure<Amount> {
    let places: Vec<Span> = items.iter().map(|item| item.span.clone()).collect();
    let rule = format!("「{}」的条数", ledger.name());
    Figure::new(FigureName::OfLedger, rule, Amount::Number(places.len().into()), places)
        .about(ledger.name())
        .or_at([recorded.name.span.clone()])
}

/// A number that is taken over from the record.
fn as_typed(ledger: &Ledger, typed: &Spanned<PlainNumber>) -> Figure<Amount> {
    Figure::as_typed(FigureName::OfLedger, Amount::Number(typed.value.number()), &typed.span).about(ledger.name())
}

/// A figure that is typed, or made of the items.
fn made(ledger: &Ledger, figure: &OwnFigure, recorded: &LedgerOfPeriod, rounding: &Rounding) -> OwnResult {
    let Reckoning { when, by, .. } = &figure.0;
    let Some(items) = recorded.items.as_deref().filter(|_| !figure.is_typed()) else {
        let count = recorded.typed_count().filter(|_| Ledger::counts_all(figure));
        let typed = recorded.typed(figure.name()).or(count);
        return OwnResult::One(typed.map(|typed| as_typed(ledger, typed).called(figure.name())));
    };
    let met: Vec<&Item> =
        items.iter().filter(|item| when.as_ref().is_none_or(|when| is_met(ledger, when, &item.cells))).collect();
    let Some(by) = by else {
        let value = reckoned(ledger, figure, &met, rounding);
        return OwnResult::One(value.map(|value| value.or_at([recorded.name.span.clone()])));
    };
    OwnResult::Each(parts(ledger, figure, by, &met, recorded, rounding))
}

/// The figure of the items with each word in a column, and last of those that have none there.
fn parts(
    ledger: &Ledger,
    figure: &OwnFigure,
    by: &Spanned<OwnName>,
    items: &[&Item],
    recorded: &LedgerOfPeriod,
    rounding: &Rounding,
) -> Vec<Part> {
    let column = by.value.text();
    let mut alike: HashMap<Option<String>, Vec<&Item>> = HashMap::new();
    for item in items {
        alike.entry(item.cells.get(column).map(OwnValue::text)).or_default().push(item);
    }
    let mut parts = Vec::new();
    for (word, place) in words(ledger, column, items) {
        let of_word = alike.remove(&Some(word.clone())).unwrap_or_default();
        let said = format!("其中「{column}」为「{word}」的");
        parts.extend(
            reckoned(ledger, figure, &of_word, rounding).map(|value| part(recorded, word, place, value, &said)),
        );
    }
    if let Some(unsaid) = alike.remove(&None) {
        let (said, place) = (format!("其中没有写「{column}」的"), by.span.clone());
        let value = reckoned(ledger, figure, &unsaid, rounding);
        parts.extend(value.map(|value| part(recorded, UNSAID.to_owned(), place, value, &said)));
    }
    parts
}

/// `said`: which items these are, for people.
fn part(recorded: &LedgerOfPeriod, word: String, place: Span, value: Figure<Amount>, said: &str) -> Part {
    let rule = format!("{}，{said}", value.rule);
    let of = format!("{}，{word}", recorded.name.value);
    Part { word, place, value: Figure { rule, ..value }.about(&of).or_at([recorded.name.span.clone()]) }
}

/// What the items are called that have nothing in a column by which a figure is parted.
const UNSAID: &str = "未注明";

/// The words of a column: those that it may have, in their order, else those that are written, in the order in which they
/// come first.
fn words(ledger: &Ledger, column: &str, items: &[&Item]) -> Vec<(String, Span)> {
    let declared = ledger.column(column).map(|column| &column.words);
    if let Some(words) = declared.filter(|words| !words.is_empty()) {
        return words.iter().map(|word| (word.value.clone(), word.span.clone())).collect();
    }
    let mut words: Vec<(String, Span)> = Vec::new();
    let mut seen = HashSet::new();
    for cell in items.iter().filter_map(|item| item.cells.get(column)) {
        let text = cell.text();
        if seen.insert(text.clone()) {
            words.push((text, cell.span().clone()));
        }
    }
    words
}

/// What a figure comes to over these items.
fn reckoned(ledger: &Ledger, figure: &OwnFigure, items: &[&Item], rounding: &Rounding) -> Option<Figure<Amount>> {
    let Reckoning { summed, averaged, when, unit, places, .. } = &figure.0;
    let own_places = places.as_ref().map(|places| places.value);
    let of = format!("「{}」里{}", ledger.name(), when.as_ref().map(said).unwrap_or_default());
    if let Some(column) = summed {
        let column = column.value.text();
        let (sum, from, is_time) = sum(items, column);
        if is_time {
            let minutes = Minutes::new(u32::try_from(sum).unwrap_or(u32::MAX));
            return Some(named(ledger, figure, format!("{of}各条的「{column}」之和"), Amount::Time(minutes), from));
        }
        let (value, in_unit) = in_unit(sum, unit.as_ref());
        // Exact, unless the office asks for fewer decimals; but something is never printed as nothing.
        let rule = own_places.map(|places| Rule::for_means(rounding, Some(places)));
        let cut = rule.map(|rule| format!("，{}", rule.said())).unwrap_or_default();
        let value = rule.and_then(|rule| honest_quotient(value, Decimal::ONE, rule, None)).unwrap_or(value);
        let how = format!("{of}各条的「{column}」之和{in_unit}{cut}");
        return Some(named(ledger, figure, how, Amount::Number(value), from));
    }
    if let Some(column) = averaged {
        let column = column.value.text();
        let (sum, from, is_time) = sum(items, column);
        let rule = Rule::for_means(rounding, own_places);
        let (dividend, in_unit) = in_unit(sum, unit.as_ref());
        let mean = honest_quotient(dividend, Decimal::from(from.len()), rule, None)?;
        let of_what = if is_time { format!("{sum} 分钟") } else { sum.to_string() };
        let how = format!("{of}各条的「{column}」的平均：{of_what} ÷ {} 条{in_unit}，{}", from.len(), rule.said());
        return Some(named(ledger, figure, how, Amount::Number(mean), from));
    }
    let from: Vec<Span> = items.iter().map(|item| item.span.clone()).collect();
    Some(named(ledger, figure, format!("{of}的条数"), Amount::Number(from.len().into()), from))
}

/// An amount in the unit in which it is printed, and what is said of that.
fn in_unit(amount: Decimal, unit: Option<&Spanned<String>>) -> (Decimal, String) {
    if unit.is_none_or(|unit| unit.value != MoneyUnit::TenThousand.word()) {
        return (amount, String::new());
    }
    let shown = amount.checked_div(Decimal::from(10_000)).unwrap_or(amount).normalize();
    (shown, format!("，{amount} 元折成万元"))
}

fn named(ledger: &Ledger, figure: &OwnFigure, rule: String, value: Amount, from: Vec<Span>) -> Figure<Amount> {
    Figure::new(FigureName::OfLedger, rule, value, from).called(figure.name()).about(ledger.name())
}

/// What stands in a column, added up; where it stands; whether it is minutes.
fn sum(items: &[&Item], column: &str) -> (Decimal, Vec<Span>, bool) {
    let (mut sum, mut from, mut is_time) = (Decimal::ZERO, Vec::new(), false);
    for cell in items.iter().filter_map(|item| item.cells.get(column)) {
        let number = match cell {
            OwnValue::Money(money) => money.value.amount(),
            OwnValue::Number(number) => number.value.number(),
            OwnValue::Duration(minutes) => {
                is_time = true;
                Decimal::from(minutes.value.get())
            }
            _ => continue,
        };
        // Each is below a quadrillion, and a file has room for a million: the sum is exact.
        sum = sum.saturating_add(number);
        from.push(cell.span().clone());
    }
    (sum, from, is_time)
}

/// A share of one figure in another; both stand before it.
fn share(ledger: &Ledger, figure: &OwnFigure, before: &[OwnTally], rounding: &Rounding) -> Option<Figure<Amount>> {
    let [part, whole] = figure.0.share.get(..2)? else { return None };
    let (part, whole) = (part.value.text(), whole.value.text());
    let (of, total) = (one(before, part)?, one(before, whole)?);
    let (dividend, divisor) = (of.value.number(), total.value.number());
    let rule = share_rule(rounding, figure.0.places.as_ref().map(|places| places.value));
    let hundredfold = dividend.checked_mul(Decimal::ONE_HUNDRED)?;
    let percent = honest_quotient(hundredfold, divisor, rule, Some(Decimal::ONE_HUNDRED))?;
    let how = format!("「{}」的「{part}」{dividend} ÷「{whole}」{divisor}，{}", ledger.name(), rule.said());
    Some(named(ledger, figure, how, Amount::Percent(percent), of.from.iter().chain(&total.from).cloned().collect()))
}

/// Whether an item meets a condition.
pub(super) fn is_met(ledger: &Ledger, when: &Condition, item: &Cells) -> bool {
    match when {
        Condition::Has(column) => match item.get(column.value.text()) {
            Some(OwnValue::Truth(truth)) => truth.value,
            value => value.is_some(),
        },
        Condition::Are(columns) => columns.iter().all(|(column, words)| {
            let value = item.get(&column.value);
            // What the column itself may say is meant as that.
            let own_words = ledger.column(&column.value).map(|column| &column.words);
            let is_own = |word: &str| own_words.is_some_and(|words| words.iter().any(|own| own.value == word));
            words.iter().any(|word| match word.value.as_str() {
                ANYTHING if !is_own(ANYTHING) => value.is_some(),
                NOTHING if !is_own(NOTHING) => value.is_none(),
                word => value.is_some_and(|value| value.text() == word),
            })
        }),
    }
}

/// A condition, for people.
fn said(when: &Condition) -> String {
    match when {
        Condition::Has(column) => format!("写了「{}」的", column.value),
        Condition::Are(columns) => {
            let each = columns.iter().map(|(column, words)| {
                let words: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
                format!("「{}」为「{}」", column.value, words.join("、"))
            });
            format!("{}的", each.collect::<Vec<_>>().join("、"))
        }
    }
}
