//! Returns and refunds.

use super::figure::Figure;
use super::name::FigureName;
use crate::record::value::Money;
use crate::record::week;
use crate::source::Spanned;

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
    pub fn from_record(returns: &week::Returns) -> Self {
        Self {
            count: as_typed(FigureName::Returns, &returns.count),
            amount: as_typed(FigureName::ReturnedAmount, &returns.amount),
            satisfied: as_typed(FigureName::Satisfied, &returns.satisfied),
            withdrawn: as_typed(FigureName::Withdrawn, &returns.withdrawn),
            evasions: as_typed(FigureName::Evasions, &returns.evasions),
        }
    }
}

fn as_typed<T: Copy>(name: FigureName, value: &Spanned<T>) -> Figure<T> {
    Figure::as_typed(name, value.value, &value.span)
}
