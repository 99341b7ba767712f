//! Returns and refunds.

use super::figure::Figure;
use crate::record::value::Money;
use crate::record::week;

/// The week's returns; none of the counts is assumed from another.
#[derive(Debug, Clone)]
pub struct Returns {
    pub count: Figure<u32>,
    pub amount: Figure<Money>,
    pub satisfied: Figure<u32>,
    pub withdrawn: Figure<u32>,
    pub evasions: Figure<u32>,
}

impl Returns {
    #[must_use]
    pub fn of(returns: &week::Returns) -> Self {
        let whole = |name, value: &crate::source::Spanned<u32>| {
            Figure::new(name, "照录", value.value, vec![value.span.clone()])
        };
        Self {
            count: whole("退换货件数", &returns.count),
            amount: Figure::new("退货金额", "照录", returns.amount.value, vec![returns.amount.span.clone()]),
            satisfied: whole("满意件数", &returns.satisfied),
            withdrawn: whole("撤销件数", &returns.withdrawn),
            evasions: whole("推诿诱导件数", &returns.evasions),
        }
    }
}
