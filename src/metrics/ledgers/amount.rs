//! What a figure of a ledger comes to.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::record::own::{Ledger, OwnFigure};
use crate::record::value::{Minutes, PlainNumber};

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
    /// What a period's record says of a figure: a time is kept in minutes.
    #[must_use]
    pub fn from_typed(ledger: &Ledger, figure: &OwnFigure, typed: PlainNumber) -> Self {
        match typed.number().to_u32().filter(|_| ledger.is_time(figure)) {
            Some(minutes) => Self::Time(Minutes::new(minutes)),
            None => Self::Number(typed.number()),
        }
    }

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
    #[must_use]
    pub fn number(self) -> Decimal {
        match self {
            Self::Number(number) | Self::Percent(number) => number,
            Self::Time(minutes) => Decimal::from(minutes.get()),
        }
    }
}
