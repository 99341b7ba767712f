//! Filters over numbers.

use tera::Value;

use super::call::Call;
use super::exact::Exact;
use super::fault::Result;
use super::rounding::Rule;
use super::value::{Number, Plain, made_from};
use crate::compose::mark;

pub(super) fn int(call: &Call) -> Result<Value> {
    let base = call.whole_argument("base")?.unwrap_or(10);
    let Some(base) = u32::try_from(base).ok().filter(|base| (2..=36).contains(base)) else {
        return Err(call.fault("base 要在 2 到 36 之间", "请核对括号里的参数"));
    };
    if let Some(fault) = call.approximate(&call.plain()) {
        return Err(fault);
    }
    let (exact, origins) = match call.plain() {
        Plain::Number(number) => (Some(number.exact), number.origins),
        Plain::Text(text) => (whole(text.plain.trim(), base), text.origins()),
        _ => return Err(call.other_kind("数，也不是写成数的文字")),
    };
    match exact.and_then(Exact::as_whole) {
        Some(whole) => Ok(Number::new(Exact::whole(whole), origins).into_value()),
        None => Err(call.fault("这个值不是整数", "有小数的，先用 round；文字要只写数字")),
    }
}

/// Digits of that base; those of ten may have decimals.
fn whole(text: &str, base: u32) -> Option<Exact> {
    let digits = match base {
        2 => text.trim_start_matches("0b"),
        8 => text.trim_start_matches("0o"),
        16 => text.trim_start_matches("0x"),
        _ => text,
    };
    match i128::from_str_radix(digits, base) {
        Ok(number) => Some(Exact::whole(number)),
        Err(_) if base == 10 => Exact::from_decimal(digits).map(|(exact, _)| exact),
        Err(_) => None,
    }
}

/// A text of digits as the number that it says.
pub(super) fn float(call: &Call) -> Result<Value> {
    match call.plain() {
        Plain::Number(number) => Ok(Number { shown: None, ..number }.into_value()),
        Plain::Text(text) => match Exact::from_decimal(text.plain.trim()) {
            Some((exact, places)) => Ok(Number { places, ..Number::new(exact, text.origins()) }.into_value()),
            None if call.plain().as_approximate().is_some() => call.number().map(Number::into_value),
            None => Err(call.fault("这个值不是数", "文字要只写数字，例如 13.5")),
        },
        _ => Err(call.other_kind("数，也不是写成数的文字")),
    }
}

pub(super) fn abs(call: &Call) -> Result<Value> {
    let number = call.number()?;
    let exact = number.exact.absolute().ok_or_else(|| call.too_large())?;
    let origins = made_from(mark::COMPUTED, [number.origins]);
    Ok(Number { exact, origins, shown: None, ..number }.into_value())
}

/// To a whole number and 四舍五入, unless told otherwise.
pub(super) fn round(call: &Call) -> Result<Value> {
    let number = call.number()?;
    let origins = made_from(mark::COMPUTED, [number.origins]);
    rounded(call, number.exact, Rule::half_up(0), origins)
}

/// Rounded as told, without idle zeros unless `zeros=true` asks for them.
pub(super) fn rounded(call: &Call, exact: Exact, rule: Rule, origins: Vec<usize>) -> Result<Value> {
    let (exact, places) = call.rounded(exact, rule)?;
    let places = if call.truth_argument("zeros")? { places } else { 0 };
    Ok(Number { exact, places, shown: None, origins }.into_value())
}
