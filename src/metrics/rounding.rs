//! Quotients by the office's rounding rule.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::record::office::{Rounding, RoundingRule};
use crate::record::value::Places;
use crate::source::Spanned;

/// How many decimals are kept, and what happens to the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    way: RoundingRule,
    places: u32,
    /// As many decimals always, be they zeros.
    zeros: bool,
}

impl Rule {
    /// The office's for means; `places` where a figure has its own.
    pub(super) fn for_means(rounding: &Rounding, places: Option<Places>) -> Self {
        let zeros = is_wanted(rounding.zeros.as_ref());
        Self { way: rounding.rule.value, places: places.unwrap_or(rounding.places.value).0, zeros }
    }

    /// With idle zeros or without them, where a figure says so itself.
    pub(super) fn with_zeros(self, zeros: Option<&Spanned<bool>>) -> Self {
        Self { zeros: zeros.map_or(self.zeros, |zeros| zeros.value), ..self }
    }

    /// In a few words.
    pub(super) fn said(self) -> String {
        let places = self.places;
        match self.way {
            RoundingRule::Truncate => format!("截断到 {places} 位小数"),
            RoundingRule::HalfUp => format!("四舍五入到 {places} 位小数"),
        }
    }
}

fn is_wanted(zeros: Option<&Spanned<bool>>) -> bool {
    zeros.is_some_and(|zeros| zeros.value)
}

/// The office's rule for percentages; `places` where a figure has its own.
pub(super) fn share_rule(rounding: &Rounding, places: Option<Places>) -> Rule {
    match &rounding.shares {
        Some(shares) => Rule {
            way: shares.rule.value,
            places: places.unwrap_or(shares.places.value).0,
            zeros: is_wanted(shares.zeros.as_ref()),
        },
        None => Rule::for_means(rounding, places),
    }
}

/// `dividend / divisor` in whole numbers, as the office rounds means.
#[must_use]
pub fn quotient(dividend: u32, divisor: u32, rounding: &Rounding) -> Option<Decimal> {
    rounded_quotient(Decimal::from(dividend), Decimal::from(divisor), Rule::for_means(rounding, None))
}

/// `dividend / divisor`, exactly, then cut or rounded: 79 / 6 is 13.16 where it truncates to two decimals. A quotient that
/// needs fewer is printed with those alone, 35 and not 35.00, unless the rule wants its zeros. `None` where `divisor` is 0.
pub(super) fn rounded_quotient(
    dividend: Decimal,
    divisor: Decimal,
    Rule { way, places, zeros }: Rule,
) -> Option<Decimal> {
    let exact = dividend.checked_div(divisor)?;
    let strategy = match way {
        RoundingRule::Truncate => RoundingStrategy::ToZero,
        RoundingRule::HalfUp => RoundingStrategy::MidpointAwayFromZero,
    };
    let mut rounded = exact.round_dp_with_strategy(places, strategy);
    if rounded == exact && !zeros {
        return Some(exact.normalize());
    }
    rounded.rescale(places);
    Some(rounded)
}

/// [`rounded_quotient`], with as many decimals as it takes for something not to become nothing, and a part of `whole` not to
/// become all of it.
pub(super) fn honest_quotient(
    dividend: Decimal,
    divisor: Decimal,
    rule: Rule,
    whole: Option<Decimal>,
) -> Option<Decimal> {
    /// More would be read by nobody.
    const MOST_PLACES: u32 = 12;
    let exact = dividend.checked_div(divisor)?;
    let is_false = |rounded: Decimal| {
        (rounded.is_zero() && !exact.is_zero()) || whole.is_some_and(|whole| rounded == whole && exact != whole)
    };
    let mut rule = rule;
    let mut rounded = rounded_quotient(dividend, divisor, rule)?;
    while is_false(rounded) && rule.places < MOST_PLACES {
        rule.places += 1;
        rounded = rounded_quotient(dividend, divisor, rule)?;
    }
    Some(rounded)
}

/// What a part is of a whole, in percent; `None` of nothing.
pub(super) fn percentage(part: Decimal, whole: Decimal, rule: Rule) -> Option<Decimal> {
    honest_quotient(part.checked_mul(Decimal::ONE_HUNDRED)?, whole, rule, Some(Decimal::ONE_HUNDRED))
}

/// The quotient before it is rounded, for people: 13.166666…, or 12.5 where that is all of it.
pub(super) fn exact(dividend: impl Into<Decimal>, divisor: impl Into<Decimal>) -> String {
    const SHOWN: u32 = 6;
    let Some(exact) = dividend.into().checked_div(divisor.into()) else { return "—".to_owned() };
    let cut = exact.round_dp_with_strategy(SHOWN, RoundingStrategy::ToZero).normalize();
    if cut == exact { cut.to_string() } else { format!("{cut}…") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span, Spanned};

    fn rounding(rule: RoundingRule, places: u32) -> Rounding {
        let span = Span::new(&Source::new("office.yaml", ""), 0..0);
        Rounding {
            rule: Spanned::new(rule, span.clone()),
            places: Spanned::new(Places(places), span.clone()),
            zeros: None,
            shares: None,
            span,
        }
    }

    #[test]
    fn the_real_week_truncates_13_1666_to_13_16() {
        let print = |rule, places| quotient(79, 6, &rounding(rule, places)).map(|mean| mean.to_string());
        assert_eq!(print(RoundingRule::Truncate, 2).as_deref(), Some("13.16"));
        assert_eq!(print(RoundingRule::HalfUp, 2).as_deref(), Some("13.17"));
        assert_eq!(print(RoundingRule::HalfUp, 0).as_deref(), Some("13"));
    }

    #[test]
    fn idle_zeros_are_left_out_and_nothing_is_divided_by_zero() {
        let two = rounding(RoundingRule::HalfUp, 2);
        assert_eq!(quotient(12, 6, &two).map(|mean| mean.to_string()).as_deref(), Some("2"));
        assert_eq!(quotient(25, 2, &two).map(|mean| mean.to_string()).as_deref(), Some("12.5"));
        assert_eq!(quotient(38_999, 3000, &two).map(|mean| mean.to_string()).as_deref(), Some("13.00"));
        assert_eq!(quotient(12, 0, &two), None);
    }

    #[test]
    fn the_exact_value_says_whether_more_digits_follow() {
        assert_eq!([exact(79, 6), exact(25, 2), exact(12, 6)], ["13.166666…", "12.5", "2"]);
    }
}
