//! What stands under the pointer: a field's meaning, a name's entry, a figure's value, a date's weekday.

use std::ops::Range;
use std::sync::Arc;

use super::braces::{field, field_path};
use super::cursor::{keys_in, value_at};
use super::figures;
use super::lenient::{Leaf, Role, Step, read_leniently};
use super::registers::{Name, find};
use super::shape::{Shape, Value};
use crate::diagnostic::Rule;
use crate::record::checks::Weekday;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::{Source, Span};
use crate::workspace::{OfficeWorkspace, rules};

/// What is known of the office and, if the file is one that can be read now, of its week.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) workspace: Option<&'a OfficeWorkspace>,
    /// As it is in the file's time.
    pub(super) office: Option<&'a Office>,
    pub(super) week: Option<&'a Week>,
}

/// What to show, and about which bytes.
pub(super) fn hover(source: &Arc<Source>, offset: usize, root: Shape, known: Known) -> Option<(String, Range<usize>)> {
    let text = source.text();
    let leaves = read_leniently(text);
    let leaf = leaves
        .iter()
        .find(|leaf| leaf.range.contains(&offset))
        .or_else(|| leaves.iter().find(|leaf| leaf.touches(offset)))?;
    let shape = root.at(&leaf.path);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut range = leaf.range.clone();
    if leaf.role == Role::Key {
        paragraphs.extend(key(root, leaf, text));
        if let Some(Shape::Value(Value::Words(words))) = shape {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            paragraphs.push(format!("可以写：{}", words.join("、")));
        }
        let parent = leaf.path.split_last().and_then(|(_, parent)| root.at(parent));
        if let (Some(Shape::Table(Register::Platforms, _)), Some(workspace), Some(week)) =
            (parent, known.workspace, known.week)
        {
            paragraphs.extend(listed(&figures::for_platform_or_paper(workspace, week, leaf.value(text))));
            return Some((paragraphs.join("\n\n"), range));
        }
    } else if let Some((field, braces)) = field(leaf, text, offset) {
        range = braces;
        paragraphs.push(meant_by(&field, leaf, &leaves, text)?);
    } else {
        paragraphs.extend(shape.and_then(Shape::value).and_then(|value| self::value(value, leaf.value(text), known)));
    }
    paragraphs.extend(figures_of(source, leaf, &leaves, known));
    (!paragraphs.is_empty()).then(|| (paragraphs.join("\n\n"), range))
}

fn key(root: Shape, leaf: &Leaf, text: &str) -> Option<String> {
    let name = leaf.value(text);
    if let Some(meaning) = root.meaning(&leaf.path) {
        return Some(format!("**{name}**：{meaning}"));
    }
    match root.at(&leaf.path[..leaf.path.len().checked_sub(1)?])?.map()? {
        Shape::Table(Register::Rules, _) => rules().find(|rule| rule.code == name).map(describe),
        Shape::Table(register, _) => Some(format!("**{name}**：{}", register.title())),
        _ => None,
    }
}

fn value(value: Value, text: &str, known: Known) -> Option<String> {
    match value {
        Value::Date => {
            let day: Date = text.parse().ok()?;
            let within = known.week.map_or_else(String::new, |week| {
                let not = if week.period.value.contains(day) { "" } else { "不" };
                format!("，{not}在{}之内", week.period.value.this())
            });
            Some(format!("**{day}**：{}{within}", Weekday::from_date(day)))
        }
        Value::Name(Register::Rules) => rules().find(|rule| rule.code == text).map(describe),
        Value::Name(register) => {
            let Name { text, what, .. } = find(register, text, known.office)?;
            Some(format!("**{text}**：{what}"))
        }
        Value::Text | Value::Prose(_) | Value::Words(_) => None,
    }
}

fn describe(rule: &Rule) -> String {
    format!(
        "**{}**：{}\n\n为什么：{}\n\n例子：{}\n\n怎样改：{}",
        rule.code, rule.looks_for, rule.why, rule.example, rule.fix
    )
}

fn meant_by(field: &str, leaf: &Leaf, leaves: &[Leaf], text: &str) -> Option<String> {
    if let Ok(day) = field.parse::<Date>() {
        return Some(format!("印作 {}月{}日，{}", day.month(), day.day(), Weekday::from_date(day)));
    }
    let path = field_path(field, leaf)?;
    if let Some(value) = value_at(leaves, &path) {
        return Some(format!("{{{field}}} 印作：{}", value.value(text)));
    }
    let parts: Vec<&str> = keys_in(leaves, &path)
        .filter_map(|(_, key)| value_at(leaves, &key.path))
        .map(|part| part.value(text))
        .collect();
    match parts.as_slice() {
        [] => Some(format!("{{{field}}}：本条里没有写「{field}」")),
        [name] => Some(format!("{{{field}}} 印作：{name}")),
        [name, rest @ ..] => Some(format!("{{{field}}} 印作：{name}（{}）", rest.join("，"))),
    }
}

/// The figures that a value, or the value of a key, goes into.
fn figures_of(source: &Arc<Source>, leaf: &Leaf, leaves: &[Leaf], known: Known) -> Option<String> {
    let (workspace, week) = (known.workspace?, known.week?);
    if !Arc::ptr_eq(week.span.source(), source) {
        return None;
    }
    let place = match leaf.role {
        Role::Key => leaves.iter().find(|other| is_value_of(other, leaf))?,
        Role::Value => leaf,
    };
    listed(&figures::from_place(workspace, week, &Span::new(source, place.range.clone())))
}

/// Whether a value is that of a key, or one of its list.
fn is_value_of(value: &Leaf, key: &Leaf) -> bool {
    let deeper = value.path.strip_prefix(key.path.as_slice());
    value.role == Role::Value && matches!(deeper, Some([] | [Step::Item(_)]))
}

fn listed(figures: &[String]) -> Option<String> {
    let lines: Vec<String> = figures.iter().map(|figure| format!("- {figure}")).collect();
    (!lines.is_empty()).then(|| format!("计入：\n\n{}", lines.join("\n")))
}
