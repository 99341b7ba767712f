//! Where what stands under the cursor is written down: a name's entry, a field, the complaint that a notice refers to.

use super::cursor::{first_day, value_at};
use super::desks::Desk;
use super::hover::{field, field_path};
use super::registers::find;
use super::shape::{Shape, Value};
use super::sketch::{Leaf, Role, Step, sketch};
use crate::record::complaint::Complaint;
use crate::record::register::Register;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::{Source, Span};
use std::sync::Arc;

/// The places, the likeliest first.
pub(super) fn definition(source: &Arc<Source>, offset: usize, root: Shape, desk: &Desk) -> Vec<Span> {
    let text = source.text();
    let leaves = sketch(text);
    let Some(leaf) = leaves.iter().find(|leaf| leaf.touches(offset)) else { return Vec::new() };
    let at = |key: &str| leaf.path.iter().position(|step| *step == Step::Key(key.to_owned()));
    let said = |record: &[Step], key: &str| {
        let path = [record, &[Step::Key(key.to_owned())]].concat();
        value_at(&leaves, &path).map(|leaf| leaf.value(text).to_owned())
    };
    let found = if let Some(at) = at("关联投诉") {
        let record = &leaf.path[..=at];
        let day = said(record, "日期").and_then(|day| day.parse().ok());
        related(desk, source, said(record, "平台"), said(record, "被投诉"), day)
    } else if let (Some(0), Some(record)) = (at("续办"), leaf.path.get(..2)) {
        carried_over(desk, source, said(record, "平台"), said(record, "被投诉"), said(record, "编号").as_deref())
    } else {
        Vec::new()
    };
    if !found.is_empty() {
        return found;
    }
    if let Some((name, _)) = field(leaf, text, offset) {
        let path = field_path(&name, leaf);
        let key = leaves.iter().find(|leaf| leaf.role == Role::Key && Some(&leaf.path) == path.as_ref());
        return key.map(|key| Span::new(source, key.range.clone())).into_iter().collect();
    }
    let register = register(leaf, root);
    let name = register.and_then(|register| find(register, leaf.value(text), desk.office(first_day(text))));
    name.and_then(|name| name.place).into_iter().collect()
}

/// The register in which a value, or a key that the office chooses, is a name.
fn register(leaf: &Leaf, root: Shape) -> Option<Register> {
    match leaf.role {
        Role::Key => match root.at(leaf.path.split_last()?.1)?.collection() {
            Shape::Table(register, _) => Some(register),
            _ => None,
        },
        Role::Value => match root.at(&leaf.path)?.value()? {
            Value::Name(register) => Some(register),
            _ => None,
        },
    }
}

/// Complaints about a firm on a platform: those of the week of that day, or of the week itself.
fn related(
    desk: &Desk,
    source: &Arc<Source>,
    platform: Option<String>,
    firm: Option<String>,
    day: Option<Date>,
) -> Vec<Span> {
    let (Some(platform), Some(firm)) = (platform, firm) else { return Vec::new() };
    let weeks = desk.weeks();
    let of_day = weeks.iter().filter(|week| day.is_some_and(|day| week.period.value.contains(day)));
    let own = weeks.iter().filter(|week| week.span.source().name() == source.name());
    let mut found: Vec<(bool, Span)> = Vec::new();
    for week in of_day.chain(own) {
        for complaint in complaints(week, &platform, &firm, desk) {
            let same_day = complaint.date.as_ref().is_some_and(|date| Some(date.value) == day);
            if !found.iter().any(|(_, span)| *span == complaint.span) {
                found.push((same_day, complaint.span.clone()));
            }
        }
    }
    found.sort_by_key(|(same_day, _)| !same_day);
    found.into_iter().map(|(_, span)| span).collect()
}

/// The complaint in the latest earlier week that has it.
fn carried_over(
    desk: &Desk,
    source: &Arc<Source>,
    platform: Option<String>,
    firm: Option<String>,
    id: Option<&str>,
) -> Vec<Span> {
    let (Some(platform), Some(firm)) = (platform, firm) else { return Vec::new() };
    let weeks = desk.weeks();
    let own = weeks.iter().position(|week| week.span.source().name() == source.name());
    let earlier = weeks.get(..own.unwrap_or(weeks.len())).unwrap_or_default().iter().rev();
    let is_same = |complaint: &&Complaint| match (id, &complaint.id) {
        (Some(id), Some(known)) => id == known.value,
        _ => true,
    };
    let mut found = earlier.map(|week| {
        let all = complaints(week, &platform, &firm, desk).filter(is_same);
        all.map(|complaint| complaint.span.clone()).collect::<Vec<_>>()
    });
    found.find(|spans| !spans.is_empty()).unwrap_or_default()
}

fn complaints<'a>(
    week: &'a Week,
    platform: &'a str,
    firm: &'a str,
    desk: &'a Desk,
) -> impl Iterator<Item = &'a Complaint> {
    let office = desk.office(Some(week.period.value.start().value));
    let full =
        move |name: &str| find(Register::Firms, name, office).map_or_else(|| name.to_owned(), |known| known.text);
    let firm = full(firm);
    let on_platform = week.complaints.get(platform).into_iter().flatten();
    on_platform.filter(move |complaint| full(&complaint.respondent.value) == firm)
}
