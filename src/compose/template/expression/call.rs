//! What a filter, a test or a function is given, and how it reads that.

use std::ops::Range;

use tera::Value;

use super::exact::{Cut, Exact, MOST_PLACES};
use super::fault::{Fault, Result, approximate, fault};
use super::rounding::{Roundings, Rule};
use super::text::Text;
use super::value::{Number, Plain};
use crate::compose::fields::Fields;
use crate::record::value::Date;

/// One call of a filter, a test or a function.
#[derive(Debug)]
pub(super) struct Call<'c> {
    /// What it is about; absent of a function.
    pub(super) value: &'c Value,
    /// Where the filter with its arguments stands.
    pub(super) place: &'c Range<usize>,
    pub(super) arguments: &'c [(&'c str, Value)],
    pub(super) roundings: Roundings,
}

impl<'c> Call<'c> {
    pub(super) fn plain(&self) -> Plain<'c> {
        Plain::of(self.value)
    }

    /// Says what is wrong with what it is given.
    pub(super) fn fault(&self, reason: impl std::fmt::Display, fix: &str) -> Fault {
        fault(self.place, reason, fix)
    }

    /// That the value is of another kind than it takes.
    pub(super) fn other_kind(&self, wanted: &str) -> Fault {
        match self.plain() {
            Plain::Absent => self.fault("前面没有内容", "用 default(value=…) 代替，或用 {% if … %} 判断"),
            found => {
                let fix = match found {
                    Plain::Number(_) => "请核对名称和括号里的参数；数要当文字用，先加 str",
                    Plain::Day(..) => "请核对名称和括号里的参数；日期要当文字用，先加 full_date",
                    Plain::Text(_) => "请核对名称和括号里的参数；文字要当数用，先加 int 或 float",
                    _ => "请核对名称和括号里的参数",
                };
                self.fault(format!("这个值不是{wanted}，是{}", found.kind()), fix)
            }
        }
    }

    /// The value as a text.
    pub(super) fn text(&self) -> Result<Text> {
        match self.plain() {
            Plain::Text(text) => Ok(text),
            Plain::Number(Number { shown: Some(shown), origins, .. }) => Ok(Text::from_origins(&shown, origins)),
            _ => Err(self.other_kind("文字")),
        }
    }

    /// The value as it is printed, whatever it is.
    pub(super) fn printed(&self) -> Result<Text> {
        self.plain().into_text().map_err(|plain| match plain {
            Plain::Number(_) => self.endless(),
            _ => self.other_kind("文字"),
        })
    }

    pub(super) fn endless(&self) -> Fault {
        self.fault("前面的小数除不尽", "先用 round(precision=2) 这样的办法说明保留几位")
    }

    pub(super) fn number(&self) -> Result<Number> {
        match self.plain() {
            Plain::Number(number) => Ok(number),
            plain => Err(self.approximate(&plain).unwrap_or_else(|| self.other_kind("数"))),
        }
    }

    /// That a number was wanted, and this is a count that is known only roughly; `None` where it is something else.
    pub(super) fn approximate(&self, found: &Plain) -> Option<Fault> {
        let (reason, fix) = approximate(found.as_approximate()?);
        Some(self.fault(reason, fix))
    }

    pub(super) fn list(&self) -> Result<&'c [Value]> {
        match self.plain() {
            Plain::List(list) => Ok(list),
            _ => Err(self.other_kind("列表")),
        }
    }

    pub(super) fn map(&self) -> Result<Fields<'c>> {
        match self.plain() {
            Plain::Map(map) => Ok(map),
            _ => Err(self.other_kind("一组字段")),
        }
    }

    pub(super) fn day(&self) -> Result<(Date, Vec<usize>)> {
        match self.plain() {
            Plain::Day(day, origins) => Ok((day, origins)),
            Plain::Text(text) => match Date::from_iso(&text.plain) {
                Some(day) => Ok((day, text.origins())),
                None => Err(self.other_kind("日期")),
            },
            _ => Err(self.other_kind("日期")),
        }
    }

    pub(super) fn too_large(&self) -> Fault {
        self.fault("数太大", "请核对前面的数")
    }

    /// The argument of that name, unless it is left out.
    pub(super) fn argument(&self, name: &str) -> Option<&'c Value> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn wrong_argument(&self, name: &str, wanted: &str) -> Fault {
        let found = self.argument(name).map_or("没有内容", |value| Plain::of(value).kind());
        self.fault(format!("参数 {name} 要写{wanted}，现在是{found}"), "请核对括号里的参数")
    }

    /// An argument that is printed, with its origins.
    pub(super) fn words_argument(&self, name: &str) -> Result<Option<Text>> {
        let Some(value) = self.argument(name) else { return Ok(None) };
        Plain::of(value).into_text().map(Some).map_err(|_| self.wrong_argument(name, "文字"))
    }

    pub(super) fn text_argument(&self, name: &str) -> Result<Option<String>> {
        let Some(value) = self.argument(name) else { return Ok(None) };
        match Plain::of(value) {
            Plain::Text(text) => Ok(Some(text.plain)),
            _ => Err(self.wrong_argument(name, "文字")),
        }
    }

    /// A text argument that has to be there: the reader of expressions sees to that.
    pub(super) fn needed_text(&self, name: &str) -> Result<String> {
        self.text_argument(name)?.ok_or_else(|| self.wrong_argument(name, "文字"))
    }

    pub(super) fn number_argument(&self, name: &str) -> Result<Option<Number>> {
        let Some(value) = self.argument(name) else { return Ok(None) };
        match Plain::of(value) {
            Plain::Number(number) => Ok(Some(number)),
            plain => Err(self.approximate(&plain).unwrap_or_else(|| self.wrong_argument(name, "数"))),
        }
    }

    pub(super) fn needed_number(&self, name: &str) -> Result<Number> {
        self.number_argument(name)?.ok_or_else(|| self.wrong_argument(name, "数"))
    }

    pub(super) fn whole_argument(&self, name: &str) -> Result<Option<i128>> {
        let Some(number) = self.number_argument(name)? else { return Ok(None) };
        number.exact.as_whole().map(Some).ok_or_else(|| self.wrong_argument(name, "整数"))
    }

    /// A whole number from nought on.
    pub(super) fn count_argument(&self, name: &str) -> Result<Option<usize>> {
        let Some(number) = self.whole_argument(name)? else { return Ok(None) };
        match usize::try_from(number) {
            Ok(count) => Ok(Some(count)),
            Err(_) if number > 0 => Ok(Some(usize::MAX)),
            Err(_) => Err(self.fault(format!("参数 {name} 不能小于 0"), "请核对括号里的参数")),
        }
    }

    pub(super) fn truth_argument(&self, name: &str) -> Result<bool> {
        match self.argument(name).map(Plain::of) {
            None => Ok(false),
            Some(Plain::Truth(truth)) => Ok(truth),
            Some(_) => Err(self.wrong_argument(name, " true 或 false")),
        }
    }

    pub(super) fn texts_argument(&self, name: &str) -> Result<Vec<String>> {
        let list = self.argument(name).and_then(Value::as_array);
        let texts = list.map(|list| {
            list.iter().map(|item| match Plain::of(item) {
                Plain::Text(text) => Some(text.plain),
                _ => None,
            })
        });
        let texts: Option<Vec<String>> = texts.and_then(Iterator::collect);
        texts.ok_or_else(|| self.wrong_argument(name, "文字的列表，例如 [\"unit\"]"))
    }

    /// The rule that the arguments `precision` and `method` name, where they are given, or else `otherwise`.
    pub(super) fn rule(&self, otherwise: Rule) -> Result<Rule> {
        let mut rule = match self.text_argument("method")?.as_deref() {
            None => otherwise,
            Some("half_up" | "四舍五入") => Rule { cut: Cut::HalfUp, ..otherwise },
            Some("truncate" | "截断") => Rule { cut: Cut::Truncate, ..otherwise },
            Some("ceil") => Rule { cut: Cut::Ceiling, ..otherwise },
            Some("floor") => Rule { cut: Cut::Floor, ..otherwise },
            Some("office" | "取舍") => self.roundings.means,
            Some(method) => {
                let fix =
                    "method 写 half_up（四舍五入）、truncate（截断）、ceil、floor 或 office（按 office.yaml 的取舍）";
                return Err(self.fault(format!("没有「{method}」这种取舍办法"), fix));
            }
        };
        if let Some(places) = self.count_argument("precision")? {
            rule.places = u32::try_from(places)
                .ok()
                .filter(|places| *places < MOST_PLACES)
                .ok_or_else(|| self.fault(format!("precision 最多是 {}", MOST_PLACES - 1), "请核对括号里的参数"))?;
        }
        Ok(rule)
    }

    /// Rounds as `precision` and `method` say, or else as `otherwise` does.
    pub(super) fn rounded(&self, exact: Exact, otherwise: Rule) -> Result<(Exact, u32)> {
        let rule = self.rule(otherwise)?;
        let rounded = exact.cut_to(rule.places, rule.cut).ok_or_else(|| self.too_large())?;
        Ok((rounded, rule.places))
    }
}

/// The value at a path of names, such as `related.firm`, within a map.
pub(super) fn at_path<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let mut here = value;
    for name in path.split('.') {
        here = match (Fields::of(here), here.as_array()) {
            (Some(fields), _) => fields.named(name)?,
            (_, Some(list)) => list.get(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(here).filter(|value| !value.is_none() && !value.is_undefined())
}
