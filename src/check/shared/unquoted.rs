//! Where a value stands in its file, between its quotes.

use crate::source::{Span, Spanned};

/// The place of a value without its quotes.
pub fn within_quotes(value: &Spanned<String>) -> Span {
    value.part(0..value.value.len())
}
