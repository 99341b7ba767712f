//! How a template rounds: as it says itself, or by the office's rule.

use super::call::Call;
use super::exact::{Cut, MOST_PLACES};
use super::fault::Result;
use crate::record::office::{Rounding, RoundingRule};

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
}

impl Rule {
    /// 四舍五入, to so many decimals.
    pub(super) const fn half_up(places: u32) -> Self {
        Self { places, cut: Cut::HalfUp }
    }

    fn from_office(rule: RoundingRule, places: u32) -> Self {
        let cut = match rule {
            RoundingRule::Truncate => Cut::Truncate,
            RoundingRule::HalfUp => Cut::HalfUp,
        };
        Self { places, cut }
    }

    /// As the arguments `precision` and `method` of a call have it, where they are given.
    pub(super) fn as_told(self, call: &Call) -> Result<Self> {
        let mut rule = match call.text_argument("method")?.as_deref() {
            None => self,
            Some("half_up" | "四舍五入") => Self { cut: Cut::HalfUp, ..self },
            Some("truncate" | "截断") => Self { cut: Cut::Truncate, ..self },
            Some("ceil") => Self { cut: Cut::Ceiling, ..self },
            Some("floor") => Self { cut: Cut::Floor, ..self },
            Some("office" | "取舍") => call.roundings.means,
            Some(method) => {
                let fix =
                    "method 写 half_up（四舍五入）、truncate（截断）、ceil、floor 或 office（按 office.yaml 的取舍）";
                return Err(call.fault(format!("没有「{method}」这种取舍办法"), fix));
            }
        };
        if let Some(places) = call.count_argument("precision")? {
            rule.places = u32::try_from(places)
                .ok()
                .filter(|places| *places < MOST_PLACES)
                .ok_or_else(|| call.fault(format!("precision 最多是 {}", MOST_PLACES - 1), "请核对括号里的参数"))?;
        }
        Ok(rule)
    }
}

impl Roundings {
    /// What `office.yaml` says under 取舍.
    pub(in crate::compose) fn from_office(rounding: &Rounding) -> Self {
        let means = Rule::from_office(rounding.rule.value, rounding.places.value.0);
        let shares = match &rounding.shares {
            Some(shares) => Rule::from_office(shares.rule.value, shares.places.value.0),
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
