//! What the figures of a ledger come to.

use super::amount::Amount;
use crate::metrics::figure::Figure;
use crate::metrics::name::FigureName;
use crate::record::own::{Ledger, OwnFigure};
use crate::record::value::PlainNumber;
use crate::source::{Span, Spanned};

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
    /// What it is of all parts, in percent, where the office wants to be told.
    pub share: Option<Figure<Amount>>,
}

/// The figure of that name among `figures`, where it is one number.
pub(super) fn one<'t>(figures: &'t [OwnTally], name: &str) -> Option<&'t Figure<Amount>> {
    let found = figures.iter().find(|tally| tally.figure.name() == name)?;
    match &found.result {
        OwnResult::One(value) => value.as_ref(),
        OwnResult::Each(_) => None,
    }
}

/// How many items there are, taken over from the record.
pub(super) fn count_as_typed(ledger: &Ledger, typed: &Spanned<PlainNumber>) -> Figure<Amount> {
    Figure::as_typed(FigureName::OfLedger, Amount::Number(typed.value.number()), &typed.span).about(ledger.name())
}

/// A figure that is taken over from the record.
pub(super) fn as_typed(ledger: &Ledger, figure: &OwnFigure, typed: &Spanned<PlainNumber>) -> Figure<Amount> {
    let value = Amount::from_typed(ledger, figure, typed.value);
    Figure { value, ..count_as_typed(ledger, typed) }.called(figure.name())
}
