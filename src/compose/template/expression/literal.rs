//! Texts in quotes and numbers, as templates write them.

use tera::Value;

use super::exact::Exact;
use super::value::Number;

/// What stands between the quotes, with its escapes undone; `None` where one is unknown or the closing quote is missing.
pub(super) fn unquoted(typed: &str) -> Option<String> {
    let quote = typed.chars().next()?;
    let inner = typed.strip_prefix(quote)?.strip_suffix(quote)?;
    let mut text = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(c) = characters.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        text.push(match characters.next()? {
            c @ ('"' | '\'' | '/' | '\\') => c,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            _ => return None,
        });
    }
    Some(text)
}

/// `None` of one with more digits than can be counted with.
pub(super) fn number(typed: &str) -> Option<Value> {
    let (exact, places) = Exact::from_decimal(typed)?;
    Some(Number { places, ..Number::new(exact, Vec::new()) }.into_value())
}
