//! How a template rounds: as it says itself, or by the office's rule.

use super::exact::Cut;
use crate::record::office::{Rounding, RoundingRule};
use crate::source::Spanned;

/// The office's rules.
#[derive(Debug, Clone, Copy)]
pub(in crate::compose) struct Roundings {
    pub(super) means: Rule,
    pub(super) shares: Rule,
}

/// How many decimals are kept, and what happens to the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) places: u32,
    pub(super) cut: Cut,
    /// As many decimals always, be they zeros.
    pub(super) zeros: bool,
}

impl Rule {
    /// 四舍五入, to so many decimals.
    pub(super) const fn half_up(places: u32) -> Self {
        Self { places, cut: Cut::HalfUp, zeros: false }
    }

    fn from_office(rule: RoundingRule, places: u32, zeros: Option<&Spanned<bool>>) -> Self {
        let cut = match rule {
            RoundingRule::Truncate => Cut::Truncate,
            RoundingRule::HalfUp => Cut::HalfUp,
        };
        Self { places, cut, zeros: zeros.is_some_and(|zeros| zeros.value) }
    }
}

impl Roundings {
    /// What `office.yaml` says under 取舍.
    pub(in crate::compose) fn from_office(rounding: &Rounding) -> Self {
        let means = Rule::from_office(rounding.rule.value, rounding.places.value.0, rounding.zeros.as_ref());
        let shares = match &rounding.shares {
            Some(shares) => Rule::from_office(shares.rule.value, shares.places.value.0, shares.zeros.as_ref()),
            None => means,
        };
        Self { means, shares }
    }
}

impl Default for Roundings {
    fn default() -> Self {
        Self { means: Rule::half_up(2), shares: Rule::half_up(2) }
    }
}
