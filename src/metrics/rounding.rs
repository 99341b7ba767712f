//! Quotients by the office's rounding rule.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::record::office::{Rounding, RoundingRule};

/// `dividend / divisor`, exactly, then cut or rounded as the office does, always printed with the office's number
/// of decimals: 79 / 6 is 13.16 where it truncates to two. `None` where `divisor` is 0.
#[must_use]
pub fn quotient(dividend: u32, divisor: u32, rounding: &Rounding) -> Option<Decimal> {
    let exact = Decimal::from(dividend).checked_div(Decimal::from(divisor))?;
    let places = rounding.places.value.0;
    let strategy = match rounding.rule.value {
        RoundingRule::Truncate => RoundingStrategy::ToZero,
        RoundingRule::HalfUp => RoundingStrategy::MidpointAwayFromZero,
    };
    let mut rounded = exact.round_dp_with_strategy(places, strategy);
    rounded.rescale(places);
    Some(rounded)
}

/// The quotient before it is rounded, for people: 13.166666…, or 12.5 where that is all of it.
pub(super) fn exact(dividend: u32, divisor: u32) -> String {
    const SHOWN: u32 = 6;
    let Some(exact) = Decimal::from(dividend).checked_div(Decimal::from(divisor)) else { return "—".to_owned() };
    let cut = exact.round_dp_with_strategy(SHOWN, RoundingStrategy::ToZero).normalize();
    if cut == exact { cut.to_string() } else { format!("{cut}…") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::office::Places;
    use crate::source::{Source, Span, Spanned};

    fn rounding(rule: RoundingRule, places: u32) -> Rounding {
        let span = Span::new(&Source::new("office.yaml", ""), 0..0);
        Rounding {
            rule: Spanned::new(rule, span.clone()),
            places: Spanned::new(Places(places), span.clone()),
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
    fn whole_results_keep_their_decimals_and_nothing_is_divided_by_zero() {
        let two = rounding(RoundingRule::HalfUp, 2);
        assert_eq!(quotient(12, 6, &two).map(|mean| mean.to_string()).as_deref(), Some("2.00"));
        assert_eq!(quotient(12, 0, &two), None);
    }

    #[test]
    fn the_exact_value_says_whether_more_digits_follow() {
        assert_eq!([exact(79, 6), exact(25, 2), exact(12, 6)], ["13.166666…", "12.5", "2"]);
    }
}
