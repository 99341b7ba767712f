//! What the record itself says: numbers that papers print as they were typed, and who sent a paper in.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use super::explained::{Explained, TAKEN_OVER};
use super::found::Found;
use crate::document::Origin;
use crate::metrics::FigureName;
use crate::record::catalogue::{Content, Walk};
use crate::record::week::{Received, Week};
use crate::source::{Span, Spanned};

/// Adds the numbers that have a name.
pub(super) fn numbers(week: &Week, found: &mut Found) {
    for (item, count) in week.inspections.iter() {
        if let Some(now) = count.now() {
            number(FigureName::Inspected, &item.value, now, found);
        }
        if let Some(standing) = count.standing() {
            number(FigureName::InspectedInAll, &item.value, standing, found);
        }
    }
    for reception in &week.receptions {
        number(FigureName::Received, &reception.unit.value, &reception.persons, found);
    }
    for case in week.listed_cases() {
        let of = case.subject.as_ref().map_or(&case.cause.value, |subject| &subject.value);
        if let Some(fine) = &case.fine {
            number(FigureName::Fine, of, fine, found);
        }
        for (name, result) in case.results.iter() {
            number(FigureName::CaseResult, &name.value, result, found);
        }
    }
}

fn number<T: Display>(name: FigureName, of: &str, value: &Spanned<T>, found: &mut Found) {
    let printed = value.value.to_string();
    let figure = Explained { name: Some(name.word()), of: Some(of.to_owned()), ..plain(&printed, &value.span) };
    found.add(figure, &printed, &Arc::new(Origin::Record(value.span.clone())));
}

/// A value of a record that has no name among the figures.
pub(super) fn plain(printed: &str, place: &Span) -> Explained {
    let is_typed_so = place.text().contains(printed);
    Explained {
        name: None,
        of: None,
        values: vec![printed.to_owned()],
        rule: if is_typed_so { TAKEN_OVER } else { "照录，按公文的写法印" }.to_owned(),
        from: vec![place.clone()],
        printed: Vec::new(),
        may_be_printed: false,
    }
}

/// The values of a record that are typed so, wherever they stand.
pub(super) fn values(week: &Week, asked: &str) -> Vec<Explained> {
    let mut found = Vec::new();
    add_values(week, asked, &mut found);
    found
}

fn add_values(value: &dyn Walk, asked: &str, found: &mut Vec<Explained>) {
    let (text, place) = match value.content() {
        Content::Text(_, text) => (text.value.clone(), &text.span),
        Content::Word(word, place) | Content::Parsed(_, word, place) => (word.to_string(), place),
        Content::Record(entries) => return entries.iter().for_each(|entry| add_values(entry.value, asked, found)),
        Content::List(items) => return items.iter().for_each(|item| add_values(*item, asked, found)),
        Content::Table(entries) => return entries.iter().for_each(|(_, value)| add_values(*value, asked, found)),
        Content::Absent | Content::Truth(..) | Content::Period(..) => return,
    };
    if text.trim() == asked || place.text() == asked {
        found.push(plain(asked, place));
    }
}

/// Whoever is missing is so among those who sent: their places in the stead of the whole entry's.
pub(super) fn units_that_sent(week: &Week, figures: &mut [Explained]) {
    let received = week.reports.iter().flat_map(|reports| &reports.received);
    let entries: BTreeMap<&str, &Received> = received.map(|entry| (entry.paper.value.as_str(), entry)).collect();
    for list in figures.iter_mut().filter(|figure| figure.name == Some(FigureName::SilentUnits.word())) {
        if let Some(entry) = list.of.as_deref().and_then(|paper| entries.get(paper)) {
            list.from.retain(|place| *place != entry.span);
            list.from.extend(entry.units.iter().map(|unit| unit.span.clone()));
        }
    }
}
