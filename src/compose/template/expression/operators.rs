//! Operators between values.

use std::cmp::Ordering;
use std::ops::Range;

use tera::Value;

use super::containing::{contains, unlike};
use super::exact::Exact;
use super::fault::{ASK_FIRST, Fault, Result, approximate, fault};
use super::tree::{Node, Operator};
use super::value::{Number, Plain, made_from};
use crate::compose::mark;
use crate::record::value::Date;

/// What stands on both sides of an operator.
#[derive(Debug)]
pub(super) struct Sides<'n> {
    pub(super) left: (&'n Node, Value),
    pub(super) right: (&'n Node, Value),
    /// Where the whole stands.
    pub(super) place: &'n Range<usize>,
}

impl Sides<'_> {
    pub(super) fn value(&self, operator: Operator) -> Result<Value> {
        let (left, right) = (Plain::of(&self.left.1), Plain::of(&self.right.1));
        match operator {
            Operator::Equal => self.are_equal(&left, &right).map(Value::from),
            Operator::NotEqual => self.are_equal(&left, &right).map(|equal| (!equal).into()),
            Operator::Less => self.compare(&left, &right).map(|order| (order == Ordering::Less).into()),
            Operator::LessOrEqual => self.compare(&left, &right).map(|order| (order != Ordering::Greater).into()),
            Operator::Greater => self.compare(&left, &right).map(|order| (order == Ordering::Greater).into()),
            Operator::GreaterOrEqual => self.compare(&left, &right).map(|order| (order != Ordering::Less).into()),
            Operator::In => contains(&self.right.1, &self.left.1, self.place).map(Value::from),
            Operator::Join => self.joined(left, right),
            _ => self.reckoned(operator, left, right),
        }
    }

    fn are_equal(&self, left: &Plain, right: &Plain) -> Result<bool> {
        left.equals(right).map_err(|_| unlike(self.place, left, right))
    }

    fn compare(&self, left: &Plain, right: &Plain) -> Result<Ordering> {
        for ((node, _), side) in [(&self.left, left), (&self.right, right)] {
            if matches!(side, Plain::Absent) {
                return Err(fault(&node.place, "这里没有内容，不能比大小", ASK_FIRST));
            }
        }
        left.compare(right).map_err(|_| unlike(self.place, left, right))
    }

    /// `~`: both as they are printed, one behind the other.
    fn joined(&self, left: Plain, right: Plain) -> Result<Value> {
        let mut joined = printed(&self.left.0.place, left)?;
        joined.append(&printed(&self.right.0.place, right)?);
        Ok(joined.into_value())
    }

    fn reckoned(&self, operator: Operator, left: Plain, right: Plain) -> Result<Value> {
        let (left, right) = match (left, right) {
            (Plain::Number(left), Plain::Number(right)) => (left, right),
            (Plain::Day(day, origins), Plain::Day(other, others)) if operator == Operator::Minus => {
                let days = Exact::whole(other.days_until(day).into());
                return Ok(Number::new(days, made_from(mark::COMPUTED, [origins, others])).into_value());
            }
            (Plain::Day(day, origins), Plain::Number(days)) if is_plus_or_minus(operator) => {
                return self.later(operator, day, &origins, &days);
            }
            (Plain::Number(_), right) => return Err(no_number(&self.right.0.place, operator, &right)),
            (left, _) => return Err(no_number(&self.left.0.place, operator, &left)),
        };
        if matches!(operator, Operator::Divide | Operator::DivideWhole | Operator::Rest) && right.exact.is_zero() {
            let fix = "先用 {% if … %} 判断除数不是 0";
            return Err(fault(&self.right.0.place, "不能除以 0", fix));
        }
        let (one, two) = (left.exact, right.exact);
        let most = left.places.max(right.places);
        let (exact, places) = match operator {
            Operator::Plus => (one.plus(two), most),
            Operator::Minus => (one.minus(two), most),
            Operator::Times => (one.times(two), most),
            Operator::Divide => (one.divided_by(two), 0),
            Operator::DivideWhole => (one.divided_with_rest(two).map(|(whole, _)| whole), 0),
            Operator::Rest => (one.divided_with_rest(two).map(|(_, rest)| rest), most),
            Operator::Power => (self.power(one, two)?, 0),
            _ => (None, 0),
        };
        let exact = exact.ok_or_else(|| fault(self.place, "数太大", "请核对这里的数"))?;
        let origins = made_from(mark::COMPUTED, [left.origins, right.origins]);
        Ok(Number { places, ..Number::new(exact, origins) }.into_value())
    }

    fn power(&self, base: Exact, power: Exact) -> Result<Option<Exact>> {
        let Some(power) = power.as_whole() else {
            return Err(fault(&self.right.0.place, "乘方的次数要是整数", "请核对这里的数"));
        };
        if base.is_zero() && power < 0 {
            return Err(fault(&self.left.0.place, "不能除以 0", "先用 {% if … %} 判断这个数不是 0"));
        }
        Ok(base.to_the_power(power))
    }

    /// A day so many days after or before another.
    fn later(&self, operator: Operator, day: Date, origins: &[usize], days: &Number) -> Result<Value> {
        /// A thousand years.
        const MOST_DAYS: u128 = 365_000;
        let whole = days.exact.as_whole().filter(|_| days.shown.is_none());
        let days = whole.filter(|days| days.unsigned_abs() <= MOST_DAYS);
        let Some(days) = days.and_then(|days| i64::try_from(days).ok()) else {
            return Err(fault(&self.right.0.place, "日期只能加减整天数", "请核对这里的数"));
        };
        let moved = day.plus_days(if operator == Operator::Minus { -days } else { days });
        Ok(mark::date(origins, &moved.to_string(), None).into())
    }
}

