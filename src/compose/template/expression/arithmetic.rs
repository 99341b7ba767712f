//! What offices reckon out of figures: sums, means, shares and changes, exactly, each knowing what it was made of.

use tera::Value;

use super::call::{Call, at_path};
use super::exact::Exact;
use super::fault::Result;
use super::number_filters::rounded;
use super::text::Text;
use super::value::{Number, Plain, made_from};
use crate::compose::mark;

/// The numbers that a list is made of, or that its entries have under `key`.
struct Numbers {
    sum: Exact,
    count: i128,
    /// As many decimals as the one that has the most.
    places: u32,
    origins: Vec<Vec<usize>>,
}

fn numbers(call: &Call) -> Result<Numbers> {
    let path = call.text_argument("key")?;
    let otherwise = call.argument("default");
    let skips = call.truth_argument("skip")?;
    let mut all = Numbers { sum: Exact::ZERO, count: 0, places: 0, origins: Vec::new() };
    for (at, item) in call.list()?.iter().enumerate() {
        let found = match &path {
            Some(path) => at_path(item, path).or(otherwise),
            None => Some(item),
        };
        let number = match found.map_or(Plain::Absent, Plain::of) {
            Plain::Number(number) => number,
            Plain::Absent if skips => continue,
            plain => {
                let of = path.as_ref().map_or(String::new(), |path| format!("的 {path} "));
                let what = match &plain {
                    Plain::Absent => "没有内容".to_owned(),
                    Plain::Text(text) => {
                        format!("是文字「{}」，不是数", text.plain.chars().take(12).collect::<String>())
                    }
                    plain => format!("是{}，不是数", plain.kind()),
                };
                let fix = "请核对字段的名称；有的项没有的，用 default=0 算作 0，或用 skip=true 不算这一项";
                return Err(call.fault(format!("第 {} 项{of}{what}", at + 1), fix));
            }
        };
        all.sum = all.sum.plus(number.exact).ok_or_else(|| call.too_large())?;
        all.places = all.places.max(number.places);
        all.count += 1;
        all.origins.push(number.origins);
    }
    Ok(all)
}

/// The sum of a list of numbers, or of a field of its entries.
pub(super) fn sum(call: &Call) -> Result<Value> {
    let Numbers { sum, places, origins, .. } = numbers(call)?;
    Ok(Number { places, ..Number::new(sum, made_from(mark::SUMMED, origins)) }.into_value())
}

/// Their mean, by the office's rule and with its number of decimals; absent where there is nothing to divide by.
pub(super) fn mean(call: &Call) -> Result<Value> {
    let Numbers { sum, count, origins, .. } = numbers(call)?;
    let Some(mean) = sum.divided_by(Exact::whole(count)) else { return Ok(Value::undefined()) };
    let (exact, places) = call.rounded(mean, call.roundings.means)?;
    // A quotient that ends before has no idle zeros: 35 and not 35.00.
    let places = if exact == mean { 0 } else { places };
    Ok(Number { places, ..Number::new(exact, made_from(mark::AVERAGED, origins)) }.into_value())
}

/// A number less another.
pub(super) fn difference(call: &Call) -> Result<Value> {
    let (now, before) = (call.number()?, call.needed_number("from")?);
    let exact = now.exact.minus(before.exact).ok_or_else(|| call.too_large())?;
    let origins = made_from(mark::CHANGED, [now.origins, before.origins]);
    Ok(Number { places: now.places.max(before.places), ..Number::new(exact, origins) }.into_value())
}

/// The percentage that a number is of another, by the office's rule for shares; absent where that other is zero.
pub(super) fn share(call: &Call) -> Result<Value> {
    let (part, whole) = (call.number()?, call.needed_number("of")?);
    let Some(share) = percent(call, part.exact, whole.exact)? else { return Ok(Value::undefined()) };
    let origins = made_from(mark::SHARED, [part.origins, whole.origins]);
    let shown = Some(format!("{}%", digits(call, share)?));
    Ok(Number { shown, ..Number::new(share, origins) }.into_value())
}

/// Rounded; `None` where the divisor is zero.
fn percent(call: &Call, part: Exact, whole: Exact) -> Result<Option<Exact>> {
    if whole.is_zero() {
        return Ok(None);
    }
    let hundredfold = part.times(Exact::whole(100)).and_then(|part| part.divided_by(whole));
    let hundredfold = hundredfold.ok_or_else(|| call.too_large())?;
    Ok(Some(call.rounded(hundredfold, call.roundings.shares)?.0))
}

/// Without idle zeros.
fn digits(call: &Call, exact: Exact) -> Result<String> {
    exact.decimal(0).ok_or_else(|| call.endless())
}

/// 增加5, 减少5 or 持平.
pub(super) fn change(call: &Call) -> Result<Value> {
    let (now, before) = (call.number()?, call.needed_number("from")?);
    let change = now.exact.minus(before.exact).ok_or_else(|| call.too_large())?;
    let size = Number {
        places: now.places.max(before.places),
        ..Number::new(change.absolute().ok_or_else(|| call.too_large())?, Vec::new())
    };
    let unit = call.words_argument("unit")?.map_or_else(String::new, |unit| unit.plain);
    let amount = format!("{}{unit}", size.text().ok_or_else(|| call.endless())?);
    let words = in_words(call, change, ["增加", "减少"], &amount)?;
    Ok(Text::from_origins(&words, made_from(mark::CHANGED, [now.origins, before.origins])).into_value())
}

/// 上升44.44%, 下降49.41% or 持平, 基本持平 where what is left by rounding is nothing; of a base of zero, words that say so.
pub(super) fn change_percent(call: &Call) -> Result<Value> {
    let (now, before) = (call.number()?, call.needed_number("from")?);
    let change = now.exact.minus(before.exact).ok_or_else(|| call.too_large())?;
    let base = before.exact.absolute().ok_or_else(|| call.too_large())?;
    let size = change.absolute().ok_or_else(|| call.too_large())?;
    let words = match percent(call, size, base)? {
        Some(percent) if percent.is_zero() && !change.is_zero() => "基本持平".to_owned(),
        Some(percent) => in_words(call, change, ["上升", "下降"], &format!("{}%", digits(call, percent)?))?,
        None if change.is_zero() => in_words(call, change, ["", ""], "")?,
        None => call.text_argument("zero")?.unwrap_or_else(|| "基期为0".to_owned()),
    };
    Ok(Text::from_origins(&words, made_from(mark::CHANGED, [now.origins, before.origins])).into_value())
}

/// The word for the way that a change goes, with how much, or the word for none; a template may have words of its own.
fn in_words(call: &Call, change: Exact, words: [&str; 2], amount: &str) -> Result<String> {
    let [up, down] = words;
    if change.is_zero() {
        return Ok(call.text_argument("same")?.unwrap_or_else(|| "持平".to_owned()));
    }
    let (name, usual) = if change.is_negative() { ("down", down) } else { ("up", up) };
    let word = call.text_argument(name)?.unwrap_or_else(|| usual.to_owned());
    Ok(format!("{word}{amount}"))
}

/// 元 as 万元, all digits of it unless rounding is asked for.
pub(super) fn in_wan(call: &Call) -> Result<Value> {
    let number = call.number()?;
    let exact = number.exact.divided_by(Exact::whole(10_000)).ok_or_else(|| call.too_large())?;
    let origins = made_from(mark::COMPUTED, [number.origins]);
    match call.argument("precision").or(call.argument("method")) {
        Some(_) => rounded(call, exact, call.roundings.means, origins),
        None => Ok(Number::new(exact, origins).into_value()),
    }
}
