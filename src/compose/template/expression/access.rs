//! Parts of values: fields, items, slices.

use std::ops::Range;

use tera::Value;
use tera::value::Key;

use super::fault::{Result, fault};
use super::text::Text;
use super::value::{Number, Plain};

/// `of[at]`; `None` where there is no such item.
pub(super) fn item(of: &Value, at: &Value, place: &Range<usize>) -> Result<Option<Value>> {
    let wanted = Plain::of(at);
    match (Plain::of(of), &wanted) {
        (Plain::Map(map), Plain::Text(name)) => Ok(map.named(&name.plain).cloned()),
        (Plain::Map(map), Plain::Number(number)) => {
            Ok(number.exact.as_whole().and_then(|whole| map.get(&Key::from(whole))).cloned())
        }
        (Plain::Map(map), Plain::Truth(truth)) => Ok(map.get(&Key::Bool(*truth)).cloned()),
        (Plain::List(list), Plain::Number(number)) => {
            Ok(position(number, list.len(), place)?.and_then(|at| list.get(at)).cloned())
        }
        (Plain::Text(text), Plain::Number(number)) => {
            let characters = text.characters();
            let at = position(number, characters.len(), place)?;
            Ok(at.and_then(|at| characters.into_iter().nth(at)).map(Text::into_value))
        }
        (Plain::List(_) | Plain::Text(_), wanted) => {
            Err(fault(place, format!("第几项要写数，这里是{}", wanted.kind()), "从 0 数起，例如 [0]"))
        }
        (Plain::Map(_), wanted) => {
            Err(fault(place, format!("字段的名称要写文字，这里是{}", wanted.kind()), "例如 [\"出动人次\"]"))
        }
        (of, _) => Err(fault(place, format!("{}没有分项", of.kind()), "请核对方括号前面的内容")),
    }
}

/// Counted from the end where it is below zero; `None` behind the last.
fn position(number: &Number, length: usize, place: &Range<usize>) -> Result<Option<usize>> {
    let Some(at) = number.exact.as_whole() else {
        return Err(fault(place, "第几项要是整数", "从 0 数起，例如 [0]"));
    };
    let length = i128::try_from(length).unwrap_or(i128::MAX);
    let from_start = if at < 0 { at.saturating_add(length) } else { at };
    Ok(usize::try_from(from_start).ok())
}

/// From where to where, and in which steps.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    pub(super) start: Option<i128>,
    pub(super) end: Option<i128>,
    pub(super) step: Option<i128>,
}

/// `of[start:end:step]`
pub(super) fn slice(of: &Value, bounds: &Bounds, place: &Range<usize>) -> Result<Value> {
    if bounds.step == Some(0) {
        return Err(fault(place, "隔几项取一项不能是 0", "请核对方括号里的数"));
    }
    match Plain::of(of) {
        Plain::List(list) => {
            let kept = bounds.of(list.len());
            Ok(kept.into_iter().filter_map(|at| list.get(at)).cloned().collect::<Vec<_>>().into())
        }
        Plain::Text(text) => {
            let characters = text.characters();
            let mut kept = Text::default();
            for character in bounds.of(characters.len()).into_iter().filter_map(|at| characters.get(at)) {
                kept.append(character);
            }
            Ok(kept.into_value())
        }
        of => Err(fault(place, format!("{}不能截取一段", of.kind()), "只有文字和列表可以；日期先加 full_date")),
    }
}

impl Bounds {
    /// The places that are kept of so many, as Python has it.
    fn of(&self, length: usize) -> Vec<usize> {
        let length = i128::try_from(length).unwrap_or(i128::MAX);
        let step = self.step.unwrap_or(1);
        let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let resolved = |bound: Option<i128>, otherwise: i128| match bound {
            None => otherwise,
            Some(bound) if bound < 0 => bound.saturating_add(length).clamp(low, high),
            Some(bound) => bound.clamp(low, high),
        };
        let mut at = resolved(self.start, if step > 0 { low } else { high });
        let end = resolved(self.end, if step > 0 { high } else { low });
        let mut kept = Vec::new();
        while (step > 0 && at < end) || (step < 0 && at > end) {
            kept.extend(usize::try_from(at));
            at = at.saturating_add(step);
        }
        kept
    }
}