fn is_plus_or_minus(operator: Operator) -> bool {
    matches!(operator, Operator::Plus | Operator::Minus)
}

/// As it is printed; `place` is where it stands.
pub(super) fn printed(place: &Range<usize>, plain: Plain) -> Result<super::text::Text> {
    plain.into_text().map_err(|plain| match plain {
        Plain::Number(_) => endless(place),
        Plain::Absent => super::fault::nothing_here(place),
        Plain::Truth(_) => fault(place, "这是真假，只用于判断，不能印", "用 {% if … %} 判断，印出各自的话"),
        Plain::List(_) => {
            fault(place, "这是列表，不能直接印", "文字的列表用 join(sep=\"、\") 连起来，别的用 {% for … %} 逐项印")
        }
        _ => fault(place, "这是一组字段，不能直接印", "写上要印哪个字段，例如 office.name"),
    })
}

/// Of a number whose decimals do not end.
fn endless(place: &Range<usize>) -> Fault {
    fault(place, "小数除不尽", "用 round 说明保留几位，例如 (a / b) | round(precision=2)")
}

fn no_number(place: &Range<usize>, operator: Operator, found: &Plain) -> Fault {
    if let Some(count) = found.as_approximate() {
        let (reason, fix) = approximate(count);
        return fault(place, reason, fix);
    }
    let fix = match (found, operator) {
        (Plain::Text(_), Operator::Plus) => "文字用 ~ 连接；要当数用，先加 int 或 float",
        (Plain::Text(_), _) => "要当数用，先加 int 或 float",
        (Plain::List(_), _) => "列表的项数用 length，各项之和用 sum",
        (Plain::Absent, _) => ASK_FIRST,
        (Plain::Day(..), _) => "日期只能减日期，或加减天数",
        _ => "请核对这里的内容",
    };
    match found {
        Plain::Absent => fault(place, "这里没有内容", fix),
        found => fault(place, format!("这是{}，不是数", found.kind()), fix),
    }
}
