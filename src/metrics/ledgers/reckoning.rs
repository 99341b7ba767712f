//! How the figures of a ledger are made of its items: counts, sums, means, and shares of two of them.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::conditions::said;
use super::registered_names::RegisteredNames;
use super::result::{OwnTally, one};
use crate::metrics::figure::Figure;
use crate::metrics::name::FigureName;
use crate::metrics::rounding::{Rule, honest_quotient, percentage, share_rule};
use crate::record::office::Rounding;
use crate::record::own::{Item, Ledger, MoneyUnit, OwnFigure, OwnValue, Reckoning};
use crate::record::value::{Date, Minutes};
use crate::source::{Span, Spanned};

/// Makes the figures of one ledger.
pub(super) struct Reckoner<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) names: RegisteredNames<'a>,
    pub(super) rounding: &'a Rounding,
    /// The days that the record counts.
    pub(super) counted: RangeInclusive<Date>,
}

impl Reckoner<'_> {
    /// What a figure comes to over these items; `None` where none of them says what it is made of.
    pub(super) fn reckoned(&self, figure: &OwnFigure, items: &[&Item]) -> Option<Figure<Amount>> {
        let rounding = self.rounding;
        let Reckoning { summed, averaged, when, unit, places, .. } = &figure.0;
        let own_places = places.as_ref().map(|places| places.value);
        let zeros = figure.0.zeros.as_ref();
        let of = format!("「{}」{}", self.ledger.name(), when.as_ref().map_or_else(|| "的".to_owned(), said));
        if let Some(column) = summed {
            let column = column.value.text();
            let Added { sum, from, .. } = sum(items, column);
            // Where there are items of which none says it, nobody knows how much it is: nothing is not 0.
            if from.is_empty() && !items.is_empty() {
                return None;
            }
            if self.ledger.is_time(figure) {
                let minutes = Minutes::new(u32::try_from(sum).unwrap_or(u32::MAX));
                return Some(self.named(figure, format!("{of}各条「{column}」之和"), Amount::Time(minutes), from));
            }
            let (value, in_unit) = in_unit(sum, unit.as_ref());
            // Exact, unless the office asks for fewer decimals; but something is never printed as nothing.
            let rule = own_places.map(|places| Rule::for_means(rounding, Some(places)).with_zeros(zeros));
            let cut = rule.map(|rule| format!("，{}", rule.said())).unwrap_or_default();
            let value = rule.and_then(|rule| honest_quotient(value, Decimal::ONE, rule, None)).unwrap_or(value);
            let how = format!("{of}各条「{column}」之和{in_unit}{cut}");
            return Some(self.named(figure, how, Amount::Number(value), from));
        }
        if let Some(column) = averaged {
            let column = column.value.text();
            let Added { sum, from, number } = sum(items, column);
            let rule = Rule::for_means(rounding, own_places).with_zeros(zeros);
            let (dividend, in_unit) = in_unit(sum, unit.as_ref());
            let mean = honest_quotient(dividend, number, rule, None)?;
            let of_what = if self.ledger.is_of_times(figure) { format!("{sum} 分钟") } else { sum.to_string() };
            let how = format!("{of}各条「{column}」的平均：{of_what} ÷ {number} 条{in_unit}，{}", rule.said());
            return Some(self.named(figure, how, Amount::Number(mean), from));
        }
        let from: Vec<Span> = items.iter().map(|item| item.span.clone()).collect();
        let number = items.iter().map(|item| Decimal::from(item.number)).sum();
        Some(self.named(figure, format!("{of}条数"), Amount::Number(number), from))
    }

    /// A share of one figure in another; both stand before it.
    pub(super) fn share(&self, figure: &OwnFigure, before: &[OwnTally]) -> Option<Figure<Amount>> {
        let [part, whole] = figure.0.share.get(..2)? else { return None };
        let (part, whole) = (part.value.text(), whole.value.text());
        let (of, total) = (one(before, part)?, one(before, whole)?);
        let (dividend, divisor) = (of.value.number(), total.value.number());
        let (percent, rule) = self.percent(figure, dividend, divisor)?;
        let how = format!("「{}」的「{part}」{dividend} ÷「{whole}」{divisor}，{rule}", self.ledger.name());
        let from = of.from.iter().chain(&total.from).cloned().collect();
        Some(self.named(figure, how, percent, from))
    }

    /// What a number is of another in percent, and how it is rounded; `None` of nothing.
    pub(super) fn percent(&self, figure: &OwnFigure, part: Decimal, whole: Decimal) -> Option<(Amount, String)> {
        let places = figure.0.places.as_ref().map(|places| places.value);
        let rule = share_rule(self.rounding, places).with_zeros(figure.0.zeros.as_ref());
        Some((Amount::Percent(percentage(part, whole, rule)?), rule.said()))
    }

    fn named(&self, figure: &OwnFigure, rule: String, value: Amount, from: Vec<Span>) -> Figure<Amount> {
        Figure::new(FigureName::OfLedger, rule, value, from).called(figure.name()).about(self.ledger.name())
    }
}

/// An amount in the unit in which it is printed, and what is said of that.
fn in_unit(amount: Decimal, unit: Option<&Spanned<String>>) -> (Decimal, String) {
    if unit.is_none_or(|unit| unit.value != MoneyUnit::TenThousand.word()) {
        return (amount, String::new());
    }
    let shown = amount.checked_div(Decimal::from(10_000)).unwrap_or(amount).normalize();
    (shown, format!("，{amount} 元折成万元"))
}

/// What stands in a column, added up.
struct Added {
    sum: Decimal,
    /// Where it stands.
    from: Vec<Span>,
    /// How many say something there.
    number: Decimal,
}

fn sum(items: &[&Item], column: &str) -> Added {
    let mut added = Added { sum: Decimal::ZERO, from: Vec::new(), number: Decimal::ZERO };
    for item in items {
        let Some(cell) = item.cells.get(column) else { continue };
        let amount = match cell {
            OwnValue::Money(money) => money.value.amount(),
            OwnValue::Number(number) => number.value.number(),
            OwnValue::Duration(minutes) => Decimal::from(minutes.value.get()),
            _ => continue,
        };
        // Each is below a quadrillion, and a file has room for a million: the sum is exact.
        added.sum = added.sum.saturating_add(amount);
        added.number += Decimal::from(item.number);
        added.from.push(cell.span().clone());
    }
    added
}
