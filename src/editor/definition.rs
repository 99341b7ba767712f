//! Where what stands under the cursor is written down: a name's entry, a field, the complaint that a notice refers to.

use std::sync::Arc;

use super::braces::{field, field_path};
use super::cursor::{office_day, value_at};
use super::lenient::{Leaf, Role, Step, read_leniently};
use super::offices::OpenOffice;
use super::registers::find;
use super::shape::{Shape, Value};
use crate::record::complaint::Complaint;
use crate::record::complaint_counts::PlatformComplaints;
use crate::record::register::Register;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::{Source, Span};

/// The places, the likeliest first.
pub(super) fn definition(source: &Arc<Source>, offset: usize, root: Shape, office: &OpenOffice) -> Vec<Span> {
    let text = source.text();
    let leaves = read_leniently(text);
    let Some(leaf) = leaves.iter().find(|leaf| leaf.touches(offset)) else { return Vec::new() };
    let complaints = complaints_meant(source, leaf, &leaves, office);
    if !complaints.is_empty() {
        return complaints;
    }
    if let Some((name, _)) = field(leaf, text, offset) {
        let path = field_path(&name, leaf);
        let key = leaves.iter().find(|leaf| leaf.role == Role::Key && Some(&leaf.path) == path.as_ref());
        return key.map(|key| Span::new(source, key.range.clone())).into_iter().collect();
    }
    let register = register(leaf, root);
    let name = register.and_then(|register| find(register, leaf.value(text), office.office(office_day(text))));
    name.and_then(|name| name.place).into_iter().collect()
}

/// The register in which a value, or a key that the office chooses, is a name.
fn register(leaf: &Leaf, root: Shape) -> Option<Register> {
    match leaf.role {
        Role::Key => match root.at(leaf.path.split_last()?.1)?.map()? {
            Shape::Table(register, _) => Some(register),
            _ => None,
        },
        Role::Value => match root.at(&leaf.path)?.value()? {
            Value::Name(register) => Some(register),
            _ => None,
        },
    }
}

/// The complaints that the entry in which `leaf` stands refers to: under 关联投诉, or under 续办.
fn complaints_meant(source: &Arc<Source>, leaf: &Leaf, leaves: &[Leaf], office: &OpenOffice) -> Vec<Span> {
    if let Some(at) = position(&leaf.path, "关联投诉") {
        let entry = Reference::read(&leaf.path[..=at], leaves, source, office);
        return entry.map(|entry| entry.related()).unwrap_or_default();
    }
    match leaf.path.get(..2) {
        Some(record) if position(record, "续办") == Some(0) => {
            let entry = Reference::read(record, leaves, source, office);
            entry.map(|entry| entry.carried_over()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Where `key` stands in a path.
fn position(path: &[Step], key: &str) -> Option<usize> {
    path.iter().position(|step| matches!(step, Step::Key(name) if name == key))
}

/// An entry that refers to a complaint about a firm on a platform.
struct Reference<'a> {
    /// The week in which it stands.
    source: &'a Source,
    office: &'a OpenOffice,
    platform: &'a str,
    firm: &'a str,
    /// The complaint's day.
    day: Option<Date>,
    /// The complaint's number.
    id: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// `None` where platform or firm are not typed yet.
    fn read(record: &[Step], leaves: &[Leaf], source: &'a Source, office: &'a OpenOffice) -> Option<Self> {
        let text = source.text();
        Some(Self {
            source,
            office,
            platform: typed(record, "平台", leaves, text)?,
            firm: typed(record, "被投诉", leaves, text)?,
            day: typed(record, "日期", leaves, text).and_then(|day| day.parse().ok()),
            id: typed(record, "编号", leaves, text),
        })
    }

    /// The complaints of the week of that day, and those of the week itself; of that day itself first.
    fn related(&self) -> Vec<Span> {
        let weeks = self.office.weeks();
        let of_day = weeks.iter().filter(|week| self.day.is_some_and(|day| week.period.value.contains(day)));
        let own = weeks.iter().filter(|week| self.is_own(week));
        let mut found: Vec<&Complaint> = Vec::new();
        for complaint in of_day.chain(own).flat_map(|week| self.complaints(week)) {
            if !found.iter().any(|known| known.span == complaint.span) {
                found.push(complaint);
            }
        }
        found.sort_by_key(|complaint| complaint.date.as_ref().is_none_or(|date| Some(date.value) != self.day));
        found.into_iter().map(|complaint| complaint.span.clone()).collect()
    }

    /// The complaint in the latest earlier week that has it.
    fn carried_over(&self) -> Vec<Span> {
        let weeks = self.office.weeks();
        let own = weeks.iter().position(|week| self.is_own(week)).unwrap_or(weeks.len());
        for week in weeks[..own].iter().rev() {
            let same = self.complaints(week).filter(|complaint| self.has_same_number(complaint));
            let spans: Vec<Span> = same.map(|complaint| complaint.span.clone()).collect();
            if !spans.is_empty() {
                return spans;
            }
        }
        Vec::new()
    }

    fn is_own(&self, week: &Week) -> bool {
        week.span.source().name() == self.source.name()
    }

    /// Whether the complaint's number does not differ.
    fn has_same_number(&self, complaint: &Complaint) -> bool {
        match (self.id, &complaint.id) {
            (Some(id), Some(known)) => id == known.value,
            _ => true,
        }
    }

    /// A week's complaints about the firm on the platform, be the firm's name written in full or short.
    fn complaints<'w>(&self, week: &'w Week) -> impl Iterator<Item = &'w Complaint> {
        let firm = self.full_name(self.firm, week);
        let on_platform = week.complaints.get(self.platform).into_iter().flat_map(PlatformComplaints::listed);
        on_platform.filter(move |complaint| self.full_name(&complaint.respondent.value, week) == firm)
    }

    fn full_name(&self, name: &str, week: &Week) -> String {
        let office = self.office.office(Some(week.period.value.office_day()));
        find(Register::Firms, name, office).map_or_else(|| name.to_owned(), |known| known.text)
    }
}

/// What a record says under `key`.
fn typed<'a>(record: &[Step], key: &str, leaves: &[Leaf], text: &'a str) -> Option<&'a str> {
    let path = [record, &[Step::Key(key.to_owned())]].concat();
    value_at(leaves, &path).map(|leaf| leaf.value(text))
}
