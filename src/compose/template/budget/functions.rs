//! The function that counts, and the escape function, which counts what is printed.

#![expect(clippy::needless_pass_by_value, reason = "Tera's functions are given their arguments by value")]

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::calls::SPEND;
use super::spending::{spend, spend_on_text};
use crate::compose::mark;

/// What going once through nothing takes, in bytes of a template.
pub(in crate::compose::template) const TURN: usize = 64;

/// Counts what is printed, and moves it out of reach of markup: it may be printed into a text that is kept.
pub(in crate::compose) fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    spend(text.len()).map_err(|error| std::io::Error::other(error.to_string()))?;
    mark::escape(text, out)
}

/// Makes the counting function known.
pub(in crate::compose) fn register(tera: &mut Tera) {
    tera.register_function(SPEND, count);
}

/// Counts one turn through `n` bytes of the template, and the value `v` that it keeps.
fn count(kwargs: Kwargs, _: &State) -> TeraResult<bool> {
    spend(TURN + kwargs.get::<usize>("n")?.unwrap_or(0))?;
    if let Some(text) = kwargs.get::<Value>("v")?.as_ref().and_then(Value::as_str) {
        spend_on_text(text.len())?;
    }
    Ok(false)
}
