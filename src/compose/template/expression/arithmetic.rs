//! What offices reckon out of figures: sums, means and differences, exactly, each knowing what it was made of.

use tera::Value;

use super::call::{Call, at_path};
use super::exact::Exact;
use super::fault::{Result, approximate};
use super::number_filters::rounded;
use super::value::{Number, Plain, made_from};
use super::workings::{both, roughly, rounding, shown, worked};
use crate::compose::mark;

/// The numbers that a list is made of, or that its entries have under `key`.
struct Numbers {
    sum: Exact,
    count: i128,
    /// As many decimals as the one that has the most.
    places: u32,
    /// As each is shown.
    shown: Vec<String>,
    origins: Vec<Vec<usize>>,
}

/// Of a sum so many numbers are shown at most.
const MOST_ADDENDS: usize = 8;

fn numbers(call: &Call) -> Result<Numbers> {
    let path = call.text_argument("key")?;
    let otherwise = call.argument("default");
    let skips = call.truth_argument("skip")?;
    let mut all = Numbers { sum: Exact::ZERO, count: 0, places: 0, shown: Vec::new(), origins: Vec::new() };
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
                if let Some((reason, fix)) = plain.as_approximate().map(approximate) {
                    return Err(call.fault(format!("第 {} 项{of}{reason}", at + 1), fix));
                }
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
        all.shown.extend((all.shown.len() <= MOST_ADDENDS).then(|| shown(&number)));
        all.origins.push(number.origins);
    }
    Ok(all)
}

/// The sum of a list of numbers, or of a field of its entries.
pub(super) fn sum(call: &Call) -> Result<Value> {
    let Numbers { sum, count, places, shown: addends, origins } = numbers(call)?;
    let working = || {
        let all = addends.join(" + ");
        if addends.len() > MOST_ADDENDS { format!("{count} 项之和") } else { format!("{all} = {}", roughly(sum)) }
    };
    Ok(Number { places, ..Number::new(sum, worked(mark::SUMMED, working, origins)) }.into_value())
}

/// Their mean, by the office's rule and with its number of decimals; absent where there is nothing to divide by.
pub(super) fn mean(call: &Call) -> Result<Value> {
    let Numbers { sum, count, origins, .. } = numbers(call)?;
    let Some(mean) = sum.divided_by(Exact::whole(count)) else { return Ok(Value::undefined()) };
    let (exact, places) = call.rounded(mean, call.roundings.means)?;
    let rule = call.rule(call.roundings.means)?;
    let working = || format!("{} ÷ {count} 项 = {}，{}", roughly(sum), roughly(mean), rounding(rule));
    // A quotient that ends before has no idle zeros: 35 and not 35.00.
    let places = if exact == mean && !rule.zeros { 0 } else { places };
    Ok(Number { places, ..Number::new(exact, worked(mark::AVERAGED, working, origins)) }.into_value())
}

/// A number less another.
pub(super) fn difference(call: &Call) -> Result<Value> {
    let (now, before) = (call.number()?, call.needed_number("from")?);
    let exact = now.exact.minus(before.exact).ok_or_else(|| call.too_large())?;
    let working = || format!("{} − {} = {}", shown(&now), shown(&before), roughly(exact));
    let origins = worked(mark::CHANGED, working, both(&now, &before));
    Ok(Number { places: now.places.max(before.places), ..Number::new(exact, origins) }.into_value())
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
