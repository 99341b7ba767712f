//! Keys of the records that none of an office's templates prints: what somebody recorded there would be left out of every
//! paper, and nobody would notice.

use std::collections::BTreeMap;

use super::template::{NamedFields, Templates, is_at_top, is_shown_whole, owners};
use super::variables::{OF_RECORDS, Vocabulary};
use crate::record::catalogue::{Content, Entry, Field, Kind, Record, Shape, Sort, TextKind};
use crate::record::office::Office;
use crate::record::own::{LEDGERS, Ledger, OfficeColumns, columns_of};
use crate::record::week::Week;
use crate::record::{Walk, columns_of_generations, week_shape};
use crate::source::Span;

/// A key that is printed nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unprinted {
    /// The key under which the record stands that has it; `None` at the top.
    pub within: Option<&'static str>,
    pub key: String,
}

/// The keys of a week that no template of an office prints.
#[derive(Debug)]
pub struct UnprintedKeys {
    keys: Vec<(&'static str, &'static str)>,
    /// Those of tables whose entries an office names itself, as inspections, of which no template prints all: one by one
    /// entries are asked for by name.
    tables: Vec<&'static str>,
    named: NamedFields,
    /// The names of all ledgers, which are those of the records of their items.
    ledgers: Vec<&'static str>,
    shape: Shape,
}

impl UnprintedKeys {
    /// Those of an office in all its generations.
    #[must_use]
    pub fn of_office(templates: &Templates, generations: &[&Office]) -> Self {
        let columns = columns_of_generations(generations);
        let known = Vocabulary::of_columns(&columns);
        let named = templates.named_fields(generations, &known);
        let shape = week_shape(&columns);
        let mut keys = Vec::new();
        for record in shape.records() {
            let owners = owners(record.name, &known);
            for field in &record.fields {
                let is_choice = is_own_choice(field, record, &columns);
                let is_wanted = is_choice || is_for_print(record, field) || is_shown_whole(&owners, field.key);
                let Some(name) = field.variable.filter(|_| is_wanted) else { continue };
                let is_seen = owners.iter().any(|owner| known.field(owner, name).is_some()) || is_at_top(name);
                let is_named = named.has(&owners, name)
                    || named.has_in_other_words(&owners, field.key)
                    || named.has_top(name)
                    || (is_choice && named.may_decide(name))
                    || is_gone_through(record.name, name, &known, &named)
                    || is_reckoned_with(record.name, field.key, &columns, &named);
                if is_seen && !is_named {
                    keys.push((record.name, field.key));
                }
            }
        }
        let fields = shape.record().map_or(&[][..], |week| &week.fields);
        let tables = fields.iter().filter(|field| is_table_of_values(field) && !named.has_whole(field.key));
        let tables = tables.map(|field| field.key).collect();
        for ledger in known.ledgers().iter().filter(|it| !is_named(it, &named)) {
            keys.push((LEDGERS, ledger.name()));
        }
        let ledgers = known.ledgers().iter().map(Ledger::name).collect();
        Self { keys, tables, named, ledgers, shape }
    }

    /// Adds those of them that `week` has, each with its first place.
    pub fn find(&self, week: &Week, found: &mut BTreeMap<Unprinted, Span>) {
        let Content::Record(fields) = week.content() else { return };
        for field in fields.iter().filter(|field| self.tables.contains(&field.key)) {
            let Content::Table(entries) = field.value.content() else { continue };
            for (name, _) in entries.into_iter().filter(|(name, _)| !self.named.may_have(&name.value)) {
                let key = Unprinted { within: Some(field.key), key: name.value.clone() };
                found.entry(key).or_insert_with(|| name.span.clone());
            }
        }
        if !self.keys.is_empty() {
            self.walk(&self.shape, None, week, found);
        }
    }

    fn walk(
        &self,
        shape: &Shape,
        within: Option<&'static str>,
        value: &dyn Walk,
        found: &mut BTreeMap<Unprinted, Span>,
    ) {
        match (shape, value.content()) {
            (Shape::Record(record), Content::Record(entries)) => {
                // Fields that are an office's own are there only where they are written.
                for (at, entry) in entries.iter().enumerate() {
                    let same_place = record.fields.get(at).filter(|field| field.key == entry.key);
                    if let Some(field) = same_place.or_else(|| record.field(entry.key)) {
                        self.entry(record, field, within, entry, found);
                    }
                }
            }
            (Shape::Either(one, other), _) => {
                self.walk(one, within, value, found);
                self.walk(other, within, value, found);
            }
            (Shape::List(item), Content::List(items)) => {
                for value in items {
                    self.walk(item, within, value, found);
                }
            }
            (Shape::Table(_, item), Content::Table(entries)) => {
                for (_, value) in entries {
                    self.walk(item, within, value, found);
                }
            }
            _ => {}
        }
    }

