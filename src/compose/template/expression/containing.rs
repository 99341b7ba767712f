//! What is in something: items of lists, parts of texts, days of periods.

use std::ops::Range;

use tera::Value;
use tera::value::Key;

use super::fault::{ASK_FIRST, Fault, Result, approximate, fault};
use super::spending::{ITEM, spend};
use super::value::{Number, Plain};
use crate::record::value::Date;

/// Of two values that cannot be held against each other.
pub(super) fn unlike(place: &Range<usize>, left: &Plain, right: &Plain) -> Fault {
    for (one, other) in [(left, right), (right, left)] {
        if let (Some(count), Plain::Number(_)) = (one.as_approximate(), other) {
            let (reason, fix) = approximate(count);
            return fault(place, format!("{reason}，也不能和数比较"), fix);
        }
    }
    let fix = match (left, right) {
        (Plain::Number(_), Plain::Text(_)) | (Plain::Text(_), Plain::Number(_)) => {
            "数不加引号；文字要当数用，先加 int 或 float"
        }
        (Plain::Day(..), _) | (_, Plain::Day(..)) => "日期和日期比，或者和 \"2021-01-08\" 这样写的日期比",
        (Plain::List(_), _) | (_, Plain::List(_)) => "列表的项数用 length，有没有某一项用 in",
        (Plain::Truth(_), _) | (_, Plain::Truth(_)) => "真假直接写在 {% if … %} 里，不用比较",
        _ => "请核对两边的内容",
    };
    fault(place, format!("左边是{}，右边是{}，不能比较", left.kind(), right.kind()), fix)
}

/// Whether `wanted` is in `container`: an item of a list, a part of a text, a field's name, a day of a period.
pub(super) fn contains(container: &Value, wanted: &Value, place: &Range<usize>) -> Result<bool> {
    let sought = Plain::of(wanted);
    match (Plain::of(container), &sought) {
        (Plain::List(list), _) => is_item(list, &sought, place),
        (Plain::Text(text), Plain::Text(part)) => Ok(text.plain.contains(&part.plain)),
        (Plain::Number(Number { shown: Some(shown), .. }), Plain::Text(part)) => Ok(shown.contains(&part.plain)),
        (Plain::Map(map), Plain::Text(name)) => Ok(map.named(&name.plain).is_some()),
        (Plain::Map(map), Plain::Number(number)) => {
            Ok(number.exact.as_whole().is_some_and(|whole| map.get(&Key::from(whole)).is_some()))
        }
        (Plain::Period(start, end, _), Plain::Day(day, _)) => Ok(start <= *day && *day <= end),
        (Plain::Period(start, end, _), Plain::Text(day)) if Date::from_iso(&day.plain).is_some() => {
            Ok(Date::from_iso(&day.plain).is_some_and(|day| start <= day && day <= end))
        }
        (Plain::Text(_) | Plain::Map(_) | Plain::Period(..), Plain::Absent) => Ok(false),
        (container @ (Plain::Text(_) | Plain::Map(_) | Plain::Period(..)), _) => {
            let reason = format!("{}里没有{}这样的内容可找", container.kind(), sought.kind());
            Err(fault(place, reason, "请核对要找的内容；数要当文字找，先加 str"))
        }
        (Plain::Absent, _) => Err(fault(place, "要在里面找的内容没有", ASK_FIRST)),
        (container, _) => {
            let reason = format!("{}里面不能找东西", container.kind());
            Err(fault(place, reason, "in 后面要是列表、文字、周期或一组字段"))
        }
    }
}

fn is_item(list: &[Value], sought: &Plain, place: &Range<usize>) -> Result<bool> {
    spend(place, list.len() * ITEM)?;
    let mut other = None;
    for item in list {
        match Plain::of(item).equals(sought) {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(_) => other = Some(item),
        }
    }
    other.map_or(Ok(false), |item| Err(unlike(place, sought, &Plain::of(item))))
}
