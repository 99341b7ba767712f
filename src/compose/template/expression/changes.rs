//! Shares, and how a figure has changed from another, in the words of reports.

use tera::Value;

use super::call::Call;
use super::exact::Exact;
use super::fault::Result;
use super::rounding::Rule;
use super::text::Text;
use super::value::Number;
use super::workings::{both, roughly, rounding, shown, worked};
use crate::compose::mark;

/// The percentage that a number is of another, by the office's rule for shares; absent where that other is zero.
pub(super) fn share(call: &Call) -> Result<Value> {
    let (part, whole) = (call.number()?, call.needed_number("of")?);
    let Some(percent) = Percent::new(call, part.exact, whole.exact)? else { return Ok(Value::undefined()) };
    let percent = percent.neither_none_nor_all().ok_or_else(|| call.too_large())?;
    let working = || format!("{} ÷ {} = {}", shown(&part), shown(&whole), percent.working());
    let origins = worked(mark::SHARED, working, both(&part, &whole));
    Ok(Number { shown: Some(percent.digits(call)?), ..Number::new(percent.rounded, origins) }.into_value())
}

/// A quotient in percent.
#[derive(Debug, Clone, Copy)]
struct Percent {
    exact: Exact,
    rounded: Exact,
    rule: Rule,
}

impl Percent {
    /// Rounded as told, or by the office's rule for shares; `None` where the divisor is zero.
    fn new(call: &Call, part: Exact, whole: Exact) -> Result<Option<Self>> {
        if whole.is_zero() {
            return Ok(None);
        }
        let exact = part.times(Exact::whole(100)).and_then(|part| part.divided_by(whole));
        let exact = exact.ok_or_else(|| call.too_large())?;
        let (rounded, _) = call.rounded(exact, call.roundings.shares)?;
        Ok(Some(Self { exact, rounded, rule: call.rule(call.roundings.shares)? }))
    }

    /// With as many decimals more as keep a part from being printed as nothing, or as all of it: 99.97% and 0.02% where none was
    /// to be kept.
    fn neither_none_nor_all(self) -> Option<Self> {
        let (none, all) = (Exact::ZERO, Exact::whole(100));
        let mut percent = self;
        while [none, all].contains(&percent.rounded) && percent.exact != percent.rounded {
            percent.rule.places += 1;
            percent.rounded = percent.exact.cut_to(percent.rule.places, percent.rule.cut)?;
        }
        Some(percent)
    }

    /// Without idle zeros, unless the office wants them.
    fn digits(self, call: &Call) -> Result<String> {
        let fewest = if self.rule.zeros { self.rule.places } else { 0 };
        self.rounded.decimal(fewest).map(|digits| format!("{digits}%")).ok_or_else(|| call.endless())
    }

    /// 77.419354…%，四舍五入到 2 位小数
    fn working(self) -> String {
        format!("{}%，{}", roughly(self.exact), rounding(self.rule))
    }
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
    let working = || format!("{} − {} = {}", shown(&now), shown(&before), roughly(change));
    Ok(Text::from_origins(&words, worked(mark::CHANGED, working, both(&now, &before))).into_value())
}

/// 上升44.44%, 下降49.41% or 持平, 基本持平 where what is left by rounding is nothing; of a base of zero, words that say so.
pub(super) fn change_percent(call: &Call) -> Result<Value> {
    let (now, before) = (call.number()?, call.needed_number("from")?);
    let change = now.exact.minus(before.exact).ok_or_else(|| call.too_large())?;
    let base = before.exact.absolute().ok_or_else(|| call.too_large())?;
    let size = change.absolute().ok_or_else(|| call.too_large())?;
    let mut percent = Percent::new(call, size, base)?;
    // What is left over does not fall by 100 %. What hardly changes has words of its own.
    if let Some(whole) = percent.filter(|percent| !percent.rounded.is_zero()) {
        percent = Some(whole.neither_none_nor_all().ok_or_else(|| call.too_large())?);
    }
    let words = match percent {
        Some(percent) if percent.rounded.is_zero() && !change.is_zero() => "基本持平".to_owned(),
        Some(percent) => in_words(call, change, ["上升", "下降"], &percent.digits(call)?)?,
        None if change.is_zero() => in_words(call, change, ["", ""], "")?,
        None => call.text_argument("zero")?.unwrap_or_else(|| "基期为0".to_owned()),
    };
    let (now_shown, before_shown) = (shown(&now), shown(&before));
    let working = || match percent {
        Some(percent) => {
            let difference = format!("{now_shown} − {before_shown} = {}", roughly(change));
            format!("{difference}；{} ÷ {} = {}", roughly(size), roughly(base), percent.working())
        }
        None => format!("从 {before_shown} 到 {now_shown}，0 不能作除数"),
    };
    Ok(Text::from_origins(&words, worked(mark::CHANGED, working, both(&now, &before))).into_value())
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