    fn entry(
        &self,
        record: &Record,
        field: &Field,
        within: Option<&'static str>,
        entry: &Entry,
        found: &mut BTreeMap<Unprinted, Span>,
    ) {
        if !self.keys.contains(&(record.name, field.key)) {
            self.walk(&field.shape, Some(field.key), entry.value, found);
            return;
        }
        // Of the items of a ledger its name says more than the key under which they stand.
        let within = if self.ledgers.contains(&record.name) { Some(record.name) } else { within };
        if let Some(place) = place(entry.value) {
            found.entry(Unprinted { within, key: field.key.to_owned() }).or_insert(place);
        }
    }
}

/// Whether templates that name these fields print `name` of the own record `record` by going through all columns or all
/// figures of a ledger.
fn is_gone_through(record: &str, name: &str, known: &Vocabulary, named: &NamedFields) -> bool {
    if known.ledgers().iter().any(|ledger| ledger.name() == record) {
        return named.are_by_name();
    }
    let field = if name == "count" { name } else { "figures" };
    known.ledgers().iter().any(|ledger| ledger.figures_name() == record) && named.has(&["ledger"], field)
}

/// Whether templates name a ledger at all, or go through all of them.
fn is_named(ledger: &Ledger, named: &NamedFields) -> bool {
    named.has_top("all_ledgers") || named.has(&["ledgers"], ledger.name())
}

/// Whether a figure that these templates print is made of the column `key` of the records `record`: added up, asked for in a
/// condition, or parted by it.
fn is_reckoned_with(record: &str, key: &str, columns: &OfficeColumns, named: &NamedFields) -> bool {
    let figures = columns.figures_of(record);
    let of_records = OF_RECORDS.iter().find(|(_, of)| *of == record).map(|(view, _)| (*view, *view));
    let of_ledger = || columns.ledgers().iter().find(|it| it.name() == record).map(|it| ("ledger", it.figures_name()));
    let Some((all, each)) = of_records.or_else(of_ledger) else { return false };
    let all_are_named = named.has(&[all], "figures");
    let mut printed = figures.iter().filter(|figure| all_are_named || named.has(&[each], figure.name()));
    printed.any(|figure| columns_of(figures, figure).contains(&key))
}

/// Whether a column of an office's own says one of a few words, or 是 or 否. What built-in fields say so is told in other
/// words; of an own one nobody tells it where no template prints it or chooses its words by it.
fn is_own_choice(field: &Field, record: &Record, columns: &OfficeColumns) -> bool {
    matches!(field.shape, Shape::Value(Kind::Words(_) | Kind::Truth)) && columns.has(record.name, field.key)
}

/// Whether a field is a table of counts or the like.
fn is_table_of_values(field: &Field) -> bool {
    matches!(&field.shape, Shape::Table(_, item) if matches!(**item, Shape::Value(_)))
}

/// Whether a field is written to be printed: not what is for the office's own use, as others' numbers and persons; and not
/// what prose names itself, in braces.
fn is_for_print(record: &Record, field: &Field) -> bool {
    let is_value = match &field.shape {
        Shape::Value(Kind::Text(kind)) => *kind != TextKind::Plain,
        Shape::Value(Kind::Parsed(parsed)) => parsed.sort != Sort::Phone,
        Shape::Record(record) => record.fields.iter().all(|field| field.variable.is_none()),
        // A list is printed by what its entries say, but for those of names that stand at the top.
        Shape::List(item) => matches!(**item, Shape::Value(_)) && field.variable.is_some_and(is_at_top),
        // How far something is, and whether it counts, is told in other words.
        Shape::Table(_, item) => matches!(**item, Shape::Value(_)),
        Shape::Value(Kind::Words(_) | Kind::Truth) | Shape::Either(..) => false,
    };
    is_value && !record.in_braces.contains(&field.key)
}

/// Where a single value stands.
fn place(value: &dyn Walk) -> Option<Span> {
    match value.content() {
        Content::Text(_, text) => Some(text.span.clone()),
        Content::Word(_, span)
        | Content::Truth(_, span)
        | Content::Parsed(_, _, span)
        | Content::Period(_, _, span) => Some(span.clone()),
        Content::List(items) => items.into_iter().find_map(place),
        Content::Table(entries) => entries.first().map(|(name, _)| name.span.clone()),
        Content::Record(entries) => entries.iter().find_map(|entry| place(entry.value)),
        Content::Absent => None,
    }
}
