//! What templates can ask of a value by `is`.

#![expect(clippy::unnecessary_wraps, reason = "all that the catalogue lists have one shape")]

use super::call::Call;
use super::fault::Result;
use super::text_filters;
use super::value::Plain;

pub(super) fn is_string(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Text(_)))
}

pub(super) fn is_number(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Number(_)))
}

pub(super) fn is_map(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Map(_)))
}

pub(super) fn is_bool(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Truth(_)))
}

pub(super) fn is_array(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::List(_)))
}

pub(super) fn is_integer(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Number(number) if number.exact.as_whole().is_some()))
}

/// Whether it has decimals.
pub(super) fn is_float(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Number(number) if number.exact.as_whole().is_none()))
}

pub(super) fn is_undefined(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Absent))
}

pub(super) fn is_defined(call: &Call) -> Result<bool> {
    Ok(!matches!(call.plain(), Plain::Absent))
}

pub(super) fn is_iterable(call: &Call) -> Result<bool> {
    Ok(matches!(call.plain(), Plain::Text(_) | Plain::List(_) | Plain::Map(_)))
}

pub(super) fn is_odd(call: &Call) -> Result<bool> {
    Ok(whole(call)?.rem_euclid(2) == 1)
}

pub(super) fn is_even(call: &Call) -> Result<bool> {
    Ok(whole(call)?.rem_euclid(2) == 0)
}

pub(super) fn is_divisible_by(call: &Call) -> Result<bool> {
    let number = whole(call)?;
    let divisor = call.whole_argument("divisor")?.unwrap_or_default();
    if divisor == 0 {
        return Err(call.fault("不能除以 0", "请核对括号里的参数"));
    }
    Ok(number.checked_rem_euclid(divisor).unwrap_or(0) == 0)
}

fn whole(call: &Call) -> Result<i128> {
    let number = call.number()?;
    number.exact.as_whole().ok_or_else(|| call.fault("这个值不是整数", "有小数的，先用 round"))
}

pub(super) fn is_starting_with(call: &Call) -> Result<bool> {
    Ok(call.text()?.plain.starts_with(&call.needed_text("pat")?))
}

pub(super) fn is_ending_with(call: &Call) -> Result<bool> {
    Ok(call.text()?.plain.ends_with(&call.needed_text("pat")?))
}

pub(super) fn is_containing(call: &Call) -> Result<bool> {
    match call.plain() {
        Plain::Text(text) => Ok(text.plain.contains(&call.needed_text("pat")?)),
        Plain::Map(map) => Ok(map.named(&call.needed_text("pat")?).is_some()),
        _ => match call.argument("pat") {
            Some(wanted) => super::containing::contains(call.value, wanted, call.place),
            None => Ok(false),
        },
    }
}

pub(super) fn ends_sentence(call: &Call) -> Result<bool> {
    Ok(text_filters::ends_sentence(&call.printed()?.plain))
}
