//! How a figure has changed from the same one of another period: 环比, 同比.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::figure::Figure;
use super::ledgers::Amount;
use super::name::FigureName;
use super::rounding::{exact, percentage, rounded_quotient, share_rule};
use crate::record::compared_with::ComparedWith;
use crate::record::office::Rounding;
use crate::record::value::Minutes;

/// A change from one figure to another.
#[derive(Debug, Clone)]
pub struct Change {
    pub way: Ordering,
    /// By how much it rose or fell; of two percentages in percentage points.
    pub amount: Figure<Amount>,
    /// By how much in percent; `None` of percentages, from nothing, and where rounding leaves nothing of it.
    pub percent: Option<Figure<Amount>>,
    /// There was nothing of it then.
    pub is_from_zero: bool,
}

impl Change {
    #[must_use]
    pub fn new(with: ComparedWith, now: &Figure<Amount>, then: &Figure<Amount>, rounding: &Rounding) -> Self {
        let name = match with {
            ComparedWith::Before => FigureName::ChangeFromBefore,
            ComparedWith::YearBefore => FigureName::ChangeFromYearBefore,
        };
        let difference = now.value.number().saturating_sub(then.value.number());
        let from = || now.from.iter().chain(&then.from).cloned().collect();
        let rule = format!("{} − {} = {}", now.value, then.value, difference.normalize());
        let amount = Figure::new(name, rule, amount(now.value, difference.abs()), from()).about(&now.label());
        let percent = percent(now.value, then.value, difference.abs(), rounding);
        Self {
            way: difference.cmp(&Decimal::ZERO),
            amount,
            percent: percent.map(|(value, rule)| Figure::new(name, rule, value, from()).about(&now.label())),
            is_from_zero: then.value.is_zero(),
        }
    }
}

/// A difference of amounts of one sort.
fn amount(of: Amount, difference: Decimal) -> Amount {
    match of {
        Amount::Time(_) => Amount::Time(Minutes::new(u32::try_from(difference).unwrap_or(u32::MAX))),
        Amount::Number(_) | Amount::Percent(_) => Amount::Number(difference.normalize()),
    }
}

/// How much the difference is of what there was then, and how that is reckoned.
fn percent(now: Amount, then: Amount, difference: Decimal, rounding: &Rounding) -> Option<(Amount, String)> {
    if matches!(now, Amount::Percent(_)) || difference.is_zero() {
        return None;
    }
    let (rule, base) = (share_rule(rounding, None), then.number());
    let hundredfold = difference.checked_mul(Decimal::ONE_HUNDRED)?;
    rounded_quotient(hundredfold, base, rule).filter(|rounded| !rounded.is_zero())?;
    let percent = percentage(difference, base, rule)?;
    let difference = difference.normalize();
    let how = format!("{difference} ÷ {} = {}%，{}", base.normalize(), exact(hundredfold, base), rule.said());
    Some((Amount::Percent(percent), how))
}
