//! The function that counts, and those of the engine's that make much in one step, replaced by ones that count.

#![expect(clippy::needless_pass_by_value, reason = "Tera's functions are given their arguments by value")]

use std::borrow::Cow;

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::calls::SPEND;
use super::spending::{LONGEST_TEXT, spend, spend_on_text};
use crate::compose::mark;

/// What going once through nothing takes, in bytes of a template.
const TURN: usize = 64;
/// What an item of a list takes, in the same measure.
const ITEM: usize = 16;

/// Counts what is printed, and moves it out of reach of markup: it may be printed into a text that is kept.
pub(in crate::compose) fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    spend(text.len()).map_err(|error| std::io::Error::other(error.to_string()))?;
    mark::escape(text, out)
}

/// Makes the counting function known, and takes the place of what grows beyond bounds in one step.
pub(in crate::compose) fn register(tera: &mut Tera) {
    tera.register_function(SPEND, count);
    tera.register_function("range", range);
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    tera.register_filter("indent", |_: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(Error::message("公文的缩进由版式定，模板里不用 indent"))
    });
}

/// Counts one turn through `n` bytes of the template, and the value `v` that it keeps.
fn count(kwargs: Kwargs, _: &State) -> TeraResult<bool> {
    spend(TURN + kwargs.get::<usize>("n")?.unwrap_or(0))?;
    if let Some(text) = kwargs.get::<Value>("v")?.as_ref().and_then(Value::as_str) {
        spend_on_text(text.len())?;
    }
    Ok(false)
}

fn range(kwargs: Kwargs, _: &State) -> TeraResult<Vec<i128>> {
    let (start, end) = (kwargs.get("start")?.unwrap_or(0_i128), kwargs.must_get::<i128>("end")?);
    let step = kwargs.get("step_by")?.unwrap_or(1_i128);
    let way = end.checked_sub(start).filter(|way| step != 0 && (*way >= 0 || step < 0));
    let Some(way) = way else { return Err(Error::message("range 的 start、end、step_by 不成一列数")) };
    let count = if (way < 0) == (step < 0) { way.unsigned_abs().div_ceil(step.unsigned_abs()) } else { 0 };
    spend(usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(ITEM))?;
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step));
    Ok(numbers.take(usize::try_from(count).unwrap_or_default()).collect())
}

fn replace(value: StringInput, kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let (from, to) = (kwargs.must_get::<&str>("from")?, kwargs.must_get::<StringInput>("to")?);
    let is_safe = state.autoescaping_enabled() && (value.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (value.rendered(state)?, to.rendered(state)?)
    } else {
        (Cow::Borrowed(value.as_str()), Cow::Borrowed(to.as_str()))
    };
    spend_on_text(text.len().saturating_add(text.matches(from).count().saturating_mul(to.len())))?;
    let replaced = text.replace(from, &to);
    Ok(if is_safe { Value::safe_string(&replaced) } else { replaced.into() })
}

fn join(list: &[Value], kwargs: Kwargs, state: &State) -> TeraResult<Value> {
    let separator = kwargs.get::<StringInput>("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (list.iter().any(|value| value.is_string() && value.is_safe())
            || separator.as_ref().is_some_and(StringInput::is_safe));
    let between = match &separator {
        Some(separator) if is_safe => separator.rendered(state)?,
        Some(separator) => Cow::Borrowed(separator.as_str()),
        None => Cow::Borrowed(""),
    };
    let mut joined = String::new();
    for (at, value) in list.iter().enumerate() {
        if at > 0 {
            joined.push_str(&between);
        }
        match value {
            value if is_safe && value.is_undefined() => {}
            value if is_safe => joined.push_str(&state.escape_if_needed(value)?),
            value => joined.push_str(&value.to_string()),
        }
        if joined.len() > LONGEST_TEXT {
            break;
        }
    }
    spend_on_text(joined.len())?;
    Ok(if is_safe { Value::safe_string(&joined) } else { joined.into() })
}
